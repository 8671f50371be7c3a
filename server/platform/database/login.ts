import sql from 'sql-template-tag';
import type { Database } from './database.ts';

/** Tells whether the login of requests is a superuser, bypasses row level security or has the rights of the owner. */
export const isLoginOfOwner = async (database: Database): Promise<boolean> => {
  const { is_owner } = await database.scopedTo({}).one<{ is_owner: boolean }>(sql`
    select rolsuper or rolbypassrls or pg_has_role(session_user, relowner, 'usage') as is_owner
    from pg_roles, pg_class
    where rolname = session_user and pg_class.oid = 'organizations'::regclass`);
  return is_owner;
};
