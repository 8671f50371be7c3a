import type { PurgeCertificate } from '@pharos/contract/retention.ts';
import { useMe } from '../api/me.ts';
import { useWho } from '../api/users.ts';
import { useSpoken } from '../texts/texts.tsx';
import { Colophon, Paper, PaperFact } from '../ui/print/print-document.tsx';
import { partsWords } from './parts.ts';
import { ruleWords } from './rule-words.ts';

/** One certificate as a paper that is signed and filed. */
export const PrintedCertificate = ({ certificate }: { certificate: PurgeCertificate }) => {
  const { texts, formats } = useSpoken();
  const { print, retention } = texts;
  const who = useWho();
  const home = useMe()?.organization.name ?? '';
  const { uuid, created_at, created_by, subject_type, subject_uuid, rule, removed, digest } = certificate;
  return (
    <Paper title={`${print.certificate} – ${uuid}`}>
      <h1>{print.certificate}</h1>
      <p className="lead">{print.certificate_says(home)}</p>
      <dl className="paper-facts">
        <PaperFact name={print.number}>
          <code>{uuid}</code>
        </PaperFact>
        <PaperFact name={print.removed_what}>
          {retention.gone[subject_type]} <code>{subject_uuid}</code>
        </PaperFact>
        <PaperFact name={print.removed_at}>{formats.full(created_at)}</PaperFact>
        <PaperFact name={print.removed_by}>{who(created_by)}</PaperFact>
        <PaperFact name={print.rule}>{ruleWords(rule, texts)}</PaperFact>
        <PaperFact name={print.rows}>{partsWords(removed, texts)}</PaperFact>
        <PaperFact name={print.digest}>
          <code>{digest}</code>
        </PaperFact>
      </dl>
      <p className="soft">{print.digest_says}</p>
      <div className="signed">
        <p>{print.signature}</p>
        <p>{print.day}</p>
      </div>
      <Colophon />
    </Paper>
  );
};
