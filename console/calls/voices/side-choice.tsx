import { SIDES, type Side } from '@pharos/contract/sides.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { putOnSide, sideIn } from '../saving/draft.ts';

/** Choice of a speaker's side, where the name does not tell: searches and reports use it. */
export const SideChoice = ({ id, name }: { id: string; name: string }) => {
  const { calls } = useTexts();
  const { store } = useWorkspace();
  const side = sideIn(useReading().draft, id);
  return (
    <select
      className="input"
      aria-label={calls.side_of(name)}
      value={side ?? ''}
      onChange={({ target }) => store.edit((draft) => putOnSide(draft, id, (target.value || null) as Side | null))}
    >
      <option value="">{calls.side_by_name}</option>
      {SIDES.map((side) => (
        <option key={side} value={side}>
          {calls.speaks_for[side]}
        </option>
      ))}
    </select>
  );
};
