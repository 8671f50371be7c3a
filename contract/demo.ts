import { route } from './route.ts';

export const demo = {
  remove: route({
    method: 'DELETE',
    path: '/v1/demo',
    summary: "Delete the demo home's cases and calls; nothing of your own is touched",
    access: 'admin',
    status: 204,
  }),
};
