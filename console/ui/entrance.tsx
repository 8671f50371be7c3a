import type { ReactNode } from 'react';
import styles from './entrance.module.css';

/** Page of one card in the middle of the window, shown before signing in. */
export const Entrance = ({ children }: { children: ReactNode }) => <main className={styles.entrance}>{children}</main>;
