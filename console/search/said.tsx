import type { SearchGroup } from '@pharos/contract/search.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { callTime, titleOf } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import { useLocale } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import type { Asked } from './asked.ts';
import { Hit } from './hit.tsx';
import { createHitPlayer } from './hit-player.ts';
import { saidQuery } from './queries.ts';
import styles from './said.module.css';

/** Everything that was said and bears the search out: by call, each sentence to be read, played and opened. */
export const Said = ({ asked }: { asked: Asked }) => {
  const { texts, formats } = useLocale();
  const { search } = texts;
  const list = useSuspenseInfiniteQuery(saidQuery(asked));
  const audio = useRef<HTMLAudioElement>(null);
  const player = useRef(createHitPlayer(() => audio.current));
  const groups = list.data.pages.flatMap(({ items }) => items);
  const indexing = list.data.pages[0]?.indexing;
  const sentences = groups.reduce((sum, { hits, more }) => sum + hits.length + more, 0);
  return (
    <section className={styles.said} aria-label={search.said}>
      <h2>{search.said}</h2>
      {indexing && <p className="soft">{search.indexing(indexing.done, indexing.total)}</p>}
      {groups.length === 0 ? (
        <Empty aloud>
          {asked.who || asked.days || asked.direction || asked.location_uuid
            ? search.none_kept(asked.q)
            : search.none(asked.q)}
        </Empty>
      ) : (
        <p role="status" className="soft">
          {search.sentences(sentences, groups.length, list.hasNextPage)}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the hits, which are the controls. */}
      <div className={styles.groups} onKeyDown={moveAmongHits}>
        {groups.map((group) => (
          <article key={group.call.uuid} className={styles.group} aria-label={nameOf(group, texts)}>
            <header className={styles.head}>
              <h3>
                <Link to="/cases/$case_uuid" params={{ case_uuid: group.case.uuid }}>
                  {personOf(group.case, texts)}
                </Link>
              </h3>
              <Link to="/calls/$call_uuid" params={{ call_uuid: group.call.uuid }} className={styles.call}>
                {titleOf(group.call, texts, formats)}
              </Link>
              <time className="soft" dateTime={callTime(group.call)}>
                {formats.moment(callTime(group.call))}
              </time>
            </header>
            <ol className={styles.hits}>
              {group.hits.map((hit) => (
                <Hit key={hit.start_word} hit={hit} player={player.current} />
              ))}
            </ol>
            {group.more > 0 && (
              <Link to="/calls/$call_uuid" params={{ call_uuid: group.call.uuid }} className={styles.more}>
                {search.more_in_call(group.more)}
              </Link>
            )}
          </article>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand beside it. */}
      <audio ref={audio} preload="none" />
      <ShowMore of={list} />
    </section>
  );
};

const nameOf = ({ call, case: its_case }: SearchGroup, texts: Parameters<typeof personOf>[1]) =>
  `${personOf(its_case, texts)}: ${call.file_name ?? call.uuid}`;

const moveAmongHits = (event: KeyboardEvent<HTMLElement>) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const hit = (event.target as HTMLElement).closest('[data-hit]');
  if (step === 0 || !hit) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const next = hits[hits.indexOf(hit as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.querySelector<HTMLElement>('button, a')?.focus();
};
