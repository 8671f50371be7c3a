import type { Outcome } from './run.ts';

/** Control characters, which an answer of a stranger's server could send to a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A report in plain sentences: each rule, and of each difference the request, what was expected and what came. */
export const reportOf = (base_url: string, outcomes: readonly Outcome[]): string => {
  const lines = outcomes.flatMap(({ rule, state, differences, reason }) => {
    const sign = { kept: '✔', differs: '✘', skipped: '–' }[state];
    return [
      `${sign} ${rule.rule}${reason ? ` (not tried: ${reason})` : ''}`,
      ...differences.flatMap(({ request, expected, got }) => [
        `    request   ${request}`,
        `    expected  ${expected}`,
        `    got       ${got}`,
      ]),
    ];
  });
  const count = (state: Outcome['state']) => outcomes.filter((one) => one.state === state).length;
  const differences = outcomes.reduce((sum, one) => sum + one.differences.length, 0);
  const sum =
    differences === 0
      ? `${base_url} keeps the contract: ${count('kept')} rules, no difference.`
      : `${base_url} differs from the contract in ${differences} places, by ${count('differs')} of ${outcomes.length} rules.`;
  const skipped = count('skipped') > 0 ? ` ${count('skipped')} rules were not tried.` : '';
  return `${[...lines, '', sum + skipped].join('\n').replaceAll(UNSAFE, ' ')}\n`;
};
