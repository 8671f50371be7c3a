import type { TrialResult } from '@pharos/contract/generations.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { titleOf } from '../naming/call-title.ts';
import { useLocale } from '../texts/texts.tsx';
import { CallMoment } from '../ui/call-moment.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useLater } from '../ui/use-later.ts';
import { readPhrases } from './phrases.ts';
import styles from './try-phrases.module.css';

/** Calls that are offered for a trial. */
const CALLS = 50;
/** Milliseconds after the last key that phrases are looked for. */
const DELAY = 150;

const callsQuery = queryOptions({
  queryKey: ['trial calls'],
  queryFn: async ({ signal }) => (await pharos.calls.list({ has_transcript: true, limit: CALLS, signal })).data.items,
  staleTime: 60_000,
});

const trialQuery = (call_uuid: string, text: string) =>
  queryOptions({
    queryKey: ['trial', call_uuid, text],
    queryFn: async ({ signal }) =>
      (await pharos.generations.try({ call_uuid, body: { exact_phrases: readPhrases(text) }, signal })).data,
    enabled: call_uuid !== '' && readPhrases(text).length > 0,
    placeholderData: (before) => before,
    retry: false,
  });

/** Trial of phrases on a call of the home, as they are typed: where they were said, and what came near. */
export const TryPhrases = ({ phrases }: { phrases: string }) => {
  const { texts, formats } = useLocale();
  const { generation_templates } = texts;
  const title = useId();
  const [call_uuid, setCall] = useState('');
  const { data: calls = [] } = useQuery(callsQuery);
  const typed = useLater(phrases.trim(), DELAY);
  const trial = useQuery(trialQuery(call_uuid, typed));
  const result = typed === '' || call_uuid === '' ? undefined : trial.data;
  if (calls.length === 0) return null;
  return (
    <fieldset className={styles.trial}>
      <legend id={title} className={styles.title}>
        {generation_templates.trial.title}
      </legend>
      <select
        className="input"
        aria-labelledby={title}
        value={call_uuid}
        onChange={(event) => setCall(event.target.value)}
      >
        <option value="">{generation_templates.trial.choose}</option>
        {calls.map((call) => (
          <option key={call.uuid} value={call.uuid}>
            {titleOf(call, texts, formats)}
          </option>
        ))}
      </select>
      {call_uuid !== '' && typed === '' && <p className="soft hint">{generation_templates.trial.no_phrases}</p>}
      <p role="status" className="soft hint">
        {result && generation_templates.trial.found(result.found.length)}
      </p>
      {result && <Places call_uuid={call_uuid} result={result} />}
      <TroubleNotice trouble={trial.error ? troubleOf(trial.error, texts) : null} />
    </fieldset>
  );
};

const Places = ({ call_uuid, result: { found, missed } }: { call_uuid: string; result: TrialResult }) => {
  const { texts, formats } = useLocale();
  const { trial } = texts.generation_templates;
  const places = [
    ...found.map((place) => ({ ...place, said: true })),
    ...missed.map((place) => ({ ...place, said: false })),
  ];
  return (
    <ul className={styles.places}>
      {places.map(({ phrase, score, said, evidence: [cited] }) => {
        if (!cited) return null;
        const share = formats.percent(score / 100);
        return (
          <li key={`${phrase} ${cited.start_word}`} className={said ? undefined : styles.missed}>
            <p dir="auto">“{cited.text}”</p>
            <p className="soft hint">
              <CallMoment call_uuid={call_uuid} at_ms={cited.start_ms} />{' '}
              {said ? trial.matched(phrase, share) : trial.near(phrase, share)}
            </p>
          </li>
        );
      })}
    </ul>
  );
};
