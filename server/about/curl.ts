import { EXAMPLE_IDS } from '@pharos/contract/table/example-ids.ts';
import type { Route } from '@pharos/contract/table/route.ts';

/** A command that calls a route, for a shell where PHAROS and TOKEN are set. */
export const curl = (route: Route): string => {
  const path = route.path.replaceAll(
    /\{(\w+)\}/g,
    (_, parameter) => EXAMPLE_IDS[parameter as keyof typeof EXAMPLE_IDS],
  );
  const method = route.method === 'GET' ? [] : [route.method === 'HEAD' ? '-I' : `-X ${route.method}`];
  const token = {
    public: [],
    callback: ['-u "pharos:$SECRET"'],
  }[route.access as string] ?? ['-H "Authorization: Bearer $TOKEN"'];
  const headers = Object.entries(route.headers ?? {}).map(([name, value]) => `-H '${name}: ${value}'`);
  return [`curl "$PHAROS${path}${query(route)}"`, ...method, ...token, ...headers, ...body(route)].join(' \\\n  ');
};

const query = ({ query }: Route): string => {
  if (!query) return '';
  if ('limit' in query.properties) return '?limit=20';
  const [[name, { type }] = ['', {}]] = Object.entries<{ type?: unknown }>(query.properties);
  return `?${name}=${type === 'integer' ? '5' : 'true'}`;
};

const body = ({ body, body_kind = 'json', example = {}, headers }: Route): string[] => {
  if (headers?.['Upload-Offset']) return ["--data-binary '@first-call.mp3'"];
  if (!body) return [];
  if (body_kind === 'stream') return ["--data-binary '@first-call.mp3'"];
  if (body_kind === 'raw') return ['--data-binary @message'];
  if (body_kind === 'file') return ["-H 'Content-Type: text/vtt'", "--data-binary '@first-call.vtt'"];
  const type = body_kind === 'json' ? 'application/json' : 'application/merge-patch+json';
  return [`-H 'Content-Type: ${type}'`, `-d '${compact(example).replaceAll("'", "'\\''")}'`];
};

/** JSON over several lines, with the innermost objects on one line each where they fit. */
export const compact = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(/\{\n\s+([^{}[\]]*?)\n\s+\}/g, (whole, fields: string) => {
    const line = `{ ${fields.replaceAll(/\n\s+/g, ' ')} }`;
    return line.length <= 96 ? line : whole;
  });
