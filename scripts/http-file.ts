// Writes docs/pharos.http, a request of every route, from the route table; with --check only says whether it is fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { FEATURES } from '@pharos/contract/openapi/features.ts';
import { scopeOf, takesIdempotencyKey } from '@pharos/contract/table/errors.ts';
import { EXAMPLE_IDS } from '@pharos/contract/table/example-ids.ts';
import { pathNames, type Route } from '@pharos/contract/table/route.ts';
import { allServedRoutes, protocolRoutes, routes } from '@pharos/contract/table/routes.ts';

const file = new URL('../docs/pharos.http', import.meta.url);
const IDS: Record<string, string> = EXAMPLE_IDS;

const HEAD = `# Every route of Pharos, with an example of its body. Generated from the route table: npm run http-file
# For the REST Client of VS Code, the HTTP client of JetBrains, and others that read .http files.
# The token is taken from the environment, so that none is in this file. Ids are examples: put in your own.
@base = http://127.0.0.1:8080
@token = {{$processEnv PHAROS_TOKEN}}
`;

/** Authorization as far as a file can say it: callbacks and sources have secrets of their own. */
const authorizationOf = ({ access }: Route): string | null => {
  if (access === 'callback') return `Authorization: Basic pharos {{$processEnv CALLBACK_SECRET}}`;
  return access === 'public' || access === 'source' ? null : 'Authorization: Bearer {{token}}';
};

const CONTENT_TYPES: Record<string, string> = { json: 'application/json', merge_patch: 'application/merge-patch+json' };
/** Files that stand for bodies which are no JSON, beside this one in the repository. */
const FILES: Record<string, string> = {
  file: '../test/samples/assemblyai/assemblyai-utterances.json',
  stream: '../test/samples/recordings/tagged.mp3',
};

const requestOf = (name: string, route: Route): string => {
  const path = pathNames(route.path).reduce(
    (at, one) => at.replace(`{${one}}`, IDS[one] ?? `{{${one}}}`),
    route.path as string,
  );
  const { properties = {}, required = [] } = (route.query ?? {}) as { properties?: object; required?: string[] };
  const optional = Object.keys(properties).filter((one) => !required.includes(one));
  const query = required.map((one) => `${one}=dress`).join('&');
  const kind = route.body_kind ?? 'json';
  const headers = [
    authorizationOf(route),
    ...Object.entries(route.headers ?? {}).map(([header, value]) => `${header}: ${value}`),
    route.body && `Content-Type: ${CONTENT_TYPES[kind] ?? 'application/octet-stream'}`,
    takesIdempotencyKey(route) && 'Idempotency-Key: {{$guid}}',
  ].filter((line) => typeof line === 'string');
  const body = kind in FILES ? `< ${FILES[kind]}` : JSON.stringify(route.example ?? {}, null, 2);
  return [
    `### ${name}: ${route.summary}`,
    `# ${route.access}, ${scopeOf(route)}${optional.length > 0 ? `; also takes ${optional.join(', ')}` : ''}`,
    `${route.method} {{base}}${path}${query && `?${query}`}`,
    ...headers,
    ...(route.body ? ['', body] : []),
  ].join('\n');
};

/** The file's text: a request of every route, feature by feature. */
export const httpFile = (): string => {
  const features = Object.entries<Record<string, Route>>({ ...routes, ...protocolRoutes }).map(([feature, verbs]) => {
    const { title } = FEATURES[feature as keyof typeof FEATURES];
    const requests = Object.entries(verbs).map(([verb, route]) => requestOf(`${feature}.${verb}`, route));
    return [`# ---- ${title}`, ...requests].join('\n\n');
  });
  const names = new Set(allServedRoutes.flatMap(({ route }) => pathNames(route.path)));
  const own = [...names]
    .filter((name) => IDS[name] === undefined)
    .map((name) => `@${name} = 00000000-0000-4000-8000-000000000000\n`);
  return `${[HEAD + own.join(''), ...features].join('\n\n')}\n`;
};

if (import.meta.main) {
  const text = httpFile();
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write('docs/pharos.http is stale: run `npm run http-file` and commit what it writes\n');
    process.exitCode = 1;
  }
}
