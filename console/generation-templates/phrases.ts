import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';

type Phrases = NonNullable<GenerationTemplate['exact_phrases']>;

/** Minimum match of a phrase whose line has no percentage. */
const WHOLE = 100;

/** A phrase a line, with what has to match behind it where that is not all: `no viewing | 80`. */
export const writePhrases = (phrases: Phrases | null): string =>
  (phrases ?? [])
    .map(({ phrase, match_percentage }) => (match_percentage === WHOLE ? phrase : `${phrase} | ${match_percentage}`))
    .join('\n');

export const readPhrases = (text: string): Phrases =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, phrase, percentage] = /^(.*\S)\s*\|\s*(\d+(?:\.\d+)?)\s*%?$/.exec(line) ?? [];
      return phrase === undefined
        ? { phrase: line, match_percentage: WHOLE }
        : { phrase, match_percentage: Number(percentage) };
    });
