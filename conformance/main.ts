#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { openAsk } from './ask.ts';
import { reportOf } from './report.ts';
import { RULES } from './rules.ts';
import { NoGround, runRules } from './run.ts';

const USAGE = `pharos-conformance URL [--core] [--call UUID] [--json]

Holds a server against the contract of Pharos and says what differs: the request, what was expected and what came.
PHAROS_TOKEN is a token that may write, PHAROS_OTHER_TOKEN one of another organization. It works in a case of its own,
which it deletes, or with --call in a call that may be overwritten. --core leaves out what only Pharos adds.
Exit codes: 0 no difference, 1 differences, 2 nothing could be tried.
`;

const options = {
  core: { type: 'boolean', default: false },
  call: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [base_url = ''] = positionals;
  const { PHAROS_TOKEN: token, PHAROS_OTHER_TOKEN: other } = process.env;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (positionals.length !== 1 || !URL.canParse(base_url))
    throw new NoGround(`Name the address of a server.\n\n${USAGE}`);
  if (!token)
    throw new NoGround('Set PHAROS_TOKEN to a token of the server that may write. It never goes on the command line.');
  const rules = RULES.filter(({ layer }) => !values.core || layer === 'core');
  const ask = openAsk(base_url, { main: token, other });
  const outcomes = await runRules(rules, ask, { has_other: Boolean(other), call_uuid: values.call });
  const as_json = () =>
    `${JSON.stringify(
      outcomes.map(({ rule, ...one }) => ({ rule: rule.rule, layer: rule.layer, ...one })),
      null,
      2,
    )}\n`;
  process.stdout.write(values.json ? as_json() : reportOf(base_url, outcomes));
  return outcomes.some(({ state }) => state === 'differs') ? 1 : 0;
};

try {
  process.exitCode = await main();
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`${cause instanceof Error ? `The server cannot be reached: ${cause.message}` : message}\n`);
  process.exitCode = 2;
}
