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

/** Part of a page that is on its way: the quiet shape of text, which is not seen where it comes at once. */
export const Loading = () => <Shape name="span" lines={LINES} />;

/** A page that is on its way. It has no other heading until it is there. */
export const LoadingPage = () => <Shape name="h1" lines={[styles.name, ...LINES]} className={styles.whole} />;
