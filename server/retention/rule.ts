import type { RetentionRule } from '@pharos/contract/retention.ts';

/** A decision that something is due. */
export type Reason = {
  by_deletion: boolean;
  is_pre_need: boolean;
  by_location: boolean;
  /** Days that it is kept. */
  days: number;
};

/** The rule as a certificate keeps it. */
export const ruleOf = ({ by_deletion, is_pre_need, by_location, days }: Reason): RetentionRule =>
  by_deletion
    ? { reason: 'deleted', days }
    : { reason: is_pre_need ? 'pre_need' : 'at_need', days, set_by: by_location ? 'location' : 'organization' };
