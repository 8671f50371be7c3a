import type { ChatAnswer, Citation } from '@pharos/contract/chat.ts';
import { useId, useState } from 'react';
import { pharos } from '../../api/pharos.ts';
import { useTexts } from '../../texts/texts.tsx';
import { nameOf } from '../../transcript/voices.ts';
import { CallMoment } from '../../ui/call-moment.tsx';
import { TroubleNotice } from '../../ui/forms/trouble-notice.tsx';
import { useChange } from '../../ui/forms/use-change.ts';
import { isComposing } from '../../ui/is-composing.ts';
import { useReading } from '../call-workspace.ts';
import { Evidence } from './evidence.tsx';
import styles from './insights.module.css';

type Asked = { question: string; answer: ChatAnswer; of_case: boolean };

/** Quotes that are shown before the rest is asked for: the first ones are the likeliest. */
const SHOWN = 3;

type Props = { call_uuid: string; case_uuid: string };

/** Field for a question about the call, and the words that answer it. */
export const Ask = ({ call_uuid, case_uuid }: Props) => {
  const { generations } = useTexts();
  const title = useId();
  const { draft } = useReading();
  const [question, setQuestion] = useState('');
  const [asked, setAsked] = useState<Asked[]>([]);
  const ask = useChange(
    async ({ question, of_case }: Pick<Asked, 'question' | 'of_case'>) => {
      const body = { question };
      const { data } = of_case
        ? await pharos.chat.case({ case_uuid, body })
        : await pharos.chat.call({ call_uuid, body });
      return { question, of_case, answer: data };
    },
    {
      done: (one) => {
        setQuestion('');
        setAsked((before) => [...before.filter((other) => other.question !== one.question), one]);
      },
    },
  );
  if (draft.words.length === 0) return null;
  return (
    <section className={`${styles.result} ${styles.ask}`} aria-labelledby={title}>
      <h3 id={title}>{generations.ask.title}</h3>
      <ol className={styles.asked} aria-live="polite">
        {asked.map((one) => (
          <li key={one.question}>
            <p className={styles.question}>{one.question}</p>
            <Answer
              asked={one}
              call_uuid={call_uuid}
              askCase={() => ask.run({ question: one.question, of_case: true })}
            />
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (question.trim() && !ask.busy) ask.run({ question: question.trim(), of_case: false });
        }}
      >
        <input
          className={`input ${styles.field}`}
          aria-label={generations.ask.title}
          placeholder={asked.length > 0 ? generations.ask.more : generations.ask.hint}
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
          }}
        />
      </form>
      <p role="status" className="soft hint">
        {ask.busy && generations.ask.looking}
      </p>
      <TroubleNotice trouble={ask.trouble} />
    </section>
  );
};

const Answer = ({ asked, call_uuid, askCase }: { asked: Asked; call_uuid: string; askCase(): void }) => {
  const { generations } = useTexts();
  const [all, setAll] = useState(false);
  const { answer, of_case } = asked;
  const { citations } = answer;
  if (!answer.answered)
    return (
      <p className={styles.unsaid}>
        {of_case ? generations.ask.not_said_in_case : generations.ask.not_said}{' '}
        {!of_case && (
          <button type="button" className="button small plain" onClick={askCase}>
            {generations.ask.whole_case}
          </button>
        )}
      </p>
    );
  return (
    <>
      {citations
        .slice(0, all ? undefined : SHOWN)
        .map((cited) =>
          cited.call_uuid === call_uuid ? (
            <Evidence key={cited.start_word} cited={cited} />
          ) : (
            <Elsewhere key={`${cited.call_uuid} ${cited.start_word}`} cited={cited} />
          ),
        )}
      {!all && citations.length > SHOWN && (
        <button type="button" className="button small plain" onClick={() => setAll(true)}>
          {generations.show_all(citations.length)}
        </button>
      )}
    </>
  );
};

/** Words of another call of the case, with the way there. */
const Elsewhere = ({ cited }: { cited: Citation }) => {
  const { generations } = useTexts();
  const who = nameOf(cited.label);
  return (
    <div className={styles.evidence}>
      <blockquote className={styles.quote} dir="auto">
        {cited.text}
      </blockquote>
      <p className={styles.source}>
        <CallMoment call_uuid={cited.call_uuid} at_ms={cited.start_ms} className={styles.play}>
          {generations.ask.other_call}{' '}
        </CallMoment>
        {who && <span>{who}</span>}
      </p>
    </div>
  );
};
