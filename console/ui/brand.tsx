import styles from './brand.module.css';

/** Logo, a lighthouse, with the name next to it. */
export const Brand = () => (
  <span className={styles.brand}>
    <svg className={styles.mark} viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false">
      <path d="M8 1.8 14.6 14H1.4Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <circle cx="8" cy="10" r="1.2" fill="currentColor" />
    </svg>
    <span>Pharos</span>
  </span>
);
