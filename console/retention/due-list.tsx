import type { DueThing } from '@pharos/contract/retention.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { personOf } from '../naming/person.ts';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { Answer } from '../ui/search-results.tsx';
import { duePages } from './queries.ts';
import { ruleWords } from './rule-words.ts';

const route = getRouteApi('/house/settings/retention');

/** What the next purge removes, or one at the end of a day that is asked for, by the rule that decides it. */
export const DueList = () => {
  const { retention } = useTexts();
  const { at } = route.useSearch();
  return (
    <section aria-labelledby="due">
      <h2 id="due">{retention.due}</h2>
      <p className="soft">{retention.due_hint}</p>
      <DayForm key={at} at={at} />
      <Answer to={at}>{(asked) => <Dues at={asked} />}</Answer>
    </section>
  );
};

const Dues = ({ at }: { at: string | undefined }) => {
  const { texts, formats } = useSpoken();
  const { retention } = texts;
  const list = useSuspenseInfiniteQuery(duePages(at));
  const due = list.data.pages.flatMap(({ items }) => items);
  const by_rule = [...Map.groupBy(due, ({ rule }) => rule)];
  return (
    <>
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
    </>
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
  const { subject_type, case_uuid, rule, due_since, counts } = thing;
  const is_case = subject_type === 'case';
  const person = personOf(thing, texts);
  const name = is_case ? person : retention.call_of(person);
  // What was deleted has no page any more; of a deleted call, its case has one.
  const is_shown = !is_case || !rule.startsWith('deleted');
  return (
    <li className="entry">
      <p className="title">
        {is_shown ? (
          <Link to="/cases/$case_uuid" params={{ case_uuid }} preload={false}>
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      <p className="facts-line soft">
        <span>{retention.due_since(formats.stamp(due_since))}</span>
        {is_case && <span>{retention.with_calls(counts.calls ?? 0)}</span>}
      </p>
    </li>
  );
};
