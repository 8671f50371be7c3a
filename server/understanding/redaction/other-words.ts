import { type DigitGroup, isBetween } from './digit-groups.ts';
import type { Token } from './tokens.ts';

/** Number of words from one token to another that are neither digits nor stand between those of one number. */
export type OtherWords = (from: number, to: number) => number;

export const countOtherWords = (groups: readonly DigitGroup[], tokens: readonly Token[]): OtherWords => {
  const isOther = tokens.map((token) => !isBetween(token));
  for (const { pieces } of groups) for (const { start, end } of pieces) isOther.fill(false, start, end);
  const before = new Int32Array(tokens.length + 1);
  for (const [at, other] of isOther.entries()) before[at + 1] = (before[at] as number) + Number(other);
  return (from, to) => (before[to] as number) - (before[from] as number);
};
