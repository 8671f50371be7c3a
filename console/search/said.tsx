import type { SearchGroup, SearchHit, SearchPage } from '@pharos/contract/search.ts';
import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { personOf } from '../naming/person.ts';
import { useLocale } from '../texts/texts.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import type { Asked } from './asked.ts';
import { FoundInCall } from './found-in-call.tsx';
import { HiddenLine } from './hidden-line.tsx';
import { createHitPlayer } from './hit-player.ts';
import { stepFrom } from './hit-steps.ts';
import { NothingFound } from './nothing-found.tsx';
import { NowPlaying } from './now-playing.tsx';
import { countQuery, saidQuery, sentencesIn } from './queries.ts';
import { Rail } from './rail.tsx';
import styles from './said.module.css';

type Props = { asked: Asked; ask: (next: Asked) => void };

/** Everything that was said and bears the search out: by case and call, each sentence to be read, played and opened. */
export const Said = ({ asked, ask }: Props) => {
  const { texts, formats } = useLocale();
  const { search } = texts;
  const list = useSuspenseInfiniteQuery(saidQuery(asked));
  const audio = useRef<HTMLAudioElement>(null);
  const player = useRef(createHitPlayer<SearchHit>(() => audio.current));
  const { pages } = list.data;
  const groups = pages.flatMap(({ items }) => items);
  const [first] = pages;
  const sentences = sentencesIn(groups);
  const counted = useQuery({ ...countQuery(asked), enabled: list.hasNextPage }).data;
  const calls = counted && search.calls(`${formats.count(counted.calls)}${counted.more ? '+' : ''}`);
  const hits = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const hit = (event.target as HTMLElement).closest<HTMLElement>('[data-hit]');
    if (!hit) return;
    const link = hit.querySelector<HTMLAnchorElement>('a[href*="#t="]');
    if (event.key === 'Enter' && (event.target as HTMLElement).matches('[data-play]') && link) {
      event.preventDefault();
      link.click();
    }
    if (event.key === 'Escape') player.current.close();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    const next = step && stepFrom(event.currentTarget, hit, step);
    if (!next) return;
    event.preventDefault();
    next.querySelector<HTMLElement>('[data-play]')?.focus();
  };
  return (
    <section className={styles.said} aria-label={search.said}>
      <header className={styles.title}>
        <h2>{search.said}</h2>
        {groups.length > 0 && (
          <p role="status" className="soft">
            {list.hasNextPage && calls
              ? search.first_of(groups.length, calls)
              : search.sentences(sentences, groups.length, list.hasNextPage)}
          </p>
        )}
      </header>
      {first?.indexing && <p className="soft">{search.indexing(first.indexing.done, first.indexing.total)}</p>}
      {groups.length === 0 && <NothingFound asked={asked} nearest={first?.nearest ?? []} ask={ask} />}
      <div className={styles.columns}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the hits, which are the controls. */}
        <div className={styles.groups} ref={hits} onKeyDown={press}>
          {casesIn(pages).map(([key, of_case]) => (
            <div key={key} className={styles.group}>
              <header className={styles.case}>
                <h3>
                  <Link to="/cases/$case_uuid" params={{ case_uuid: of_case[0].case.uuid }}>
                    {personOf(of_case[0].case, texts)}
                  </Link>
                </h3>
                <span className="soft figures">{of_case[0].case.external_id}</span>
                <span className={`${styles.count} soft`}>{search.only_sentences(sentencesIn(of_case))}</span>
              </header>
              {of_case.map((group) => (
                <FoundInCall key={group.call.uuid} group={group} asked={asked} player={player.current} list={hits} />
              ))}
            </div>
          ))}
          <ShowMore of={list} />
          {groups.length > 0 && !list.hasNextPage && <HiddenLine asked={asked} shown={sentences} ask={ask} />}
        </div>
        {groups.length > 0 || asked.without ? <Rail asked={asked} groups={groups} ask={ask} /> : null}
      </div>
      <NowPlaying player={player.current} list={hits} />
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand beside it. */}
      <audio ref={audio} preload="none" />
    </section>
  );
};

/** Calls by their cases, page by page: what comes later never moves what is being read. */
const casesIn = (pages: readonly Pick<SearchPage, 'items'>[]) =>
  pages.flatMap(({ items }, page) =>
    [...Map.groupBy(items, (group) => group.case.uuid)].map(
      ([uuid, groups]) => [`${page} ${uuid}`, groups as [SearchGroup, ...SearchGroup[]]] as const,
    ),
  );
