import { useTexts } from '../../texts/texts.tsx';
import styles from './palette.module.css';
import { SCOPES, type Scope } from './rows.ts';

/** Keys of the palette. On a telephone, where there are none, only the parts to choose from are shown. */
export const Footer = ({ scope, onNarrow }: { scope: Scope; onNarrow(): void }) => {
  const { palette } = useTexts().search;
  const { keys } = palette;
  const next = SCOPES[(SCOPES.indexOf(scope) + 1) % SCOPES.length];
  const [start, end] = keys.actions;
  return (
    <div className={`${styles.footer} soft`}>
      <span className={styles.keys}>
        <kbd>↑</kbd> <kbd>↓</kbd> {keys.move}
      </span>
      <span className={styles.keys}>
        <kbd>{keys.space}</kbd> {keys.play}
      </span>
      <button type="button" className={styles.narrow} tabIndex={-1} onClick={onNarrow}>
        <kbd>Tab</kbd> {next === 'all' || !next ? palette.all : keys.only(palette.sections[next])}
      </button>
      <span className={`${styles.keys} ${styles.last}`}>
        {start} <kbd>&gt;</kbd> {end}
      </span>
    </div>
  );
};
