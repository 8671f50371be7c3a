import Type from 'typebox';
import { route } from './table/route.ts';
import { oneOf } from './table/schema.ts';

/** Reasons to look at a server that answers. */
export const WARNINGS = ['space_low', 'backup_old', 'audit_behind'] as const;
export type Warning = (typeof WARNINGS)[number];

export const about = {
  live: route({
    method: 'GET',
    path: '/health/live',
    summary: 'Check that the process is alive',
    access: 'public',
    without_database: true,
    status: 200,
    data: Type.Object({ live: Type.Literal(true) }),
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    summary: 'Check that the database answers; 503 if not',
    access: 'public',
    status: 200,
    data: Type.Object({
      ready: Type.Literal(true),
      warnings: Type.Array(oneOf(WARNINGS), {
        description:
          'Reasons to look at the server soon. space_low: its disk is nearly full, and writes are refused. backup_old: ' +
          'the newest backup is older than two days. audit_behind: audit events have waited for their links for five minutes.',
      }),
    }),
  }),
};
