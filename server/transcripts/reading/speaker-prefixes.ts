import type { NamedCue, PlainCue } from './read-cues.ts';
import { withoutRolling } from './rolling-captions.ts';

/** A line of a cue, or several of one person; `prefix` may be a name, `is_change` marks a change of speaker. */
type Utterance = { text: string; prefix?: string; mark?: string | null; is_change: boolean };

/** `Travis: When you first …`; a colon within a time or an address has no space behind it, but one of Chinese width. */
const PREFIX = /^\s*([^\s:：][^:：\n]{0,39})(?::\s+|：\s*)(?=\S)/;
/** `(speaker 0)` and `(speaker ?)` of whisper.cpp, `[SPEAKER_00]` and `[SPEAKER_00]:` of WhisperX and its kin. */
const MARK = /^\s*(?:\(\s*speaker\s+([\w?]{1,8})\s*\)|\[\s*((?:speaker|spk)[ _-]?[\w?]{1,8})\s*\]):?\s*/i;
const CHANGE = /^\s*(?:>>+|[-–—])\s*(?=[^\s\d-])/;
const SPACED_CHANGE = /^\s*(?:>>+|[-–—](?=\s))\s*(?=\S)/;
const PARTICLES = new Set(['al', 'bin', 'da', 'de', 'del', 'della', 'den', 'der', 'di', 'du', 'la', 'van', 'von', 'y']);
const MOST_NAMES = 200;

const utteranceOf = (line: string, change: RegExp | undefined): Utterance => {
  const text = change ? line.replace(change, '') : line;
  const is_change = text !== line;
  const mark = MARK.exec(text);
  if (mark) {
    const id = mark[1] ?? mark[2] ?? '';
    return { text: text.slice(mark[0].length), mark: id.endsWith('?') ? null : id, is_change };
  }
  const prefix = PREFIX.exec(text)?.[1]?.trim().replace(/\s+/g, ' ');
  const name = prefix?.replace(/^\[(.+)\]$|^\((.+)\)$/, '$1$2');
  return name !== undefined && /\p{L}/u.test(name) ? { text, prefix: name, is_change } : { text, is_change };
};

/** The lines of a cue by who may speak them: a line without a prefix goes on with what stands above it. */
const utterancesOf = (text: string): Utterance[] => {
  const lines = text.split('\n');
  // A dash without a space may be a minus or a word cut short, unless two people of one cue have it.
  const change = lines.filter((line) => CHANGE.test(line)).length > 1 ? CHANGE : SPACED_CHANGE;
  const utterances: Utterance[] = [];
  for (const line of lines) {
    const utterance = utteranceOf(line, change);
    const last = utterances.at(-1);
    const goesOn = !utterance.is_change && utterance.prefix === undefined && utterance.mark === undefined;
    if (last && goesOn) last.text += `\n${utterance.text}`;
    else utterances.push(utterance);
  }
  return utterances;
};

const looksLikeName = (name: string): boolean => {
  const words = name.split(' ');
  return words.length <= 5 && words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word));
};

/**
 * Finds which prefixes are names. What is taken for a name leaves the text, so doubt keeps it in the text: a prefix
 * must begin most cues (as Zoom writes them), or be written like a name and either recur or stand beside another one.
 */
const namesIn = (cues: readonly Utterance[][]): Set<string> => {
  const first = cues.map(([utterance]) => utterance?.prefix).filter((prefix) => prefix !== undefined);
  const all = cues.flatMap((cue) => cue.map(({ prefix }) => prefix)).filter((prefix) => prefix !== undefined);
  const names = all.filter(looksLikeName);
  const distinct = new Set(names);
  if (first.length > 2 && first.length * 2 > cues.length) return new Set([...first, ...names]);
  return distinct.size > 1 || names.length > 1 || names.length === cues.length ? distinct : new Set();
};

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Cuts `Good morning. Daughter: Hello.` where a name that begins lines elsewhere follows the end of a sentence. */
const cutterAt = (names: ReadonlySet<string>): ((utterance: Utterance) => Utterance[]) => {
  if (names.size === 0 || names.size > MOST_NAMES) return (utterance) => [utterance];
  const within = new RegExp(`(?<=[.?!…"”)]\\s)(?=(?:${[...names].map(escaped).join('|')}):\\s+\\S)`, 'u');
  return (utterance) =>
    utterance.text
      .split(within)
      .map((text, index) => (index === 0 ? { ...utterance, text } : utteranceOf(text, undefined)));
};

/**
 * Takes what stands in front of the words of a cue for who says them: `Name: `, also on later lines of the cue, and the
 * marks of whisper.cpp and WhisperX. With two or more names, a name holds until the next one, as podcasts have it on
 * the first cue of a turn only, or until a dash or `>>` marks a change of speaker.
 */
export const takeSpeakerPrefixes = (given: readonly PlainCue[]): NamedCue[] => {
  const cues = withoutRolling(given);
  const found = cues.map(({ text }) => utterancesOf(text));
  const names = namesIn(found);
  const cut = cutterAt(names);
  let speaking: string | undefined;
  return cues.map(({ start, end }, index) => {
    const parts = (found[index] ?? []).flatMap(cut).map(({ text, prefix, mark, is_change }) => {
      if (is_change) speaking = undefined;
      if (mark !== undefined) return { text, speaker: mark ?? undefined };
      if (prefix === undefined || !names.has(prefix)) return { text, name: speaking };
      if (names.size > 1) speaking = prefix;
      return { text: text.replace(PREFIX, ''), name: prefix };
    });
    return { start, end, parts };
  });
};
