import sql, { type Sql } from 'sql-template-tag';

/**
 * A condition on which everything that a request does in the database depends, such as that its token is still what it
 * was when it was last looked at. It is asked in the same flight as what depends on it: where it does not hold, the
 * transaction fails, and with it all that was sent behind the question.
 */
export type Guard = {
  /** Identifies the condition: requests that depend on the same one have equal keys. */
  key: string;
  /** A query that has one row where the condition holds, and none where it does not. */
  condition: Sql;
  /** True once it has held; later transactions of the request need not ask again. */
  held: boolean;
  /** True where the request goes on for long, so that each of its transactions has to ask. */
  lasting?: boolean;
};

/** Notes that a guard has held, just now. */
export const noteHeld = (guard: Guard): void => {
  guard.held = !guard.lasting;
};

/** Failure of a transaction whose guard did not hold. Nothing has happened. */
export class GuardFailed extends Error {
  override name = 'GuardFailed';
  readonly guard: Guard;

  constructor(guard: Guard) {
    super('a guard did not hold');
    this.guard = guard;
  }
}

export const DIVISION_BY_ZERO = '22012';

/** A statement that fails where the condition does not hold, so that the database itself undoes what follows. */
export const guarding = ({ condition }: Guard): Sql => sql`select 1 / count(*) from (${condition}) as held`;
