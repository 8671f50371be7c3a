/** Characters that a line at the edge of a page holds. */
const LONGEST = 80;

/** A text as the string that `content` takes in a style sheet (CSS Syntax 4.3.5), cut to one line of a page's edge. */
export const edgeText = (text: string): string => {
  const characters = Array.from(text);
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : text;
  return `"${short.replace(/["\\\p{Cc}]/gu, (one) => `\\${one.codePointAt(0)?.toString(16)} `)}"`;
};
