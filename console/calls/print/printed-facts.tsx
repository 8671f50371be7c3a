import { useObservable } from '../../api/use-observable.ts';
import { PROVIDERS } from '../../naming/providers.ts';
import { voiceName } from '../../naming/voice-name.ts';
import { useLocale, useTexts } from '../../texts/texts.tsx';
import { PrintFact, PrintFacts } from '../../ui/print/print-document.tsx';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { sideIn } from '../saving/draft.ts';
import { VoiceMark } from '../voices/voice-mark.tsx';
import styles from './printed-facts.module.css';

/** Facts of a call, printed above its transcript. */
export const PrintedFacts = () => {
  const { texts, formats } = useLocale();
  const { print, calls } = texts;
  const { draft, doubtful, voices } = useReading();
  const { call, is_saved } = useStanding();
  const [since, changed] = [formats.full(call.created_at), formats.full(call.updated_at)];
  const source = draft.source === 'manual' ? print.by_hand : draft.source && PROVIDERS[draft.source];
  return (
    <>
      <PrintFacts>
        {call.started_at ? (
          <PrintFact name={print.started}>{formats.full(call.started_at)}</PrintFact>
        ) : (
          <PrintFact name={print.on_record}>{since}</PrintFact>
        )}
        {call.direction && <PrintFact name={print.direction}>{calls.facts.directions[call.direction]}</PrintFact>}
        {call.from?.trim() && (
          <PrintFact name={print.from}>
            <bdi>{call.from}</bdi>
          </PrintFact>
        )}
        {call.to?.trim() && (
          <PrintFact name={print.to}>
            <bdi>{call.to}</bdi>
          </PrintFact>
        )}
        {call.answered_by?.trim() && (
          <PrintFact name={print.answered_by}>
            <bdi>{call.answered_by}</bdi>
          </PrintFact>
        )}
        {call.duration !== null && <PrintFact name={print.length}>{formats.length(call.duration)}</PrintFact>}
        {source && <PrintFact name={print.transcript}>{source}</PrintFact>}
        {changed !== since && <PrintFact name={print.changed}>{changed}</PrintFact>}
        {voices.length > 0 && (
          <PrintFact name={calls.speakers}>
            <Speakers />
          </PrintFact>
        )}
        {doubtful > 0 && <PrintFact name={print.doubtful}>{print.doubtful_words(doubtful)}</PrintFact>}
      </PrintFacts>
      {!is_saved && <p className={styles.unsaved}>{print.unsaved}</p>}
    </>
  );
};

const useStanding = () => {
  const { store } = useWorkspace();
  const call = useObservable(store, (state) => state.call);
  return { call, is_saved: useObservable(store, ({ draft, saved }) => draft === saved) };
};

/** Maximum speakers in one column; more are set in several. */
const FEW = 8;

const Speakers = () => {
  const { calls, print } = useTexts();
  const { voices, draft } = useReading();
  return (
    <ul className={`${styles.speakers} ${voices.length > FEW ? styles.many : ''}`}>
      {voices.map((voice) => {
        const side = voice.id === null ? null : sideIn(draft, voice.id);
        return (
          <li key={voice.id}>
            <VoiceMark place={voice.place} />
            <bdi>{voiceName(voice, calls)}</bdi>
            {voice.name === null && voice.id !== null && <span className="soft"> – {print.no_name}</span>}
            {side && <span className="soft"> – {calls.sides[side]}</span>}
          </li>
        );
      })}
    </ul>
  );
};
