import type { SearchGroup } from '@pharos/contract/search.ts';
import { personOf } from '../naming/person.ts';
import { useTexts } from '../texts/texts.tsx';
import { type Asked, REACHES, type Reach } from './asked.ts';
import { sentencesIn } from './queries.ts';
import styles from './rail.module.css';

type Props = { asked: Asked; groups: readonly SearchGroup[]; ask: (next: Asked) => void };

const KINDS: Record<Reach, string> = { trade: 'trade', forms: 'form', numbers: 'number', names: 'name' };
const MOST = 6;

/** Cases of what was found, to look on in one of them, and the ways in which words were reached, to switch them off. */
export const Rail = ({ asked, groups, ask }: Props) => {
  const texts = useTexts();
  const { search } = texts;
  const { without = [] } = asked;
  const cases = [...Map.groupBy(groups, (group) => group.case.uuid).values()]
    .map((of_case) => ({ one: (of_case[0] as SearchGroup).case, n: sentencesIn(of_case) }))
    .sort((one, other) => other.n - one.n)
    .slice(0, MOST);
  const kinds = groups.flatMap(({ hits }) => hits.flatMap(({ matches }) => matches.map(({ kind }) => kind)));
  const toggle = (reach: Reach) =>
    ask({ ...asked, without: REACHES.filter((one) => without.includes(one) !== (one === reach)) });
  return (
    <aside className={styles.rail} aria-label={search.also_found}>
      {cases.length > 1 && (
        <section>
          <h3>{search.in_case}</h3>
          <ul>
            {cases.map(({ one, n }) => (
              <li key={one.uuid}>
                <button type="button" className={styles.row} onClick={() => ask({ ...asked, case_uuid: one.uuid })}>
                  <span dir="auto">{personOf(one, texts)}</span> <span className="soft figures">{n}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{search.also_found}</h3>
        <ul>
          {REACHES.map((reach) => (
            <li key={reach}>
              <label className={styles.row}>
                <span>{search.reaches[reach]}</span>{' '}
                <span className="soft figures" aria-hidden="true">
                  {kinds.filter((kind) => kind === KINDS[reach]).length || ''}
                </span>
                <input
                  type="checkbox"
                  checked={!without.includes(reach)}
                  onChange={() => toggle(reach)}
                  className={styles.switch}
                />
              </label>
            </li>
          ))}
        </ul>
      </section>
      <p className={`${styles.keys} soft`}>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {search.keys.next}
        </span>
        <span>
          <kbd>{search.palette.keys.space}</kbd> {search.keys.play}
        </span>
        <span>
          <kbd>↵</kbd> {search.keys.open}
        </span>
      </p>
    </aside>
  );
};
