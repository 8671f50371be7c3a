import styles from './list.module.css';

/** A name in which what was typed is lit, at its beginning words and in its digits. */
export const Typed = ({ text, children }: { text: string; children: string }) => {
  const wanted = text.trim().split(/\s+/).filter(Boolean).map(escaped);
  if (wanted.length === 0) return children;
  const parts = children.split(new RegExp(`(${wanted.join('|')})`, 'giu'));
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text stay in their order
      <mark key={index} className={styles.typed}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
};

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
