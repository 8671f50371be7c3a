import type { Hold } from '@pharos/contract/retention.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWho } from '../api/users.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Disclosure } from '../ui/forms/disclosure.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { PlaceHold } from './place-hold.tsx';
import { holdPages } from './queries.ts';
import { ReleaseHold } from './release-hold.tsx';

/** The holds in force in the whole home. */
export const HoldList = () => {
  const { retention } = useTexts();
  const list = useSuspenseInfiniteQuery(holdPages());
  const holds = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{retention.holds}</h2>
      <p className="soft">{retention.holds_hint}</p>
      <Disclosure label={retention.place}>
        <PlaceHold />
      </Disclosure>
      {holds.length === 0 && <Empty>{retention.no_holds}</Empty>}
      <List label={retention.holds}>
        {holds.map((hold) => (
          <HoldLine key={hold.uuid} hold={hold} with_case may_release />
        ))}
      </List>
      <ShowMore of={list} />
    </section>
  );
};

type Props = { hold: Hold; with_case?: boolean; may_release: boolean };

export const HoldLine = ({ hold, with_case, may_release }: Props) => {
  const { texts, formats } = useLocale();
  const { retention } = texts;
  const who = useWho();
  return (
    <ListItem
      title={hold.reason}
      facts={
        <>
          <span>{retention.held_by(who(hold.created_by), formats.moment(hold.created_at))}</span>
          {with_case && (
            <Link to="/cases/$case_uuid" params={{ case_uuid: hold.case_uuid }} preload={false}>
              {personOf(hold, texts)}
            </Link>
          )}
          {hold.released_at && (
            <span className="chip">{retention.released(who(hold.released_by), formats.moment(hold.released_at))}</span>
          )}
        </>
      }
      aside={may_release && !hold.released_at && <ReleaseHold hold={hold} />}
    />
  );
};
