import type { PurgeCertificate } from '@pharos/contract/retention.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useWho } from '../api/users.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { Folded } from '../ui/folded.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { usePrintAlone } from '../ui/print/printing.ts';
import styles from './certificates.module.css';
import { partsWords } from './parts.ts';
import { PrintedCertificate } from './printed-certificate.tsx';
import { certificatePages } from './queries.ts';
import { ruleWords } from './rule-words.ts';

/** Certificates of what was permanently deleted. */
export const Certificates = () => {
  const { retention } = useTexts();
  const list = useSuspenseInfiniteQuery(certificatePages());
  const certificates = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{retention.certificates}</h2>
      <p className="soft">{retention.certificates_hint}</p>
      {certificates.length === 0 && <Empty>{retention.no_certificates}</Empty>}
      <List label={retention.certificates}>
        {certificates.map((certificate) => (
          <Certificate key={certificate.uuid} certificate={certificate} />
        ))}
      </List>
      <ShowMore of={list} />
    </section>
  );
};

const Certificate = ({ certificate }: { certificate: PurgeCertificate }) => {
  const { texts, formats } = useLocale();
  const { retention, print } = texts;
  const who = useWho();
  const [its_turn, printAlone] = usePrintAlone();
  const { uuid, created_at, created_by, subject_type, subject_uuid, rule, removed, digest } = certificate;
  return (
    <ListItem
      title={
        <>
          {retention.deleted[subject_type]} <code title={subject_uuid}>{subject_uuid.slice(0, 8)}</code>
        </>
      }
      facts={
        <>
          <span>{retention.removed_by(who(created_by), formats.moment(created_at))}</span>
          <span>{ruleWords(rule, texts)}</span>
        </>
      }
      aside={
        <button type="button" className="button small" aria-label={print.one_certificate(uuid)} onClick={printAlone}>
          {print.print}
        </button>
      }
      below={
        <>
          <Folded summary={retention.proof} className={styles.proof}>
            <Facts
              facts={[
                [retention.record_id, <code key="was">{subject_uuid}</code>],
                [retention.certificate, <code key="uuid">{uuid}</code>],
                [retention.removed, partsWords(removed, texts)],
                [retention.digest, <code key="digest">{digest}</code>],
              ]}
            />
          </Folded>
          {its_turn && <PrintedCertificate certificate={certificate} />}
        </>
      }
    />
  );
};
