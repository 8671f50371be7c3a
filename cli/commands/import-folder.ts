import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { findCalls } from '../import/find.ts';
import { BadPattern, readPattern } from '../import/pattern.ts';
import { openSending } from '../import/sending.ts';

const DEFAULT_PATTERN = '{external_id}/{title}';

export const importFolder: Command = {
  summary: 'Send every recording and transcript of a folder; what is there already is left as it is',
  positionals: ['FOLDER'],
  options: {
    pattern: { type: 'string', value: 'PATTERN', summary: `Meaning of a path. Default: ${DEFAULT_PATTERN}` },
    'dry-run': { type: 'boolean', summary: 'Only count what would be sent' },
    report: { type: 'string', value: 'FILE', summary: 'Write what became of each file, as JSON' },
  },
  run: async (call) => {
    const {
      client,
      given: [folder = ''],
      out,
      signal,
    } = call;
    const read = patternOf(call.text('pattern') ?? DEFAULT_PATTERN);
    const { found, rejected } = await findCalls(resolve(folder), read);
    out.note(`${found.length} calls, ${rejected.length} files left out`);
    for (const { path, reason } of rejected) out.note(`  left out: ${path} ${reason}`);
    if (call.flag('dry-run')) return;
    const sending = openSending(client, rejected, () => ({}), call.text('report'), out.note);
    await sending.send(found, signal);
    const { sent, failed } = sending.report();
    if (out.as_json) out.json(sending.report());
    else
      out.line(
        `${sent.length} calls sent, ${sent.filter(({ is_new }) => is_new).length} of them new; ${failed.length} refused`,
      );
    if (failed.length > 0) process.exitCode = 1;
  },
};

const patternOf = (text: string) => {
  try {
    return readPattern(text);
  } catch (error) {
    throw error instanceof BadPattern ? new UsageError(error.message) : error;
  }
};
