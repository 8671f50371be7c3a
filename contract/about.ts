import Type from 'typebox';
import { route } from './table/route.ts';

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
    data: Type.Object({ ready: Type.Literal(true) }),
  }),
};
