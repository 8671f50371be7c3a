import { pharos } from '../api/pharos.ts';
import { useLocale } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';

/** Walks along the whole chain, and says whether every event follows from the one before. */
export const VerifyChain = () => {
  const { texts, formats } = useLocale();
  const { audit } = texts;
  const walk = useChange(async () => (await pharos.audit.verify()).data, { kind: 'audit' });
  const found = walk.done ? walk.data : undefined;
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{audit.chain}</h2>
      <p className="soft">{audit.chain_hint}</p>
      <p>
        <button type="button" className="button" disabled={walk.busy} onClick={() => walk.run(undefined)}>
          {walk.busy ? audit.verifying : audit.verify}
        </button>
      </p>
      <TroubleNotice trouble={walk.trouble} />
      <div role="status">
        {found && (
          <div className="card">
            <p className={found.intact ? undefined : 'wrong'}>
              {found.intact
                ? audit.intact(found.events)
                : audit.broken(found.broken_at === null ? '–' : formats.count(found.broken_at))}
            </p>
            {found.head && (
              <p>
                <span className="soft">{audit.head}</span> <code>{found.head}</code>
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
};
