/** Words of one speaker before the next speaks. A word is all that stands between two spaces, with its punctuation. */
export type Turn = { speaker: string; words: string[] };

/** Reads a dialogue: one line a turn, `speaker: words`. Throws on a line of another shape. */
export const turnsOf = (dialogue: string): Turn[] =>
  dialogue
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, speaker, said] = /^([^\s:]+): (.+)$/.exec(line) ?? [];
      if (!speaker || !said) throw new Error(`a dialogue's line is "speaker: words", not "${line}"`);
      return { speaker, words: said.trim().split(/\s+/) };
    });
