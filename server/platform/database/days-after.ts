import sql, { type Sql } from 'sql-template-tag';

/**
 * The moment some days later; null where either is. 27,000 years stand for all that is longer: a timestamp holds no more.
 * For questions only: Citus takes no time that is reckoned from a column in a change.
 */
export const daysAfter = (moment: Sql, days: Sql): Sql =>
  sql`case when ${days} is not null then ${moment} + least(${days}, 10000000) * interval '1 day' end`;
