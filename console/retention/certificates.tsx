import type { PurgeCertificate } from '@pharos/contract/retention.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useWho } from '../api/users.ts';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { Facts } from '../ui/facts.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { usePrintAlone } from '../ui/print/printing.ts';
import { partsWords } from './parts.ts';
import { PrintedCertificate } from './printed-certificate.tsx';
import { certificatePages } from './queries.ts';
import { ruleWords } from './rule-words.ts';

/** What is left of what was removed for good. */
export const Certificates = () => {
  const { retention } = useTexts();
  const list = useSuspenseInfiniteQuery(certificatePages());
  const certificates = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{retention.certificates}</h2>
      <p className="soft">{retention.certificates_hint}</p>
      {certificates.length === 0 && <p className="none">{retention.no_certificates}</p>}
      <ul className="entries" aria-label={retention.certificates}>
        {certificates.map((certificate) => (
          <Certificate key={certificate.uuid} certificate={certificate} />
        ))}
      </ul>
      <ShowMore of={list} />
    </section>
  );
};

const Certificate = ({ certificate }: { certificate: PurgeCertificate }) => {
  const { texts, formats } = useSpoken();
  const { retention, print } = texts;
  const who = useWho();
  const [its_turn, printAlone] = usePrintAlone();
  const { uuid, created_at, created_by, subject_type, subject_uuid, rule, removed, digest } = certificate;
  return (
    <li className="entry certificate">
      <div className="entry-head">
        <div className="entry-text">
          <p>
            {retention.gone[subject_type]} <code title={subject_uuid}>{subject_uuid.slice(0, 8)}</code>
          </p>
          <p className="facts-line soft">
            <span>{retention.removed_by(who(created_by), formats.stamp(created_at))}</span>
            <span>{ruleWords(rule, texts)}</span>
          </p>
        </div>
        <button type="button" className="button small" aria-label={print.one_certificate(uuid)} onClick={printAlone}>
          {print.print}
        </button>
      </div>
      <details>
        <summary>{retention.proof}</summary>
        <Facts
          facts={[
            [retention.was, <code key="was">{subject_uuid}</code>],
            [retention.certificate, <code key="uuid">{uuid}</code>],
            [retention.removed, partsWords(removed, texts)],
            [retention.digest, <code key="digest">{digest}</code>],
          ]}
        />
      </details>
      {its_turn && <PrintedCertificate certificate={certificate} />}
    </li>
  );
};
