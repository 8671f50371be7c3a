import type { Texts } from '../texts/english.ts';

/** Counts by kind, such as “1 case · 2 calls”; a kind without words here is shown by its name. */
export const partsWords = (counts: Record<string, number>, { retention }: Texts): string => {
  const { parts } = retention;
  const words = (kind: string, n: number) =>
    Object.hasOwn(parts, kind) ? parts[kind as keyof typeof parts](n) : `${n} ${kind.replaceAll('_', ' ')}`;
  const order = Object.keys(parts);
  return Object.entries(counts)
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([kind, n]) => words(kind, n))
    .join(' · ');
};
