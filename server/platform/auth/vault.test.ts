import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openVault, readVaultKey } from './vault.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-vault-'));
after(() => rm(folder, { recursive: true }));

test('what was sealed opens again for its owner, and looks like nothing, each time anew', () => {
  const vault = openVault(randomBytes(32));
  const [one, other] = [vault.seal('auth-token é', 'a'), vault.seal('auth-token é', 'a')];
  assert.equal(vault.open(one, 'a'), 'auth-token é');
  assert.equal(vault.open(vault.seal('', 'a'), 'a'), '');
  assert.notDeepEqual(one, other);
  assert.ok(!one.includes('auth-token'));
});

test('it opens for no other owner, with no other key, and not where a bit was changed', () => {
  const vault = openVault(randomBytes(32));
  const sealed = vault.seal('auth-token', 'a');
  assert.throws(() => vault.open(sealed, 'b'));
  assert.throws(() => openVault(randomBytes(32)).open(sealed, 'a'));
  assert.throws(() => vault.open(sealed.subarray(0, 20), 'a'));
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    assert.throws(() => vault.open(changed, 'a'));
  }
});

test('the key is made once, for its owner alone', async () => {
  const [one, other] = await Promise.all([readVaultKey(folder), readVaultKey(folder)]).catch(() => []);
  const key = await readVaultKey(folder);
  for (const read of [one, other]) if (read) assert.deepEqual(read, key);
  assert.equal((await stat(join(folder, 'secrets-key'))).mode & 0o777, 0o600);
  assert.throws(() => openVault(Buffer.from('short')));
});
