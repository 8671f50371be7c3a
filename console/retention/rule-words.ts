import type { Texts } from '../texts/english.ts';

/** A rule of the contract, such as `at-need cases are kept 3650 days`, in the reader's language; an unknown one as it is. */
export const ruleWords = (rule: string, { retention }: Texts): string => {
  const deleted = /^deleted more than (\d+) days? ago$/.exec(rule);
  if (deleted) return retention.rule_deleted(Number(deleted[1]));
  const kept = /^(pre|at)-need cases( of this location)? are kept (\d+) days?$/.exec(rule);
  if (!kept) return rule;
  const say = kept[1] === 'pre' ? retention.rule_pre_need : retention.rule_at_need;
  return say(Number(kept[3]), kept[2] !== undefined);
};
