import type { DueThing } from '@pharos/contract/retention.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { FilterForm } from '../ui/forms/filter-form.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import styles from './due-list.module.css';
import { duePages } from './queries.ts';
import { ruleWords } from './rule-words.ts';

const route = getRouteApi('/app/settings/retention');

/** List of what the next purge removes, or one at the end of a chosen day, by rule. */
export const DueList = () => {
  const { retention } = useTexts();
  const { at } = route.useSearch();
  return (
    <section aria-labelledby="due">
      <h2 id="due">{retention.due}</h2>
      <p className="soft">{retention.due_hint}</p>
      <DayForm key={at} at={at} />
      <SearchResults of={at}>{(asked) => <Dues at={asked} />}</SearchResults>
    </section>
  );
};

const Dues = ({ at }: { at: string | undefined }) => {
  const { texts, formats } = useLocale();
  const { retention } = texts;
  const list = useSuspenseInfiniteQuery(duePages(at));
  const due = list.data.pages.flatMap(({ items }) => items);
  const by_rule = [...Map.groupBy(due, ({ rule }) => ruleWords(rule, texts))];
  const waits_until = list.data.pages[0]?.waits_until;
  return (
    <>
      {waits_until && <p role="status">{retention.waits_until(formats.moment(waits_until))}</p>}
      {due.length === 0 && <Empty aloud>{at ? retention.none_by(formats.day(at)) : retention.none_now}</Empty>}
      {by_rule.map(([rule, things]) => (
        <section key={rule} className={styles.rule} aria-label={rule}>
          <h3>
            {rule}{' '}
            <span className="chip">
              {formats.count(things.length)}
              {list.hasNextPage && '+'}
            </span>
          </h3>
          <List>
            {things.map((thing) => (
              <Due key={thing.subject_uuid} thing={thing} />
            ))}
          </List>
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
    <FilterForm label={retention.look_ahead} onShow={(form) => show(textOf(form, 'at'))}>
      <TextInput label={retention.by_day} name="at" type="date" value={at} />
      <button type="submit" className="button">
        {retention.show}
      </button>
      {at && (
        <button type="button" className="button plain" onClick={() => show('')}>
          {retention.now}
        </button>
      )}
    </FilterForm>
  );
};

const Due = ({ thing }: { thing: DueThing }) => {
  const { texts, formats } = useLocale();
  const { retention } = texts;
  const { subject_type, case_uuid, rule, due_since, counts } = thing;
  const is_case = subject_type === 'case';
  const person = personOf(thing, texts);
  const name = is_case ? person : retention.call_of(person);
  // What was deleted has no page any more; of a deleted call, its case has one.
  const is_shown = !is_case || rule.reason !== 'deleted';
  return (
    <ListItem
      title={
        is_shown ? (
          <Link to="/cases/$case_uuid" params={{ case_uuid }} preload={false}>
            {name}
          </Link>
        ) : (
          name
        )
      }
      facts={
        <>
          <span>{retention.due_since(formats.dayOf(due_since))}</span>
          {is_case && <span>{retention.with_calls(counts.calls ?? 0)}</span>}
        </>
      }
    />
  );
};
