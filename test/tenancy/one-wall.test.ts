// Each of the two walls alone keeps a home's things from others: here the other one is switched off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { openPharos, type Person, type Pharos } from '../support/pharos.ts';
import { ask } from './ask.ts';
import { namesSomething } from './people.ts';
import { MARK, thingsFor } from './things.ts';

const requiresToken = allRoutes.filter(({ route }) => route.access !== 'public' && route.access !== 'source');

const tellsNothing = (text: string, { actor }: Person) => {
  for (const ours of [MARK, actor.organization_uuid]) assert.ok(!text.includes(ours), text.slice(0, 300));
};

test('without row level security, the conditions of every statement hold', async (t) => {
  // The server works as the owner of its tables, whom no policy holds.
  const pharos = await openPharos({ role: 'none' });
  const [owner, stranger] = [await pharos.person('operator'), await pharos.person('operator')];
  for (const { name, route } of requiresToken) {
    await t.test(name, async () => {
      const things = await thingsFor(pharos, name, route, owner);
      const { status, text } = await ask(pharos, route, things, stranger);
      if (namesSomething(route) && !name.startsWith('organizations.')) assert.equal(status, 404, text);
      else assert.ok(status < 500, text);
      // The audit tells strangers what they themselves have asked for.
      if (!name.startsWith('organizations.') && name !== 'audit.list') tellsNothing(text, owner);
    });
  }
});

test('where every statement asks for what is not its own, row level security shows and takes nothing', async (t) => {
  const bindings: { owner?: Person; other?: Person } = {};
  // Requests of the owner, whom every condition lets through, are bound to another organization. Who asks is found out
  // before that, in a scope that says nothing of the installation; a guard would ask for them among the others.
  const between = (database: Database): Database => ({
    ...database,
    scopedTo: (scope, guard) => {
      const { owner, other } = bindings;
      const misled = other && 'installation' in scope && scope.organization_uuid === owner?.actor.organization_uuid;
      return misled
        ? database.scopedTo({ organization_uuid: other.actor.organization_uuid })
        : database.scopedTo(scope, guard);
    },
  });
  const pharos: Pharos = await openPharos({ between });
  bindings.owner = await pharos.person('operator');
  const other = await pharos.person('admin');
  for (const { name, route } of requiresToken) {
    await t.test(name, async () => {
      bindings.other = undefined;
      const things = await thingsFor(pharos, name, route, bindings.owner as Person);
      bindings.other = other;
      const { status, text } = await ask(pharos, route, things, bindings.owner);
      // An operator reads every organization, so theirs too.
      if (name === 'organizations.get') return assert.equal(status, 200);
      if (route.params) assert.equal(status, 404, text);
      if (route.method !== 'GET' && route.body) assert.ok(status >= 400, text);
      assert.ok(!text.includes(MARK), text.slice(0, 300));
    });
  }
});
