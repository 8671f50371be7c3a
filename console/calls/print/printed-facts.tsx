import { useValue } from '../../api/use-observable.ts';
import { PROVIDERS } from '../../naming/providers.ts';
import { voiceName } from '../../naming/voice-name.ts';
import { useSpoken, useTexts } from '../../texts/texts.tsx';
import { PaperFact } from '../../ui/print/print-document.tsx';
import { useDesk, useReading } from '../call-workspace.ts';
import { VoiceMark } from '../voices/voice-mark.tsx';

/** What there is to know of a call, above its words. */
export const PrintedFacts = () => {
  const { texts, formats } = useSpoken();
  const { print, calls } = texts;
  const { draft, doubtful, voices } = useReading();
  const { call, is_saved } = useStanding();
  const [since, changed] = [formats.full(call.created_at), formats.full(call.updated_at)];
  const source = draft.source === 'manual' ? print.by_hand : draft.source && PROVIDERS[draft.source];
  return (
    <>
      <dl className="paper-facts">
        <PaperFact name={print.on_record}>{since}</PaperFact>
        {call.duration !== null && <PaperFact name={print.length}>{formats.length(call.duration)}</PaperFact>}
        {source && <PaperFact name={print.transcript}>{source}</PaperFact>}
        {changed !== since && <PaperFact name={print.changed}>{changed}</PaperFact>}
        {voices.length > 0 && (
          <PaperFact name={calls.speakers}>
            <Speakers />
          </PaperFact>
        )}
        {doubtful > 0 && <PaperFact name={print.doubtful}>{print.doubtful_words(doubtful)}</PaperFact>}
      </dl>
      {!is_saved && <p className="printed-unsaved">{print.unsaved}</p>}
    </>
  );
};

const useStanding = () => {
  const { store } = useDesk();
  const call = useValue(store, (state) => state.call);
  return { call, is_saved: useValue(store, ({ draft, saved }) => draft === saved) };
};

/** As many stand below each other; more are set in columns. */
const FEW = 8;

const Speakers = () => {
  const { calls, print } = useTexts();
  const { voices } = useReading();
  return (
    <ul className={voices.length > FEW ? 'printed-speakers many' : 'printed-speakers'}>
      {voices.map((voice) => (
        <li key={voice.id}>
          <VoiceMark place={voice.place} />
          <bdi>{voiceName(voice, calls)}</bdi>
          {voice.name === null && voice.id !== null && <span className="soft"> – {print.no_name}</span>}
        </li>
      ))}
    </ul>
  );
};
