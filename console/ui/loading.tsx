import { useTexts } from '../texts/texts.tsx';
import styles from './loading.module.css';

const LINES = [styles.line, styles.line, styles.short, styles.line, styles.middle];

type Props = { name: 'h1' | 'span'; lines: (string | undefined)[]; className?: string };

const Shape = ({ name: Name, lines, className = '' }: Props) => {
  const { ui } = useTexts();
  return (
    <div className={`${styles.loading} ${className}`} role="status">
      <Name className="unseen">{ui.loading}</Name>
      {lines.map((length, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
        <div key={index} className={`${styles.line} ${length}`} />
      ))}
    </div>
  );
};

/** Placeholder for a part of a page that is loading, in the shape of text; not shown where it loads quickly. */
export const Loading = () => <Shape name="span" lines={LINES} />;

/** Placeholder for a page that is loading. It has no other heading until the page is there. */
export const LoadingPage = () => <Shape name="h1" lines={[styles.name, ...LINES]} className={styles.whole} />;
