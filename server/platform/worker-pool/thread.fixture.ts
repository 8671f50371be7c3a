// The work of a thread in tests: it waits, fills its memory, breaks, or says what it was given.
export type Task = { does: 'wait' | 'fill' | 'break' } | { says: string };

export default async (task: Task): Promise<string> => {
  if ('says' in task) return task.says;
  if (task.does === 'break') throw new Error('broken');
  const filled: object[] = [];
  for (;;) {
    if (task.does === 'fill') filled.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  }
};
