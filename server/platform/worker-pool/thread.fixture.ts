// The work of a thread in tests: it waits, fills its memory, breaks, or says what it was given.
export type Task = { does: 'wait' | 'fill' | 'break' } | { says: string };

export default async (task: Task): Promise<string> => {
  if ('says' in task) return task.says;
  if (task.does === 'break') throw new Error('broken');
  const filled: object[] = [];
  for (;;) {
    // In small pieces: a thread is ended between two of them, where one large one would end the process.
    if (task.does === 'fill') filled.push({ pieces: [filled.length, filled.length + 1, filled.length + 2] });
  }
};
