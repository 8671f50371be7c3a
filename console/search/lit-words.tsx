import type { SearchHit } from '@pharos/contract/search.ts';
import styles from './lit-words.module.css';

type Props = {
  hit: SearchHit;
  /** Characters of the snippet that are being said; what stands before them was said. */
  now?: { from: number; to: number } | null;
};

/** Words of a hit, with those lit that were found: solid as they were typed, dashed where they were reached another way. */
export const LitWords = ({ hit, now = null }: Props) =>
  partsOf(hit, now ? [now.from, now.to] : []).map(({ text, kind, at }) => {
    const said = now && at < now.from ? '' : undefined;
    const spoken = now && at >= now.from && at < now.to ? '' : undefined;
    if (kind)
      return (
        <mark key={at} className={styles.lit} data-kind={kind} data-said={said} data-now={spoken}>
          {text}
        </mark>
      );
    if (said === undefined && spoken === undefined) return text;
    return (
      <span key={at} className={styles.word} data-said={said} data-now={spoken}>
        {text}
      </span>
    );
  });

type Part = { text: string; kind: SearchHit['kind'] | null; at: number };

/** A snippet cut where highlights begin and end, and at some more places. */
const partsOf = ({ snippet, highlights, matches }: SearchHit, cuts: readonly number[]): Part[] => {
  const places = new Set([0, ...highlights.flat(), ...cuts].filter((at) => at >= 0 && at < snippet.length));
  const starts = [...places].sort((one, other) => one - other);
  return starts.map((at, index) => {
    const lit = highlights.findIndex(([from, to]) => at >= from && at < to);
    const kind = lit < 0 ? null : (matches[lit]?.kind ?? 'exact');
    return { text: snippet.slice(at, starts[index + 1]), kind, at };
  });
};
