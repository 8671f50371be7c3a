import type { PurgeCertificate } from '@pharos/contract/retention.ts';
import { useMe } from '../api/me.ts';
import { useWho } from '../api/users.ts';
import { PROVIDERS } from '../naming/providers.ts';
import { useLocale } from '../texts/texts.tsx';
import { Colophon, PrintDocument, PrintFact, PrintFacts } from '../ui/print/print-document.tsx';
import { partsWords } from './parts.ts';
import styles from './printed-certificate.module.css';
import { ruleWords } from './rule-words.ts';

/** One certificate as a paper that is signed and filed. */
export const PrintedCertificate = ({ certificate }: { certificate: PurgeCertificate }) => {
  const { texts, formats } = useLocale();
  const { print, retention } = texts;
  const who = useWho();
  const home = useMe()?.organization.name ?? '';
  const { uuid, created_at, created_by, subject_type, subject_uuid, rule, removed, digest, elsewhere } = certificate;
  return (
    <PrintDocument
      title={print.certificate}
      lead={print.certificate_says(home)}
      running_title={`${print.certificate} – ${uuid}`}
    >
      <PrintFacts>
        <PrintFact name={print.number}>
          <code>{uuid}</code>
        </PrintFact>
        <PrintFact name={print.removed_what}>
          {retention.deleted[subject_type]} <code>{subject_uuid}</code>
        </PrintFact>
        <PrintFact name={print.removed_at}>{formats.full(created_at)}</PrintFact>
        <PrintFact name={print.removed_by}>{who(created_by)}</PrintFact>
        <PrintFact name={print.rule}>{ruleWords(rule, texts)}</PrintFact>
        <PrintFact name={print.rows}>{partsWords(removed, texts)}</PrintFact>
        {elsewhere.length > 0 && (
          <PrintFact name={print.elsewhere}>
            {elsewhere
              .map(({ provider, provider_id }) => `${PROVIDERS[provider]} ${provider_id ?? ''}`.trim())
              .join(', ')}
          </PrintFact>
        )}
        <PrintFact name={print.digest}>
          <code>{digest}</code>
        </PrintFact>
      </PrintFacts>
      <p className="soft">{print.digest_says}</p>
      <div className={styles.signed}>
        <p>{print.signature}</p>
        <p>{print.day}</p>
      </div>
      <Colophon />
    </PrintDocument>
  );
};
