import Type from 'typebox';
import { route } from './route.ts';

export const demo = {
  get: route({
    method: 'GET',
    path: '/v1/demo',
    summary: 'Read whether the demo home is here',
    access: 'viewer',
    status: 200,
    data: Type.Object({ is_here: Type.Boolean({ description: 'Whether any case of the demo is left.' }) }),
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
