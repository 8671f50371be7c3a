import { type Json, type Rule, shown } from '../rule.ts';

export const ours: Rule[] = [
  {
    rule: 'A change with a stale If-Match is refused with 412, and one that asks for what is there already is not',
    layer: 'ours',
    run: async (trial) => {
      const first = await trial.ask({ method: 'GET', path: trial.path });
      const stale = first.headers.get('etag') ?? '';
      if (stale === '') trial.differ({ method: 'GET', path: trial.path }, 'an ETag', 'none');
      const [now, next] = [`${stale} 1`, `${stale} 2`];
      await trial.put({ file_name: now });
      const put = (file_name: string) => ({
        method: 'PUT',
        path: trial.path,
        body: { file_name },
        headers: { 'if-match': stale },
      });
      await trial.expectRefused(put(next), 412);
      await trial.expectStatus(put(now), 200);
    },
  },
  {
    rule: 'A POST that is sent again with its Idempotency-Key does nothing and gets the first answer',
    layer: 'ours',
    run: async (trial) => {
      const headers = { 'idempotency-key': `conformance-${trial.call_uuid}` };
      const request = { method: 'POST', path: '/v1/calls', body: { case_uuid: trial.case_uuid }, headers };
      const [first, second] = [await trial.expectStatus(request, 201), await trial.expectStatus(request, 201)];
      trial.expectFields(request, { uuid: trial.dataOf(first).uuid }, trial.dataOf(second));
    },
  },
  {
    rule: 'A list goes on from its cursor, without leaving out or repeating',
    layer: 'ours',
    run: async (trial) => {
      const more = { method: 'POST', path: '/v1/calls', body: { case_uuid: trial.case_uuid } };
      for (let made = 0; made < 3; made += 1) await trial.expectStatus(more, 201);
      const of = `/v1/calls?case_uuid=${trial.case_uuid}`;
      const whole = trial.dataOf(await trial.ask({ method: 'GET', path: `${of}&limit=200` }));
      const uuids: unknown[] = [];
      let path = `${of}&limit=2`;
      for (let pages = 0; pages < 100; pages += 1) {
        const page = trial.dataOf(await trial.expectStatus({ method: 'GET', path }, 200));
        uuids.push(...((page.items ?? []) as Json[]).map(({ uuid }) => uuid));
        if (typeof page.next_cursor !== 'string') break;
        path = `${of}&limit=2&cursor=${encodeURIComponent(page.next_cursor)}`;
      }
      const expected = ((whole.items ?? []) as Json[]).map(({ uuid }) => uuid);
      if (shown(uuids) !== shown(expected)) {
        trial.differ({ method: 'GET', path: `${of}&limit=2` }, `${expected.length} calls, each once`, shown(uuids));
      }
    },
  },
  {
    rule: 'A deleted call is 404, and comes back as it was when it is restored',
    layer: 'ours',
    run: async (trial) => {
      const made = await trial.expectStatus(
        { method: 'POST', path: '/v1/calls', body: { case_uuid: trial.case_uuid, duration: 7 } },
        201,
      );
      const path = `/v1/calls/${trial.dataOf(made).uuid}`;
      await trial.expectStatus({ method: 'DELETE', path }, 204);
      await trial.expectStatus({ method: 'GET', path }, 404);
      await trial.expectStatus({ method: 'POST', path: `${path}/restore` }, 200);
      const request = { method: 'GET', path };
      trial.expectFields(request, { duration: 7 }, trial.dataOf(await trial.expectStatus(request, 200)));
    },
  },
];
