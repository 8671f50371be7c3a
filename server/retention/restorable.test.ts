import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, setDays } from '../../test/support/ageing.ts';
import { openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();

test('what was deleted can be restored for 30 days, and then no more, though no purge has run', async () => {
  const home = await pharos.person('member', await pharos.person());
  const { case_uuid, call_uuid } = await openCall(home);
  await home.client.calls.remove({ call_uuid });
  await age(pharos.database, case_uuid, 29);
  await home.client.calls.restore({ call_uuid });
  await home.client.calls.remove({ call_uuid });
  await age(pharos.database, case_uuid, 30);
  const tooLate = { status_code: 409, message: /deleted more than 30 days ago/ };
  await assert.rejects(home.client.calls.restore({ call_uuid }), tooLate);

  await home.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 29);
  await home.client.cases.restore({ case_uuid });
  await home.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 30);
  await assert.rejects(home.client.cases.restore({ case_uuid }), tooLate);
  await assert.rejects(home.client.cases.get({ case_uuid }), { status_code: 404 });
});

test('an organization says itself how long, and restoring what is there is never too late', async () => {
  const home = await pharos.person();
  await setDays(pharos.database, home.actor.organization_uuid, { restorable: 1 });
  const { case_uuid, call_uuid } = await openCall(home);
  await age(pharos.database, case_uuid, 500);
  await home.client.calls.restore({ call_uuid });
  await home.client.cases.restore({ case_uuid });
  await home.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 1);
  await assert.rejects(home.client.cases.restore({ case_uuid }), { status_code: 409, message: /more than a day ago/ });
});

test('what a hold has kept past its time can still be restored', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openCall(home);
  await home.client.calls.remove({ call_uuid });
  const { data: hold } = await home.client.retention.hold({ case_uuid, body: { reason: 'Counsel asked' } });
  await home.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 400);
  await home.client.cases.restore({ case_uuid });
  await home.client.calls.restore({ call_uuid });
  await home.client.calls.remove({ call_uuid });
  await age(pharos.database, case_uuid, 400);
  await home.client.retention.release({ hold_uuid: hold.uuid });
  await assert.rejects(home.client.calls.restore({ call_uuid }), { status_code: 409 });
});
