// `npm run bench -- phrases`: exact phrases over an hour of words, in milliseconds of one core.
import { readCall } from '../server/understanding/call.ts';
import { findPhrases } from '../server/understanding/phrases/find-phrases.ts';
import { makeTranscript, WORDS_PER_HOUR } from './transcripts.ts';
import { vocabulary } from './vocabulary.ts';

const [PHRASES, ROUNDS] = [200, 21];

const call = readCall(makeTranscript(WORDS_PER_HOUR, 1).words);
const said = call.words.map(({ text }) => text);

/** Three to eight consecutive words: every other phrase was said on the call, the others were not, or not in this order. */
const phrases = Array.from({ length: PHRASES }, (_, index) => {
  const texts = index % 2 === 0 ? said : vocabulary;
  const at = (index * 7919) % (texts.length - 8);
  return { phrase: texts.slice(at, at + 3 + (index % 6)).join(' '), match_percentage: 80 };
});

const times = Array.from({ length: ROUNDS }, () => {
  const before = process.cpuUsage();
  findPhrases(call, phrases);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
});
const found = findPhrases(call, phrases).filter(({ matches }) => matches.length > 0).length;
const [first = 0, ...warm] = times;
const median = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? first;
process.stdout.write(
  `${PHRASES} phrases over ${said.length} words, ${found} of them found: ` +
    `${first.toFixed(0)} ms at first, ${median.toFixed(0)} ms after that (median of ${warm.length})\n`,
);
process.exit();
