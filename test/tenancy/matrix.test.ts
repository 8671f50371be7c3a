// Every route of the table asked by everybody who could ask. A new route is in it by itself, or fails here by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRoutes, allServedRoutes } from '@pharos/contract/table/routes.ts';
import sql from 'sql-template-tag';
import { openDeepgram } from '../../server/transcription/providers/deepgram.ts';
import { openPharos } from '../support/pharos.ts';
import { recordingOf } from '../support/transcribing.ts';
import { ask } from './ask.ts';
import { addLocation, type Column, expected, openColumns } from './people.ts';
import { MARK, thingsFor } from './things.ts';

const providers = [openDeepgram({ base_url: 'http://deepgram.example', api_key: 'd' })];
const pharos = await openPharos({ transcription: { providers, findRecording: () => recordingOf() } });
const owner = await pharos.person('operator');
const columns = await openColumns(pharos, owner);
const here = await addLocation(pharos, owner);

/** The cases so far are all of one location, which is not that of the member who is limited to another. */
const settle = () =>
  pharos.database.rows(sql`
    update cases set location_uuid = ${here}
    where organization_uuid = ${owner.actor.organization_uuid} and location_uuid is null`);

for (const { name, route } of allRoutes) {
  for (const column of Object.keys(columns) as Column[]) {
    const status = expected(route, column);
    test(`${name} by ${column}: ${status === 'done' ? 'as the table says' : status}`, async () => {
      const things = await thingsFor(pharos, name, route, owner);
      await settle();
      const answer = await ask(pharos, route, things, columns[column]);
      assert.equal(answer.status, status === 'done' ? route.status : status, answer.text);
      // Who signs in is told who they are.
      if (route.access === 'public') return;
      if (column === 'other organization' || column === 'no token') {
        // The audit tells strangers what they themselves have asked for.
        const ids = name === 'audit.list' ? [] : [owner.actor.organization_uuid, ...Object.values(things)];
        for (const ours of [MARK, ...ids]) {
          assert.ok(ours.length < 8 || !answer.text.includes(ours), 'the answer tells of another organization');
        }
      }
    });
  }
}

test('nothing of an organization is served that is not in the table', () => {
  const known = new Set(allServedRoutes.map(({ route }) => route.path.replaceAll(/\{(\w+)\}/g, ':$1')));
  const served = servedPaths(pharos.app.printRoutes({ commonPrefix: false }));
  assert.ok(served.length > known.size);
  assert.deepEqual(
    served.filter((path) => path.startsWith('/v1') && !known.has(path)),
    [],
  );
});

/** The whole paths in the tree of routes that Fastify prints, in which each line hangs four characters below its parent. */
const servedPaths = (tree: string): string[] => {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([^\w/*:]*)── (\S*)( \(.*)?$/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / 4;
    above.length = Math.floor(depth);
    above.push(part);
    return methods ? [above.join('')] : [];
  });
};
