import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.tsx';
import { hashOf } from './asked.ts';
import styles from './examples.module.css';
import { recentNames } from './queries.ts';

/** Example queries, with names from the reader's own cases. */
export const Examples = () => {
  const { search } = useTexts();
  const { data: names = [] } = useQuery(recentNames);
  const asked = [...names, ...search.examples];
  return (
    <section className={styles.examples} aria-label={search.try_one}>
      <h2>{search.try_one}</h2>
      <ul>
        {asked.map((q) => (
          <li key={q}>
            <Link to="/search" hash={hashOf({ q })} className={styles.example}>
              {q}
            </Link>
          </li>
        ))}
      </ul>
      <p className="soft">{search.how}</p>
    </section>
  );
};
