/** What decided that something is due. */
export type Reason = {
  by_deletion: boolean;
  is_pre_need: boolean;
  by_location: boolean;
  /** How long it is kept. */
  days: number;
};

/** The reason as a certificate says it. */
export const ruleOf = ({ by_deletion, is_pre_need, by_location, days }: Reason): string => {
  const time = days === 1 ? '1 day' : `${days} days`;
  if (by_deletion) return `deleted more than ${time} ago`;
  return `${is_pre_need ? 'pre-need' : 'at-need'} cases${by_location ? ' of this location' : ''} are kept ${time}`;
};
