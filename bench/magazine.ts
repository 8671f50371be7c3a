import type { Fixture } from './fixture.ts';
import type { Shot } from './load.ts';
import type { SubjectName, Workload } from './workloads.ts';

/** Requests that are sent to one subject. */
export type Magazine = {
  /** One shot for each client of a workload. */
  shotsOf(workload: Workload): Shot[];
  /** Number of PUTs that were sent. */
  puts(): number;
};

/** The magazine of one subject. It remembers the last body of each call, so that every PUT changes its row. */
export const loadMagazine = ({ bodies, written, read, shelf, disk }: Fixture, subject: SubjectName): Magazine => {
  const sent = new Map<string, number>();
  let taken = 0;
  const least_bytes = disk.json * 0.99;

  const put = (words: number, client: number): Shot => {
    const uuid = (written.get(words) as string[])[client] as string;
    const choice = bodies.get(words) as Buffer[];
    const body = () => {
      const count = sent.get(uuid) ?? 0;
      sent.set(uuid, count + 1);
      return choice[count % choice.length] as Buffer;
    };
    return { method: 'PUT', path: () => callPath(uuid), body, least_bytes: subject === 'limit' ? 2 : words * 80 };
  };

  const shot = ({ kind, words }: Workload, client: number): Shot => {
    const { case_uuid, call_uuids } = read[client] as Fixture['read'][number];
    switch (kind) {
      case 'put':
        return put(words, client);
      case 'get-call':
        return { method: 'GET', path: () => callPath(call_uuids[0] as string), least_bytes };
      case 'get-shelved-call':
        return { method: 'GET', path: () => callPath(shelf[taken++ % shelf.length] as string), least_bytes };
      case 'get-case':
        return { method: 'GET', path: () => `/v1/cases/${case_uuid}`, least_bytes: least_bytes * call_uuids.length };
    }
  };

  return {
    shotsOf: (workload) => Array.from({ length: workload.concurrency }, (_, client) => shot(workload, client)),
    puts: () => [...sent.values()].reduce((sum, count) => sum + count, 0),
  };
};

const callPath = (uuid: string) => `/v1/calls/${uuid}`;
