import pg from 'pg';
import type { Scope, TransactionOptions } from './database.ts';

/** Statements that begin a transaction in a scope, as one message. */
export const beginning = (scope: Scope, { lazy = false, snapshot = false }: TransactionOptions): string =>
  [
    `begin${snapshot ? ' isolation level repeatable read' : ''}`,
    settings(scope),
    ...(lazy ? ['set local synchronous_commit = off'] : []),
  ].join('; ');

/** A scope as settings that end with the transaction; migrations/0004 says what they open. Those left out stay. */
export const settings = ({
  organization_uuid = '',
  email,
  source_uuid,
  installation,
  statement_seconds,
}: Scope): string =>
  [
    `set local pharos.organization_uuid = ${pg.escapeLiteral(organization_uuid)}`,
    ...(email === undefined ? [] : [`set local pharos.email = ${pg.escapeLiteral(email)}`]),
    ...(source_uuid === undefined ? [] : [`set local pharos.source_uuid = ${pg.escapeLiteral(source_uuid)}`]),
    ...(installation === undefined ? [] : [`set local pharos.installation = ${installation ? 'on' : "''"}`]),
    ...(statement_seconds === undefined ? [] : [`set local statement_timeout = '${statement_seconds}s'`]),
  ].join('; ');
