import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../texts/texts.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { type Asked, type FilterName, setIn, withoutFilter } from './asked.ts';
import styles from './hidden-line.module.css';
import { sentencesQuery } from './queries.ts';

type Props = { asked: Asked; shown: number; ask: (next: Asked) => void };

/** One line for what a filter hides, the first that is set; asked for once the results are there. */
export const HiddenLine = ({ asked, shown, ask }: Props) => {
  const { search } = useTexts();
  const [name] = setIn(asked);
  const open = name ? withoutFilter(asked, name) : asked;
  const { data } = useQuery({ ...sentencesQuery(open), enabled: useSettled() && name !== undefined });
  const hidden = data ? data.n - shown : 0;
  if (!name || !data || hidden <= 0) return null;
  return (
    <p className={styles.line}>
      {search.hidden[kindOf(name, asked)](search.more_sentences(hidden, data.more))}{' '}
      <button type="button" className="button small plain" onClick={() => ask(open)}>
        {search.show_them}
      </button>
    </p>
  );
};

/** The side that a filter of voices hides is the other one. */
const kindOf = (name: FilterName, { who }: Asked) => (name === 'who' ? (who === 'ours' ? 'theirs' : 'ours') : name);
