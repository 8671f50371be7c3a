import type { Command } from './command.ts';
import { completionOf } from './commands/completion.ts';
import { exportTranscript, put, transcript, upload } from './commands/files.ts';
import { importFolder } from './commands/import-folder.ts';
import { calls, cases, changes, search } from './commands/lists.ts';
import { ask, call, oneCase } from './commands/one.ts';
import { login, logout, me } from './commands/sign-in.ts';

/** Every command by its name. Help, completions and parsing come from here. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  login,
  logout,
  me,
  cases,
  case: oneCase,
  calls,
  call,
  search,
  ask,
  put,
  upload,
  transcript,
  import: importFolder,
  export: exportTranscript,
  changes,
  completion: completionOf(() => COMMANDS),
};
