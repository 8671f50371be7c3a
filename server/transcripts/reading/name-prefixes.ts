import type { NamedCue } from './read-cues.ts';

/** `Travis: When you first …`; a colon within a time or an address has no space behind it. */
const PREFIX = /^\s*([^\s:][^:\n]{0,39}):\s+(?=\S)/;
const PARTICLES = new Set(['al', 'bin', 'da', 'de', 'del', 'della', 'den', 'der', 'di', 'du', 'la', 'van', 'von', 'y']);

const prefixOf = (text: string): string | undefined => {
  const name = PREFIX.exec(text)?.[1]?.trim().replace(/\s+/g, ' ');
  return name !== undefined && /\p{L}/u.test(name) ? name : undefined;
};

const looksLikeName = (name: string): boolean => {
  const words = name.split(' ');
  return words.length <= 5 && words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word));
};

/**
 * Which prefixes are names. What is taken for a name leaves the text, so doubt keeps it in the text: a prefix must be
 * on most cues (as Zoom writes them), or be written like a name and either recur or stand beside another such name.
 */
const namesIn = (prefixes: readonly (string | undefined)[]): Set<string> => {
  const found = prefixes.filter((prefix) => prefix !== undefined);
  if (found.length > 2 && found.length * 2 > prefixes.length) return new Set(found);
  const names = found.filter(looksLikeName);
  const distinct = new Set(names);
  return distinct.size > 1 || names.length > 1 || names.length === prefixes.length ? distinct : new Set();
};

/**
 * Takes `Name: ` at the beginning of cues as the speaker. With two or more names, a name holds until the next one:
 * podcasts put it on the first cue of a turn only. Each cue has one part here.
 */
export const takeNamePrefixes = (cues: readonly NamedCue[]): NamedCue[] => {
  const prefixes = cues.map(({ parts }) => prefixOf(parts[0]?.text ?? ''));
  const names = namesIn(prefixes);
  let speaking: string | undefined;
  return cues.map(({ start, end, parts }, index) => {
    const [text, prefix] = [parts[0]?.text ?? '', prefixes[index]];
    if (prefix === undefined || !names.has(prefix)) return { start, end, parts: [{ text, name: speaking }] };
    if (names.size > 1) speaking = prefix;
    return { start, end, parts: [{ text: text.replace(PREFIX, ''), name: prefix }] };
  });
};
