import type { RetentionRule } from '@pharos/contract/retention.ts';
import type { Texts } from '../texts/english.ts';

/** A rule of retention in the reader's language. */
export const ruleWords = (rule: RetentionRule, { retention }: Texts): string => {
  switch (rule.reason) {
    case 'deleted':
      return retention.rule_deleted(rule.days);
    case 'at_need':
      return retention.rule_at_need(rule.days, rule.set_by === 'location');
    case 'pre_need':
      return retention.rule_pre_need(rule.days, rule.set_by === 'location');
    case 'text':
      return rule.text;
  }
};
