// The work of a thread in tests: it waits, fills its memory, breaks, or says what it was given.
export type Task = { does: 'wait' | 'fill' | 'break' } | { says: string };

export default async (task: Task): Promise<string> => {
  if ('says' in task) return task.says;
  if (task.does === 'break') throw new Error('broken');
  let chain: object | null = null;
  for (;;) {
    // In small pieces, none of which ever grows: a thread is ended between two of them, where a large one, such as the
    // elements of a long array, would end the process.
    if (task.does === 'fill') chain = { chain };
  }
};
