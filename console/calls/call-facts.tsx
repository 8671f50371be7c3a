import type { Call } from '@pharos/contract/calls.ts';
import { useLocale } from '../texts/texts.tsx';
import styles from './call-header.module.css';

/** Facts of a call in one line: when it was, which way it went, with which number, and who took it. */
export const CallFacts = ({ call }: { call: Call }) => {
  const { texts, formats } = useLocale();
  const { facts } = texts.calls;
  const { started_at, direction, answered_by } = call;
  const number = direction === 'outgoing' ? call.to : call.from;
  const said = [
    started_at && <time dateTime={started_at}>{formats.moment(started_at)}</time>,
    direction && facts.directions[direction],
    number?.trim() && <bdi>{number}</bdi>,
    answered_by?.trim() && <bdi>{facts.taken_by(answered_by)}</bdi>,
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <ul className={`${styles.said} soft`} aria-label={facts.title}>
      {said.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the line is drawn whole.
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
};
