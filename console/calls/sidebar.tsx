import { useState } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { useReading } from './call-workspace.ts';
import { DeleteCall } from './delete-call.tsx';
import { Insights, Measures } from './lazy-panels.tsx';
import styles from './sidebar.module.css';
import { SpeakerRow } from './voices/speaker-row.tsx';

const SHOWN = 10;

/** Sidebar of a call: its speakers with their shares, what was found in it, its measures, and rare actions. */
export const Sidebar = (named: { call_uuid: string; case_uuid: string }) => (
  <aside className={styles.sidebar} aria-label={useTexts().calls.facts.title}>
    <Speakers />
    <Insights {...named} />
    <Measures call_uuid={named.call_uuid} />
    <div className={styles.deletion}>
      <DeleteCall />
    </div>
  </aside>
);

const Speakers = () => {
  const { calls } = useTexts();
  const { voices } = useReading();
  const [all, setAll] = useState(false);
  if (voices.length === 0) return null;
  const most = [...voices].sort((a, b) => b.share - a.share);
  const shown = all || voices.length <= SHOWN + 1 ? voices : most.slice(0, SHOWN);
  return (
    <section>
      <h2>{calls.speakers}</h2>
      <ul className={styles.speakers}>
        {shown.map((voice) => (
          <SpeakerRow key={voice.id} voice={voice} />
        ))}
      </ul>
      {shown.length < voices.length && (
        <button type="button" className="button small plain" onClick={() => setAll(true)}>
          {calls.show_all(voices.length)}
        </button>
      )}
    </section>
  );
};
