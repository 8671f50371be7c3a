import { useTexts } from '../../texts/texts.tsx';
import { useDesk } from '../call-workspace.ts';
import { useLeaving } from './use-leaving.ts';

/** Asks before a page is left with what is not saved. */
export const Leaving = () => {
  const { calls } = useTexts();
  const leaving = useLeaving(useDesk());
  if (leaving.status !== 'blocked') return null;
  return (
    <section className="conflict card" role="alert" aria-labelledby="leaving">
      <h2 id="leaving">{calls.leaving}</h2>
      <p className="row">
        <button type="button" className="button first" onClick={leaving.reset}>
          {calls.stay}
        </button>
        <button type="button" className="button" onClick={leaving.proceed}>
          {calls.leave}
        </button>
      </p>
    </section>
  );
};
