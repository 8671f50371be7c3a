import Type from 'typebox';
import { route } from './table/route.ts';
import { named } from './table/schema.ts';

/** Presence of the demo's sample data. */
export const Demo = named('Demo', {
  is_here: Type.Boolean({ description: 'True if any sample case is left.' }),
  is_alone: Type.Boolean({ description: 'True if sample cases are left, and no other case is there.' }),
});

export const demo = {
  get: route({
    method: 'GET',
    path: '/v1/demo',
    summary: 'Check for sample data',
    access: 'viewer',
    status: 200,
    data: Demo,
    unversioned: true,
  }),
  add: route({
    method: 'POST',
    path: '/v1/demo',
    summary: 'Add sample data to an organization without cases, or restore what was removed of it',
    access: 'admin',
    conflicts: true,
    status: 201,
    data: Demo,
    message: 'Sample data added',
    unversioned: true,
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/demo',
    summary: 'Delete the sample cases and calls; your own stay',
    access: 'admin',
    status: 204,
  }),
};
