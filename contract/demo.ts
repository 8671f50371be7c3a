import Type from 'typebox';
import { route } from './table/route.ts';
import { named } from './table/schema.ts';

/** Presence of the demo's sample data. */
export const Demo = named('Demo', { is_here: Type.Boolean({ description: 'Whether any case of the demo is left.' }) });

export const demo = {
  get: route({
    method: 'GET',
    path: '/v1/demo',
    summary: 'Read whether the demo home is here',
    access: 'viewer',
    status: 200,
    data: Demo,
    unversioned: true,
  }),
  add: route({
    method: 'POST',
    path: '/v1/demo',
    summary: 'Fill a home that has no case with the demo, or bring back what was removed of it',
    access: 'admin',
    conflicts: true,
    status: 201,
    data: Demo,
    message: 'Demo added',
    unversioned: true,
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/demo',
    summary: "Delete the demo home's cases and calls; nothing of your own is touched",
    access: 'admin',
    status: 204,
  }),
};
