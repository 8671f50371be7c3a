import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { SpeechTest } from '@pharos/contract/speech.ts';
import { reasonWords } from '../jobs/reason-words.ts';
import { clock } from '../texts/formats.ts';
import { useLocale } from '../texts/texts.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './service-card.module.css';

/** Outcome of a test: the words that came back, or why none did and what to do. */
export const TestResult = ({ result, provider }: { result: SpeechTest; provider: ProviderName }) => {
  const { texts, formats } = useLocale();
  const { speech, calls } = texts;
  if (result.reason) {
    const hint = speech.hints[result.reason.given?.status as 401] ?? speech.hint_else;
    return (
      <div className={`${styles.result} ${styles.failed}`}>
        <p>
          <strong>{speech.fails}</strong> {reasonWords({ ...result, provider }, texts)}
        </p>
        <p>{hint}</p>
      </div>
    );
  }
  const speakers = [...new Set(result.turns.map(({ speaker }) => speaker))];
  const letterOf = (speaker: string | null) => String.fromCharCode(65 + speakers.indexOf(speaker));
  return (
    <div className={styles.result}>
      <p className={styles.works}>
        <Icon name="check" />
        <span>
          <strong>{speech.works}</strong> {speech.came_back(formats.seconds(result.ms), result.voices)}
        </span>
      </p>
      <ul>
        {result.turns.map(({ speaker, text, start_ms }) => (
          <li key={start_ms}>
            <strong>{calls.speaker(letterOf(speaker))}</strong> <span className={styles.said}>{text}</span>{' '}
            <span className="soft figures">{clock(start_ms)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
