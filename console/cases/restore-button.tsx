import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';

/** Button that restores what was deleted. */
export const RestoreButton = ({ what, ask }: { what: string; ask: () => Promise<unknown> }) => {
  const { cases } = useTexts();
  const change = useChange(ask, { kind: 'undeletion' });
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
