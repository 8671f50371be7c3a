import type { Call } from '@pharos/contract/calls.ts';
import type { Source } from '@pharos/contract/transcripts.ts';
import { PROVIDERS } from '../naming/providers.ts';
import { useLocale } from '../texts/texts.tsx';

/**
 * Facts of a call in one line: when it was, which way it went, with which number, who took it, how long it is, and where
 * its words are from.
 */
export const CallFacts = ({ call, source }: { call: Call; source: Source | null }) => {
  const { texts, formats } = useLocale();
  const { facts } = texts.calls;
  const { started_at, direction, answered_by } = call;
  const number = direction === 'outgoing' ? call.to : call.from;
  const said = [
    started_at && <time dateTime={started_at}>{formats.moment(started_at)}</time>,
    direction && facts.directions[direction],
    number?.trim() && <bdi>{number}</bdi>,
    answered_by?.trim() && <bdi>{facts.taken_by(answered_by)}</bdi>,
    call.duration !== null && formats.length(call.duration),
    source && PROVIDERS[source],
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <ul className="facts soft" aria-label={facts.title}>
      {said.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the line is drawn whole.
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
};
