import Type from 'typebox';
import { route } from './table/route.ts';

export const about = {
  live: route({
    method: 'GET',
    path: '/health/live',
    summary: 'Whether the process answers',
    access: 'public',
    without_database: true,
    status: 200,
    data: Type.Object({ live: Type.Literal(true) }),
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    summary: 'Whether the database answers; 503 where not',
    access: 'public',
    status: 200,
    data: Type.Object({ ready: Type.Literal(true) }),
  }),
};
