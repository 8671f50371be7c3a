import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { type Asked, type FilterName, hashOf, setIn, withoutFilter } from './asked.ts';
import styles from './nothing-found.module.css';
import { sentencesQuery } from './queries.ts';

type Props = { asked: Asked; nearest: readonly string[]; ask: (next: Asked) => void };

/** Advice where nothing was found: queries that find something, and the filters that hide it. */
export const NothingFound = ({ asked, nearest, ask }: Props) => {
  const { search } = useTexts();
  const filters = setIn(asked);
  const hidden = useQueries({ queries: filters.map((name) => sentencesQuery(withoutFilter(asked, name))) });
  const drops = filters.flatMap((name, at) => {
    const found = hidden[at]?.data;
    return found && found.n > 0 ? [{ name, ...found }] : [];
  });
  return (
    <Empty aloud>
      <p>{filters.length > 0 ? search.none_kept(asked.q) : search.none(asked.q)}</p>
      {nearest.length > 0 && (
        <p className={styles.nearest}>
          {search.nearest}{' '}
          {nearest.map((q) => (
            <Link key={q} to="/search" hash={hashOf({ ...asked, q })} className={styles.query} dir="auto">
              {q}
            </Link>
          ))}
        </p>
      )}
      {nearest.length === 0 && drops.length === 0 && filters.length === 0 && <p className="soft">{search.try_less}</p>}
      {drops.map(({ name, n, more }) => (
        <p key={name}>
          <button type="button" className="button small" onClick={() => ask(withoutFilter(asked, name))}>
            {search.drop(nameOf(name, asked, search), search.more_sentences(n, more))}
          </button>
        </p>
      ))}
    </Empty>
  );
};

/** Name of a filter's value, as the sentence of filters says it. */
const nameOf = (name: FilterName, asked: Asked, search: ReturnType<typeof useTexts>['search']): string => {
  switch (name) {
    case 'who':
      return search.who[asked.who as 'ours'];
    case 'days':
      return search.days[asked.days as 7];
    case 'direction':
      return search.directions[asked.direction as 'incoming'];
    case 'location_uuid':
      return search.at;
    case 'case_uuid':
      return search.this_case;
  }
};
