import { parseArgs } from 'node:util';
import { type Command, type Option, UsageError } from './command.ts';

/** Options of every command. */
export const GLOBAL: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', summary: 'Write JSON, one object a line, instead of a table' },
  help: { type: 'boolean', short: 'h', summary: 'Show this' },
};

export type Parsed = { given: string[]; values: Record<string, string | boolean | undefined> };

/** Reads the arguments of a command. Throws UsageError for what the command does not take. */
export const parse = (name: string, command: Command, args: string[]): Parsed => {
  // Whoever can list processes can read their arguments, and a shell keeps them.
  if (args.some((arg) => /^--token\b|pharos_[\w-]{20}|^(Bearer |ey[\w-]{10,}\.)/.test(arg))) {
    throw new UsageError('A token does not belong on the command line. Run `pharos login`, or set PHAROS_TOKEN.');
  }
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...GLOBAL }).map(([option, { type, short }]) => [
      option,
      { type, ...(short && { short }) },
    ]),
  );
  const { values, positionals } = parsed(name, () => parseArgs({ args, options, allowPositionals: true }));
  const needed = command.positionals.filter((one) => !one.startsWith('[')).length;
  const takesMore = command.positionals.at(-1)?.endsWith('…');
  if (
    values.help !== true &&
    (positionals.length < needed || (!takesMore && positionals.length > command.positionals.length))
  ) {
    throw new UsageError(`Write: ${usageOf(name, command)}`);
  }
  return { given: positionals, values };
};

const parsed = <P>(name: string, read: () => P): P => {
  try {
    return read();
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error;
    const [said] = (error as Error).message.split('. ');
    throw new UsageError(`${said}. \`pharos ${name} --help\` lists what there is.`);
  }
};

/** One line that says how a command is written. */
export const usageOf = (name: string, { positionals, options }: Command): string =>
  ['pharos', name, ...positionals, ...(Object.keys(options).length > 0 ? ['[OPTIONS]'] : [])].join(' ');

/** Help of a command. */
export const helpOf = (name: string, command: Command): string => {
  const options = Object.entries({ ...command.options, ...GLOBAL }).map(([option, { short, value, summary }]) => {
    const written = `${short ? `-${short}, ` : '    '}--${option}${value ? ` ${value}` : ''}`;
    return `  ${written.padEnd(26)} ${summary}`;
  });
  return `${usageOf(name, command)}\n\n${command.summary}.\n\n${options.join('\n')}\n`;
};

/** Help of all commands. */
export const helpOfAll = (commands: Readonly<Record<string, Command>>): string => {
  const lines = Object.entries(commands).map(([name, command]) => {
    const written = [name, ...command.positionals].join(' ');
    return `  ${written.padEnd(24)} ${command.summary}`;
  });
  return `pharos COMMAND: calls of a funeral home, on the command line\n\n${lines.join('\n')}\n
\`pharos COMMAND --help\` says more. The token comes from \`pharos login\`, or from PHAROS_URL and PHAROS_TOKEN.
Exit codes: 0 done, 1 refused or failed, 2 wrong command line, 3 sign in first, 4 not found, 5 out of reach for now.\n`;
};
