import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';

type Props = { what: string; ask: () => Promise<unknown>; onDone?: () => void };

/** Button that restores what was deleted. */
export const RestoreButton = ({ what, ask, onDone }: Props) => {
  const { cases } = useTexts();
  const change = useChange(ask, { kind: 'undeletion', done: onDone });
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={`${cases.restore}: ${what}`}
        disabled={change.busy}
        onClick={() => change.run(undefined)}
      >
        {cases.restore}
      </button>
      <TroubleNotice trouble={change.trouble} />
    </>
  );
};
