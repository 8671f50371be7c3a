import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createClient } from '@pharos/client';
import { PharosError } from '@pharos/client/error.ts';
import { createMcpServer } from './server.ts';

type Options = { base_url: string; writes: boolean };

/**
 * Serves the protocol at `/mcp` by streamable HTTP, without sessions: each request brings a token of Pharos, as the API
 * itself takes, and sees what that token sees.
 */
export const createHttpServer = (options: Options): Server =>
  createServer(async (request, response) => {
    try {
      await answer(request, response, options);
    } catch (error) {
      if (!response.headersSent) refuse(response, 500, `The server failed: ${(error as Error).name}`);
    }
  });

const answer = async (request: IncomingMessage, response: ServerResponse, { base_url, writes }: Options) => {
  const { pathname } = new URL(request.url ?? '', 'http://mcp');
  if (pathname !== '/mcp') return refuse(response, 404, 'The protocol is served at /mcp');
  // Programs send none: a page of another site has no business here.
  if (request.headers.origin !== undefined) return refuse(response, 403, 'Pages of browsers are not served');
  if (request.method !== 'POST') return refuse(response, 405, 'Send a POST', { allow: 'POST' });
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) return refuse(response, 401, 'Send Authorization: Bearer TOKEN', { 'www-authenticate': 'Bearer' });
  const client = createClient({ baseUrl: base_url, token });
  try {
    await client.me.get();
  } catch (error) {
    if (!(error instanceof PharosError)) return refuse(response, 503, 'Pharos cannot be reached');
    const headers = error.status_code === 401 ? { 'www-authenticate': 'Bearer' } : undefined;
    return refuse(response, error.status_code, error.message, headers);
  }
  const server = createMcpServer({ client, base_url }, { writes });
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
  response.once('close', () => void Promise.all([transport.close(), server.close()]));
  await server.connect(transport);
  await transport.handleRequest(request, response);
};

const refuse = (response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
};
