import type { CallMeasures, VoiceMeasures } from '@pharos/contract/call-readings.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { shortName } from '../../naming/voice-name.ts';
import { useLocale, useTexts } from '../../texts/texts.tsx';
import { Folded } from '../../ui/folded.tsx';
import { troubleOf } from '../../ui/forms/trouble.ts';
import { TroubleNotice } from '../../ui/forms/trouble-notice.tsx';
import { useReading } from '../call-workspace.ts';
import { Evidence } from '../insights/evidence.tsx';
import styles from './measures.module.css';
import { measuresQuery } from './queries.ts';

/** Measures of a call, folded away: they are taken once somebody looks. */
export const Measures = ({ call_uuid }: { call_uuid: string }) => {
  const { measures } = useTexts().calls;
  const [open, setOpen] = useState(false);
  return (
    <Folded summary={measures.title} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {open && <Taken call_uuid={call_uuid} />}
    </Folded>
  );
};

const Taken = ({ call_uuid }: { call_uuid: string }) => {
  const texts = useTexts();
  const { data, error, refetch } = useQuery(measuresQuery(call_uuid));
  if (error) return <TroubleNotice trouble={troubleOf(error, texts)} again={refetch} />;
  if (!data) return <p className="soft">{texts.calls.measures.reading}</p>;
  return <List measures={data} />;
};

const List = ({ measures: taken }: { measures: CallMeasures }) => {
  const { texts, formats } = useLocale();
  const { measures } = texts.calls;
  const { longest_monologue: longest, silences, silence_ms, voices } = taken;
  const seconds = (ms: number) => (ms < 1000 ? measures.at_once : formats.length(Math.round(ms / 1000)));
  const counted = (of: (voice: VoiceMeasures) => number) => (voice: VoiceMeasures) =>
    of(voice) > 0 ? formats.count(of(voice)) : null;
  const response = ({ response_ms }: VoiceMeasures) => response_ms !== null && seconds(response_ms);
  return (
    <dl className={styles.measures}>
      {longest && (
        <Measure name={measures.longest}>
          <dd>{seconds(longest.end_ms - longest.start_ms)}</dd>
          <dd>
            <Evidence cited={{ ...longest, label: null, text: '' }} quoted={false} />
          </dd>
        </Measure>
      )}
      <ByVoice name={measures.questions} voices={voices} of={counted(({ questions }) => questions)} />
      <ByVoice name={measures.responses} voices={voices} of={response} />
      <ByVoice name={measures.interruptions} voices={voices} of={counted(({ interruptions }) => interruptions)} />
      <Measure name={measures.silences}>
        <dd>{silences.length > 0 ? measures.silences_of(silences.length, seconds(silence_ms)) : measures.none}</dd>
      </Measure>
    </dl>
  );
};

const Measure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    {children}
  </div>
);

type ByVoiceProps = {
  name: string;
  voices: readonly VoiceMeasures[];
  of(voice: VoiceMeasures): string | false | null;
};

/** A measure of each voice that has one, under its name. */
const ByVoice = ({ name, voices, of }: ByVoiceProps) => {
  const { calls } = useTexts();
  const reading = useReading();
  const values = voices.flatMap((voice) => {
    const value = of(voice);
    const known = reading.voice_of.get(voice.speaker);
    const who = known ? shortName(known, reading.voices, calls) : calls.unknown_speaker;
    return value ? [{ key: voice.speaker, who, value }] : [];
  });
  if (values.length === 0) return null;
  return (
    <Measure name={name}>
      {values.map(({ key, who, value }) => (
        <dd key={key} className={styles.by_voice}>
          <span>{who}</span> <span className="figures">{value}</span>
        </dd>
      ))}
    </Measure>
  );
};
