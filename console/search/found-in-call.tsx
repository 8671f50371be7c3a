import type { SearchGroup, SearchHit } from '@pharos/contract/search.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { callTime, titleOf } from '../naming/call-title.ts';
import { useLocale } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import type { Asked } from './asked.ts';
import { Hit } from './hit.tsx';
import type { HitPlayer } from './hit-player.ts';
import { hitsQuery } from './queries.ts';
import styles from './said.module.css';

type Props = { group: SearchGroup; asked: Asked; player: HitPlayer<SearchHit>; list: RefObject<HTMLElement | null> };

/** A call that was found, with the best of its sentences; the others open in place. */
export const FoundInCall = ({ group, asked, player, list }: Props) => {
  const { texts, formats } = useLocale();
  const { search } = texts;
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery({ ...hitsQuery(group.call.uuid, asked), enabled: all });
  const hits = data ?? group.hits;
  const title = titleOf(group.call, texts, formats);
  return (
    <article aria-label={title}>
      <header className={styles.head}>
        <time className="soft" dateTime={callTime(group.call)}>
          {formats.moment(callTime(group.call))}
        </time>
        <Link to="/calls/$call_uuid" params={{ call_uuid: group.call.uuid }} className={styles.call}>
          {title}
        </Link>
        {group.call.direction && <span className="soft">{texts.calls.facts.directions[group.call.direction]}</span>}
      </header>
      <ol className={styles.hits}>
        {hits.map((hit) => (
          <Hit key={hit.start_word} hit={hit} player={player} list={list} />
        ))}
      </ol>
      <TroubleNotice trouble={error && troubleOf(error, texts)} again={refetch} />
      {group.more > 0 && !data && (
        <button
          type="button"
          className={`${styles.more} button small plain`}
          aria-disabled={all && !error}
          onClick={() => setAll(true)}
        >
          {search.show_in_call(group.more)}
        </button>
      )}
    </article>
  );
};
