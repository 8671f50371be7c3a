#!/usr/bin/env node
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { addressOf, DEFAULT_URL, readCredentials, SignInNeeded } from '@pharos/cli/credentials.ts';
import { createClient } from '@pharos/client';
import { createHttpServer } from './serve-http.ts';
import { createMcpServer } from './server.ts';

const USAGE = `pharos-mcp [--http PORT] [--host ADDRESS] [--allow-writes]

Calls of a funeral home for language models. Speaks by standard input and output, with the token of \`pharos login\` or of
PHAROS_URL and PHAROS_TOKEN. With --http it serves http://ADDRESS:PORT/mcp (127.0.0.1), and each request brings a token.
Nothing can be changed without --allow-writes, nor with a token that may only read.
`;

const options = {
  http: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-writes': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const main = async () => {
  const { values } = parseArgs({ options });
  if (values.help) return void process.stdout.write(USAGE);
  const writes = values['allow-writes'];
  if (values.http !== undefined) {
    const base_url = addressOf(process.env.PHAROS_URL || DEFAULT_URL);
    const server = createHttpServer({ base_url, writes });
    server.listen(Number(values.http), values.host);
    await once(server, 'listening');
    const { address, port } = server.address() as AddressInfo;
    process.stderr.write(`Serving http://${address}:${port}/mcp for ${base_url}\n`);
    return;
  }
  const { url, token } = await readCredentials(process.env);
  const server = createMcpServer({ client: createClient({ baseUrl: url, token }), base_url: url }, { writes });
  await server.connect(new StdioServerTransport());
};

try {
  await main();
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  process.stderr.write(`${message}\n${code?.startsWith('ERR_PARSE_ARGS') ? `\n${USAGE}` : ''}`);
  process.exitCode = error instanceof SignInNeeded ? 3 : 2;
}
