import { lazy, Suspense } from 'react';
import type { Props } from './name-combo.tsx';
import styles from './name-field.module.css';

const load = () => import('./name-combo.tsx');
const NameCombo = lazy(async () => ({ default: (await load()).NameCombo }));

/** Fetches the field before it is asked for, once the page itself is there. */
export const prepareNameField = (): void => {
  setTimeout(() => void load().catch(() => {}), 1000);
};

/** A field for a name; it weighs as much as the rest of the page, so it comes after it. */
export const NameField = (props: Props) => (
  <Suspense fallback={<span className={styles.field} />}>
    <NameCombo {...props} />
  </Suspense>
);
