import { termsOf } from '../../transcripts/search/tokens.ts';
import { isTitle } from '../mentions/names.ts';

/** Words of labels that name nobody. */
const NAMELESS = new Set(
  'caller speaker unknown receptionist recorded message announcement phone voice agent director staff customer'.split(
    ' ',
  ),
);

/** Words of the name in a voice's label: "Denise Pruitt, daughter" has two. Labels without a name have none. */
export const labelName = (label: string | null): string[] => {
  const [name = ''] = (label ?? '').split(/[,(/;–—]| - /);
  const words = name.trim().split(/\s+/).filter(Boolean);
  const isName =
    words.every((word) => /^\p{Lu}/u.test(word)) && !words.some((word) => NAMELESS.has(word.toLowerCase()));
  return isName ? words.filter((word) => !isTitle(termsOf(word)[0])) : [];
};

/** Role in a voice's label: "daughter" in "Denise Pruitt, daughter". Empty where it has none. */
export const labelRole = (label: string | null): string => /[,(/;–—]\s*([^)]+)/.exec(label ?? '')?.[1]?.trim() ?? '';
