import type { DueThing } from '@pharos/contract/retention.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { TextInput } from '../forms/fields.tsx';
import { textOf } from '../forms/filled.ts';
import { ShowMore } from '../shell/pages.tsx';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { duePages } from './queries.ts';
import { ruleWords } from './rule-words.ts';

const route = getRouteApi('/house/settings/retention');

/** What the next purge removes, or one at the end of a day that is asked for, by the rule that decides it. */
export const DueList = () => {
  const { texts, formats } = useSpoken();
  const { retention } = texts;
  const { at } = route.useSearch();
  const list = useSuspenseInfiniteQuery(duePages(at));
  const due = list.data.pages.flatMap(({ items }) => items);
  const by_rule = [...Map.groupBy(due, ({ rule }) => rule)];
  return (
    <section aria-labelledby="due">
      <h2 id="due">{retention.due}</h2>
      <p className="soft">{retention.due_hint}</p>
      <DayForm key={at} at={at} />
      <div role="status">
        {due.length === 0 && <p className="none">{at ? retention.none_by(formats.day(at)) : retention.none_now}</p>}
      </div>
      {by_rule.map(([rule, things]) => (
        <section key={rule} className="rule" aria-label={ruleWords(rule, texts)}>
          <h3>
            {ruleWords(rule, texts)}{' '}
            <span className="chip">
              {formats.count(things.length)}
              {list.hasNextPage && '+'}
            </span>
          </h3>
          <ul className="entries">
            {things.map((thing) => (
              <Due key={thing.subject_uuid} thing={thing} />
            ))}
          </ul>
        </section>
      ))}
      <ShowMore of={list} />
    </section>
  );
};

const DayForm = ({ at }: { at: string | undefined }) => {
  const { retention } = useTexts();
  const navigate = useNavigate();
  const show = (day: string) => void navigate({ to: '/settings/retention', search: day === '' ? {} : { at: day } });
  return (
    <form
      className="filter row"
      aria-label={retention.look_ahead}
      onSubmit={(event) => {
        event.preventDefault();
        show(textOf(new FormData(event.currentTarget), 'at'));
      }}
    >
      <TextInput label={retention.by_day} name="at" type="date" value={at} />
      <button type="submit" className="button">
        {retention.look}
      </button>
      {at && (
        <button type="button" className="button plain" onClick={() => show('')}>
          {retention.now}
        </button>
      )}
    </form>
  );
};

const Due = ({ thing }: { thing: DueThing }) => {
  const { texts, formats } = useSpoken();
  const { retention } = texts;
  const is_case = thing.subject_type === 'case';
  // What was deleted has no page any more.
  const is_shown = !thing.rule.startsWith('deleted');
  const name = retention.subjects[thing.subject_type];
  return (
    <li className="entry">
      <p>
        {is_shown && is_case ? (
          <Link to="/cases/$case_uuid" params={{ case_uuid: thing.case_uuid }} preload={false}>
            {name}
          </Link>
        ) : (
          name
        )}{' '}
        <code>{thing.subject_uuid}</code>
      </p>
      <p className="facts-line soft">
        <span>{retention.due_since(formats.stamp(thing.due_since))}</span>
        {is_case && <span>{retention.with_calls(thing.counts.calls ?? 0)}</span>}
      </p>
    </li>
  );
};

/** How many rows of each table, by the names that the contract has for them. */
export const countsOf = (counts: Record<string, number>, count: (n: number) => string): string =>
  Object.entries(counts)
    .map(([table, rows]) => `${table.replaceAll('_', ' ')} ${count(rows)}`)
    .join(' · ');
