#!/usr/bin/env node
import { createClient } from '@pharos/client';
import { type Call, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { readCredentials } from './credentials.ts';
import { EXIT, endingOf } from './exit-code.ts';
import { openOutput, plain } from './output.ts';
import { helpOf, helpOfAll, parse } from './parse.ts';

/** Commands that need no token. */
const WITHOUT_TOKEN = ['login', 'logout', 'completion'];

const main = async (name: string | undefined, args: string[]): Promise<number> => {
  const { stdout, stderr, env } = process;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    stdout.write(helpOfAll(COMMANDS));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  let url: string | undefined;
  try {
    if (!command) throw new UsageError(`${name} is no command. \`pharos help\` lists them.`);
    const { given, values } = parse(name, command, args);
    if (values.help === true) {
      stdout.write(helpOf(name, command));
      return EXIT.done;
    }
    const { url: baseUrl, token } = WITHOUT_TOKEN.includes(name) ? { url: '', token: '' } : await readCredentials(env);
    url = baseUrl;
    const server = { baseUrl, token };
    const call: Call = {
      ...{ given, server, client: createClient(server), signal: stopping.signal, environment: env },
      text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
      flag: (option) => values[option] === true,
      out: openOutput(stdout, stderr, values.json === true),
    };
    await command.run(call);
    return Number(process.exitCode ?? EXIT.done);
  } catch (error) {
    if (stopping.signal.aborted) return 130;
    const { code, lines } = endingOf(error, url);
    for (const line of lines) stderr.write(`${plain(line)}\n`);
    return code;
  }
};

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const [name, ...args] = process.argv.slice(2);
process.exitCode = await main(name, args);
