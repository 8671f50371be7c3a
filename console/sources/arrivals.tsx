import { ARRIVAL_STATES, type Arrival } from '@pharos/contract/arrivals.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { Loading } from '../ui/loading.tsx';
import { arrivalPages } from './queries.ts';

/** Log of what came from a source, and what became of it. */
export const Arrivals = ({ source_uuid }: { source_uuid: string }) => {
  const texts = useTexts();
  const { sources } = texts;
  const [state, setState] = useState<Arrival['state']>();
  const list = useInfiniteQuery(arrivalPages(source_uuid, state));
  const id = useId();
  const found = list.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{sources.what_came_in}</h2>
      <label className="row">
        <span className="soft">{sources.filter}</span>
        <select
          className="input"
          value={state ?? ''}
          onChange={({ currentTarget }) => setState(ARRIVAL_STATES.find((one) => one === currentTarget.value))}
        >
          <option value="">{sources.all}</option>
          {ARRIVAL_STATES.map((one) => (
            <option key={one} value={one}>
              {sources.states[one]}
            </option>
          ))}
        </select>
      </label>
      {list.error && !found && <TroubleNotice trouble={troubleOf(list.error, texts)} again={list.refetch} />}
      {!list.error && !found && <Loading />}
      {found?.length === 0 && <Empty>{state ? sources.none_in_state : sources.nothing_came}</Empty>}
      {found !== undefined && found.length > 0 && (
        <List label={sources.what_came_in}>
          {found.map((arrival) => (
            <OneArrival key={arrival.uuid} arrival={arrival} />
          ))}
        </List>
      )}
      <ShowMore of={list} />
    </section>
  );
};

const OneArrival = ({ arrival }: { arrival: Arrival }) => {
  const { texts, formats } = useLocale();
  const { sources } = texts;
  const { uuid: arrival_uuid, source_uuid, state, reason, from, created_at, call_uuid, next_attempt_at } = arrival;
  const replay = useChange(() => pharos.sources.replay({ source_uuid, arrival_uuid }), { kind: 'source' });
  const when = formats.moment(created_at);
  const is_open = state === 'failed' || state === 'refused';
  return (
    <ListItem
      title={
        <>
          {when} <span className={is_open ? 'chip lamp' : 'chip'}>{sources.states[state]}</span>
        </>
      }
      facts={
        <>
          {from && <bdi className="soft">{from}</bdi>}
          {reason && <span className={is_open ? 'wrong' : undefined}>{sources.reasons[reason]}</span>}
          {state === 'waiting' && next_attempt_at && <span>{sources.next_try(formats.moment(next_attempt_at))}</span>}
        </>
      }
      aside={
        call_uuid ? (
          <Link to="/calls/$call_uuid" params={{ call_uuid }} preload={false}>
            {sources.open_call}
          </Link>
        ) : (
          is_open && (
            <button
              type="button"
              className="button small"
              aria-label={sources.try_again_one(when)}
              aria-disabled={replay.busy}
              onClick={() => replay.run(undefined)}
            >
              {sources.again}
            </button>
          )
        )
      }
      below={<TroubleNotice trouble={replay.trouble} />}
    />
  );
};
