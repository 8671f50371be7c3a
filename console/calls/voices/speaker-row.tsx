import { useState } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { voiceName } from '../../naming/voice-name.ts';
import { useFormats, useTexts } from '../../texts/texts.tsx';
import type { Voice } from '../../transcript/voices.ts';
import { merge } from '../actions.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { goTo } from '../cursor.ts';
import { nameVoice } from '../saving/draft.ts';
import { NameField } from './name-field.tsx';
import { SideChoice } from './side-choice.tsx';
import styles from './speaker-row.module.css';
import { startSplit } from './split.ts';
import { colourOf, VoiceMark } from './voice-mark.tsx';

/** Row of a speaker: their share of the call, their name to change, and merging with another speaker. */
export const SpeakerRow = ({ voice }: { voice: Voice }) => {
  const { calls } = useTexts();
  const formats = useFormats();
  const workspace = useWorkspace();
  const name = voiceName(voice, calls);
  const share = formats.percent(voice.share);
  return (
    <li className={styles.speaker}>
      <button type="button" className={styles.name} onClick={() => goTo(workspace, voice.first_word)}>
        <VoiceMark place={voice.place} /> <span>{name}</span>
      </button>
      <span className="figures soft" title={calls.share(share)}>
        {share}
      </span>
      <span className={`${styles.share} ${colourOf(voice.place)}`} aria-hidden="true">
        <span style={{ width: `${voice.share * 100}%` }} />
      </span>
      {workspace.may_write && <Change voice={voice} name={name} />}
    </li>
  );
};

const Change = ({ voice, name }: { voice: Voice; name: string }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { voices, turns } = useReading();
  const names = useObservable(workspace.names, (names) => names);
  const [open, setOpen] = useState(false);
  const many = open && turns.filter(({ speaker }) => speaker === voice.id).length > 1;
  const others = voices.filter(({ id }) => id !== null && id !== voice.id);
  return (
    <details className={styles.change} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={calls.edit_speaker(name)}>
        <span aria-hidden="true">···</span>
      </summary>
      {open && (
        <div className={styles.tools}>
          <NameField
            label={calls.rename(name)}
            value={voice.name ?? ''}
            names={names}
            onLeave={() => setOpen(false)}
            onName={(text) => {
              workspace.sound.stopClips();
              if (text.trim() !== '') workspace.store.edit((draft) => nameVoice(draft, voice.id, text.trim()));
              setOpen(false);
            }}
          />
          {voice.id !== null && <SideChoice id={voice.id} name={name} />}
          {others.length > 0 && <SamePerson voice={voice} name={name} others={others} done={() => setOpen(false)} />}
          {many && (
            <button
              type="button"
              className="button small"
              onClick={() => {
                setOpen(false);
                startSplit(workspace, voice.id);
              }}
            >
              {calls.split.ask}
            </button>
          )}
        </div>
      )}
    </details>
  );
};

type SameProps = { voice: Voice; name: string; others: Voice[]; done(): void };

const SamePerson = ({ voice, name, others, done }: SameProps) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const [into, setInto] = useState('');
  return (
    <div className={styles.merge}>
      <select
        className="input"
        aria-label={calls.merge_with(name)}
        value={into}
        onChange={(event) => setInto(event.target.value)}
      >
        <option value="">{calls.merge_with_short}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id as string}>
            {voiceName(other, calls)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button small"
        disabled={!others.some(({ id }) => id === into)}
        onClick={() => {
          merge(workspace, voice.id, into);
          done();
        }}
      >
        {calls.merge}
      </button>
    </div>
  );
};
