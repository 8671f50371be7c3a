import type { CallOpening } from '@pharos/contract/call-readings.ts';
import type { ListedCall } from '@pharos/contract/calls.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { labelsQuery } from '../api/calls.ts';
import { pharos } from '../api/pharos.ts';
import { peopleQuery } from '../api/users.ts';
import { PlaySign } from '../calls/player/icons.tsx';
import { Answer } from '../calls/question.tsx';
import { NameField } from '../calls/voices/name-field.tsx';
import type { HitPlayer } from '../search/hit-player.ts';
import { useTexts } from '../texts/texts.tsx';
import { nameOf, suggestionsOf } from '../transcript/voices.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import type { Answered } from './answered.ts';
import styles from './call-card.module.css';

/** Names offered, each with a digit. */
const OFFERED = 4;

type Props = {
  call: ListedCall;
  opening: CallOpening;
  open: boolean;
  player: HitPlayer;
  onOpen(): void;
  onAnswered(answered: Answered): void;
};

type Given = { speaker: string; name: string | null };

/** Question of who a speaker is, in the card of their call: to be heard and answered where it stands. */
export const NameSpeakers = ({ call, opening, open, player, onOpen, onAnswered }: Props) => {
  const { calls, today } = useTexts();
  const [typing, setTyping] = useState(false);
  const names = useNames(call, open);
  const [voice] = opening.unnamed;
  const change = useChange(
    ({ speaker, name }: Given) =>
      pharos.calls.patch({
        call_uuid: call.uuid,
        body: { speaker_labels: { [speaker]: name }, is_fully_labelled: name !== null && opening.unnamed_count === 1 },
      }),
    { kind: 'call_naming' },
  );
  const speaker = voice?.speaker ?? null;
  // A voice without an id gets one where its words are.
  if (!voice || speaker === null || speaker === '__proto__') {
    return (
      <p className={styles.due}>
        <Link className="button small" to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
          {today.name_speakers(Math.max(opening.unnamed_count, 1))}
        </Link>
      </p>
    );
  }
  if (!open) {
    return (
      <p className={styles.due}>
        <button type="button" className="button first small" onClick={onOpen}>
          {today.name_speakers(opening.unnamed_count)}
        </button>
      </p>
    );
  }
  const give = (name: string) => {
    if (name.trim() === '') return;
    setTyping(false);
    change.run({ speaker, name: name.trim() });
    onAnswered({ text: today.named(name.trim()), undo: () => change.run({ speaker, name: null }) });
  };
  return (
    <div className={styles.question}>
      <p className={styles.asked}>
        <strong>{calls.who_is_this}</strong> <span className="soft">{today.speaks(voice.turns)}</span>
      </p>
      <p className={styles.said} dir="auto">
        “{voice.quote.text}”
      </p>
      <div className={styles.answers}>
        {call.file_size !== null && voice.clips.length > 0 && (
          <Answer
            hears
            keyed="H"
            onPress={() => player.toggle(`voice ${call.uuid} ${speaker}`, call.uuid, ...voice.clips)}
          >
            <PlaySign /> {calls.player.hear_clips(voice.clips.length)}
          </Answer>
        )}
        {names.slice(0, OFFERED).map((name, index) => (
          <Answer key={name} keyed={index + 1} onPress={() => give(name)}>
            {name}
          </Answer>
        ))}
        {typing ? (
          <NameField label={calls.name} names={names} onName={give} onLeave={() => setTyping(false)} />
        ) : (
          <Answer keyed="N" onPress={() => setTyping(true)}>
            {calls.someone_new}
          </Answer>
        )}
      </div>
      <TroubleNotice trouble={change.trouble} />
    </div>
  );
};

/** Names to answer with: people of the case's other calls, of this one, the roles, and the people of the home. */
const useNames = (call: ListedCall, enabled: boolean): string[] => {
  const { calls } = useTexts();
  const { data } = useQuery({ ...labelsQuery(call.case_uuid), enabled });
  const { data: people } = useQuery({ ...peopleQuery, enabled });
  const namesIn = ({ speaker_labels }: Pick<ListedCall, 'speaker_labels'>) =>
    Object.values(speaker_labels)
      .map(nameOf)
      .filter((name) => name !== null);
  const elsewhere = (data ?? []).filter(({ uuid }) => uuid !== call.uuid).flatMap(namesIn);
  const staff = [...(people?.values() ?? [])].flatMap(({ name, deactivated_at }) =>
    name?.trim() && !deactivated_at ? name.trim() : [],
  );
  return suggestionsOf(namesIn(call), elsewhere, calls.roles, staff);
};
