import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clock } from '../texts/formats.ts';
import { isolate } from '../texts/isolate.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { Loading } from '../ui/loading.tsx';
import styles from './changes.module.css';
import { FieldChanges } from './field-changes.tsx';
import { type Passage, passagesOf, type Side } from './passages.ts';
import { callDiff } from './queries.ts';
import { speakerNames } from './speaker-names.ts';

/** Passages shown at once. */
const SHOWN = 50;

type Props = { call_uuid: string; from: number; to: number };
type Labels = Record<string, unknown>;
/** Names of speakers before and after. */
type Names = readonly [before: (id: string) => string, after: (id: string) => string];

/** Changes between two versions of a call: its fields, and its transcript word by word. */
export const CallChanges = ({ call_uuid, from, to }: Props) => {
  const texts = useTexts();
  const { versions } = texts;
  const { data, error, refetch } = useQuery(callDiff(call_uuid, from, to));
  if (error) return <TroubleNotice trouble={troubleOf(error, texts)} again={refetch} />;
  if (!data) return <Loading />;
  const { diff, before } = data;
  const words = before.transcript?.words ?? [];
  const passages = passagesOf(diff.words, words);
  const relabelled = diff.fields.find(({ field }) => field === 'speaker_labels');
  const labels = before.speaker_labels;
  const labels_after = relabelled ? ((relabelled.after ?? {}) as Labels) : labels;
  if (passages.length + diff.fields.length === 0) return <p className="soft">{versions.same}</p>;
  return (
    <>
      {diff.fields.length > 0 && <FieldChanges changes={diff.fields} speakerOf={speakerNames(words, {}, texts)} />}
      <Passages
        key={`${from} ${to}`}
        passages={passages}
        names={[speakerNames(words, labels, texts), speakerNames(words, labels_after, texts)]}
      />
    </>
  );
};

const Passages = ({ passages, names }: { passages: Passage[]; names: Names }) => {
  const { versions } = useTexts();
  const [shown, setShown] = useState(SHOWN);
  if (passages.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{versions.changes_in_transcript(passages.length)}</h3>
      <ol className={styles.passages}>
        {passages.slice(0, shown).map((passage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: versions never change
          <OnePassage key={index} passage={passage} names={names} />
        ))}
      </ol>
      {shown < passages.length && (
        <p>
          <button type="button" className="button" onClick={() => setShown(shown + SHOWN)}>
            {versions.more_passages(passages.length - shown)}
          </button>
        </p>
      )}
    </>
  );
};

const OnePassage = ({ passage, names }: { passage: Passage; names: Names }) => {
  const { versions } = useTexts();
  const { kind, at_ms, lead, before, after, trail } = passage;
  return (
    <li>
      <time className="soft">{clock(at_ms)}</time>
      <div>
        <p className={styles.said} dir="auto">
          {lead && <span className="soft">{lead} </span>}
          {kind === 'words' ? (
            <>
              {before.text && <Words side={before} as="del" />} {after.text && <Words side={after} as="ins" />}
            </>
          ) : (
            <Words side={after} as="mark" />
          )}
          {trail && <span className="soft"> {trail}</span>}
        </p>
        {kind === 'voice' && (
          <p className="soft">{versions.speaker_changed(who(before, names[0]), who(after, names[1]))}</p>
        )}
        {kind === 'times' && <p className="soft">{versions.times_changed}</p>}
        {kind === 'confidence' && <p className="soft">{versions.marked_correct}</p>}
      </div>
    </li>
  );
};

const who = ({ speakers }: Side, nameOf: Names[0]): string =>
  speakers.map((id) => (id === null ? '–' : isolate(nameOf(id)))).join(', ');

const Words = ({ side, as: Tag }: { side: Side; as: 'del' | 'ins' | 'mark' }) => {
  const { versions } = useTexts();
  const said = { del: versions.before, ins: versions.after, mark: null }[Tag];
  return (
    <>
      {said && <span className="unseen">{said}: </span>}
      <Tag>
        {side.text}
        {side.more > 0 && ` ${versions.more_words(side.more)}`}
      </Tag>
    </>
  );
};
