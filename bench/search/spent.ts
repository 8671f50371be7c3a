import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of a tick of /proc. */
const TICK_MS = 10;

type Process = { pid: number; parent: number; ms: number };

const processes = (): Process[] =>
  readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      // Its own time, and that of children that have ended. A program's name may hold blanks and brackets.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return [
        {
          pid: Number(name),
          parent: Number(fields[1]),
          ms: TICK_MS * fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0),
        },
      ];
    } catch {
      return [];
    }
  });

/** CPU in milliseconds that a process and those that it started have spent so far. Linux only. */
export const spentBy = (pid: number): number => {
  const all = processes();
  const sum = (parent: number): number =>
    all.reduce((ms, one) => (one.parent === parent ? ms + one.ms + sum(one.pid) : ms), 0);
  return (all.find((one) => one.pid === pid)?.ms ?? 0) + sum(pid);
};
