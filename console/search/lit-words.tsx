import type { SearchHit } from '@pharos/contract/search.ts';
import styles from './lit-words.module.css';

/** Words of a hit, with those lit that were found: solid as they were typed, dashed where they were reached another way. */
export const LitWords = ({ hit }: { hit: SearchHit }) =>
  partsOf(hit).map(({ text, kind, at }) =>
    kind ? (
      <mark key={at} className={styles.lit} data-kind={kind}>
        {text}
      </mark>
    ) : (
      text
    ),
  );

type Part = { text: string; kind: SearchHit['kind'] | null; at: number };

/** A snippet cut where highlights begin and end. */
const partsOf = ({ snippet, highlights, matches }: SearchHit): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const [index, [from, to]] of highlights.entries()) {
    if (from > at) parts.push({ text: snippet.slice(at, from), kind: null, at });
    parts.push({ text: snippet.slice(from, to), kind: matches[index]?.kind ?? 'exact', at: from });
    at = to;
  }
  if (at < snippet.length) parts.push({ text: snippet.slice(at), kind: null, at });
  return parts;
};
