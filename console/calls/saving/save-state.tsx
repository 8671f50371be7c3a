import { PharosError } from '@pharos/client/error.ts';
import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { SignedOut } from '../../ui/forms/signed-out.tsx';
import { troubleOf } from '../../ui/forms/trouble.ts';
import { useWorkspace } from '../call-workspace.ts';
import styles from './save-state.module.css';

/** State of saving, and if it failed, why and what to do. */
export const SaveState = () => {
  const { calls, ui } = useTexts();
  const { store, may_write } = useWorkspace();
  const { saving, trouble, theirs, is_held, draft, saved, past, future } = useObservable(store, (state) => state);
  if (!may_write) return <span className={`${styles.state} soft`}>{calls.read_only}</span>;
  const kept = draft === saved;
  const untouched = kept && !trouble && past.length + future.length === 0;
  const said = trouble
    ? calls.save_failed
    : theirs || is_held
      ? calls.unsaved
      : saving
        ? calls.saving
        : kept
          ? calls.saved
          : '';
  return (
    <span className={`${styles.state} ${trouble ? `${styles.failed} wrong` : 'soft'}`}>
      <span role="status">{untouched ? '' : said}</span>
      {trouble && (
        <>
          <Why trouble={trouble} />
          <button
            type="button"
            className="button small"
            aria-label={calls.save_again}
            onClick={() => void store.save()}
          >
            {ui.try_again}
          </button>
        </>
      )}
    </span>
  );
};

const Why = ({ trouble }: { trouble: Error }) => {
  const texts = useTexts();
  const { ui } = texts;
  if (trouble instanceof PharosError && trouble.code === 'unauthenticated') return <SignedOut />;
  const { message, request_id } = troubleOf(trouble, texts);
  return (
    <span>
      {message}
      {request_id && <span className="soft"> {ui.request_id(request_id)}</span>}
    </span>
  );
};
