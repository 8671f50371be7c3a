// The rules of the house. No database: `npm run verify` runs this too.
import { basename } from 'node:path';
import { test } from 'node:test';
import { files, importsOf, matching, none, product, wrongImports } from './support/sources.ts';

/** Server features, top first: each imports only those after it, and the platform. */
const FEATURES = [
  'metrics',
  'backups',
  'invitations',
  'sessions',
  'me',
  'organizations',
  'users',
  'locations',
  'tokens',
  'demo',
  'retention',
  'chat',
  'generations',
  'models',
  'search',
  'webhooks',
  'vcons',
  'sources',
  'callbacks',
  'speech',
  'transcription',
  'inbox',
  'jobs',
  'cases',
  'generation-templates',
  'recordings',
  'calls',
  'versions',
  'changes',
  'audit',
  'about',
  'console',
];
/** Floors of server/platform/, top first. transcripts/ and understanding/ are pure and stand under all of them. */
const PLATFORM = [
  ...['serving', 'idempotency', 'upkeep', 'audit', 'auth', 'queue', 'storage', 'database', 'http', 'json'],
  ...['worker-pool', 'errors'],
];
const TOP = ['main.ts', 'worker.ts', 'start.ts', 'schedule.ts', 'app.ts', 'config.ts'];
const PURE_MODULES = [
  'node:crypto',
  'node:url',
  'node:zlib',
  '@jest/diff-sequences',
  'bidi-js',
  'docx',
  'pdfkit',
  'stemmer',
];
/** Folders of the console, top first: the app, its features, and what they are made of. */
const CONSOLE = [
  'app',
  'today',
  'search',
  'versions',
  'calls',
  'cases',
  'retention',
  'audit',
  'generation-templates',
  'webhooks',
  'sources',
  'speech',
  'tokens',
  'me',
  'invitations',
  'sessions',
  'organizations',
  'backups',
  'demo',
  'jobs',
  'users',
  'locations',
  'recordings',
  'ui',
  'naming',
  'transcript',
  'api',
  'texts',
  'theme',
];
const CONSOLE_PARTS = ['app', 'today', 'search', 'ui', 'naming', 'transcript', 'api', 'texts', 'theme'];

const inFolder = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const partOf = (file: string) => file.split('/')[1] as string;
/** The folder or file of `folder` that a path is in: its floor in an order of imports. */
const floorOf = (folder: string, file: string) => file.slice(folder.length + 1).split('/')[0] as string;
const isBelow = (order: string[], folder: string, file: string, name: string) =>
  order.indexOf(floorOf(folder, name)) >= order.indexOf(floorOf(folder, file));
const isFeature = (file: string) => file.startsWith('server/') && FEATURES.includes(partOf(file));

test('the contract imports nothing but itself and typebox', () => {
  const allowed = (name: string) => /^(contract\/|typebox(\/|$))/.test(name);
  none(
    wrongImports(inFolder('contract'), allowed, 'the contract is data; put what needs more into server/ or client/'),
  );
});

test('the client imports nothing but itself and the contract', () => {
  const allowed = (name: string) => /^(contract|client)\//.test(name);
  none(wrongImports(inFolder('client'), allowed, 'it must run wherever fetch does; take it from the contract'));
});

test('the command line imports nothing but itself, the client, types of the contract, and what Node brings', () => {
  const allowed = (name: string) => /^(cli\/|client(\/|$)|contract\/|node:)/.test(name);
  none(wrongImports(inFolder('cli'), allowed, 'npx has it at once because it installs nothing else'));
});

test('the server for language models is a client: of the API, by the token of whoever asks', () => {
  const allowed = (name: string) =>
    /^(mcp\/|client(\/|$)|cli\/credentials|contract\/|node:|@modelcontextprotocol\/|zod$)/.test(name);
  none(wrongImports(inFolder('mcp'), allowed, 'what a model can do, an integrator can do: ask the API'));
});

test('the conformance suite speaks HTTP alone: it imports itself, and what Node brings', () => {
  const allowed = (name: string) => /^(conformance\/|node:)/.test(name);
  none(wrongImports(inFolder('conformance'), allowed, 'what it shared with the product, both would get wrong alike'));
});

test('the console is a client: it imports itself, the client, the contract and packages', () => {
  const allowed = (name: string) => !/^(server|cli|mcp|conformance|test|bench|scripts)(\/|$)/.test(name);
  none(wrongImports(inFolder('console'), allowed, 'whatever the console can do, an integrator can do: ask the API'));
  const network = (file: string) => !file.startsWith('console/');
  none(matching(/\bfetch\(/, network, 'ask through pharos of console/api/pharos.ts, which is the client'));
});

test('a folder of the console is a feature of the contract, or one of its parts', () => {
  const folders = new Set(files.filter((file) => /^console\/.*\//.test(file)).map(partOf));
  const known = [...CONSOLE_PARTS, ...files.flatMap((file) => /^contract\/([a-z-]+)\.ts$/.exec(file)?.[1] ?? [])];
  const unknown = [...folders].filter((folder) => !known.includes(folder));
  none(unknown.map((folder) => `console/${folder}: call it as the contract does, or name it among CONSOLE_PARTS`));
});

test('nothing of the console writes HTML or code as text', () => {
  const except = (file: string) => !file.startsWith('console/');
  none(
    matching(
      /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|\beval\(|new Function/,
      except,
      'let React write it',
    ),
  );
});

test('the server never imports the client or the tests', () => {
  const allowed = (name: string) => !/^(client|cli|mcp|conformance|console|test|bench|scripts)(\/|$)/.test(name);
  none(wrongImports(inFolder('server'), allowed, 'the server stands without them; move the shared part to contract/'));
});

test('every folder has its place in the order of imports', () => {
  const places: [folder: string, known: string[]][] = [
    ['server', [...FEATURES, 'platform', 'understanding', 'transcripts', ...TOP]],
    ['server/platform', PLATFORM],
    ['console', [...CONSOLE, 'vite.config.ts']],
  ];
  none(
    places.flatMap(([folder, known]) =>
      product
        .filter((file) => file.startsWith(`${folder}/`) && !known.includes(floorOf(folder, file)))
        .map((file) => `${file}: give ${floorOf(folder, file)} its place in the order of ${folder}/ in this test`),
    ),
  );
});

test('features of the server import downward only, and never the routes of another', () => {
  const allowed = (name: string, file: string) => {
    if (!name.startsWith('server/') || partOf(name) === partOf(file)) return true;
    if (['platform', 'understanding', 'transcripts'].includes(partOf(name))) return true;
    const below = FEATURES.indexOf(partOf(name)) > FEATURES.indexOf(partOf(file));
    return FEATURES.includes(partOf(name)) && below && basename(name) !== 'routes.ts';
  };
  const advice = `import downward only (${FEATURES.join(' > ')}), a verb or queries.ts, never routes.ts; only app.ts mounts routes`;
  none(wrongImports(isFeature, allowed, advice));
});

test('the routes of a feature are a table of its verbs, which take what they need as their second parameter', () => {
  const except = (file: string) => !isFeature(file) || basename(file) !== 'routes.ts';
  const advice = 'list the verb itself; what it needs is a field of `needs` in server/app.ts';
  none(matching(/\bexport const \w+ = (async )?[(<]|^ {2}\w+: \w+\(/m, except, advice));
});

test('the platform imports no feature, and each of its floors only those below', () => {
  const allowed = (name: string, file: string) =>
    !name.startsWith('server/') ||
    name.startsWith('server/transcripts/') ||
    (name.startsWith('server/platform/') && isBelow(PLATFORM, 'server/platform', file, name));
  const advice = `let the feature pass in what is needed, or move it down (${PLATFORM.join(' > ')})`;
  none(wrongImports(inFolder('server/platform'), allowed, advice));
});

test('folders of the console import downward only', () => {
  const allowed = (name: string, file: string) =>
    !name.startsWith('console/') || floorOf('console', file).includes('.') || isBelow(CONSOLE, 'console', file, name);
  none(wrongImports(inFolder('console'), allowed, `move the shared part down (${CONSOLE.join(' > ')})`));
});

test('no files import each other in a circle', () => {
  const known = new Set(product);
  const graph = new Map(product.map((file) => [file, importsOf(file).filter((name) => known.has(name))]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of product) visit(file, []);
  none(circles.map((circle) => `${circle}: move what both need into a file of its own`));
});

test('server/transcripts/ does no input or output', () => {
  const allowed = (name: string) =>
    /^(contract|server\/transcripts|@fontsource)\//.test(name) || PURE_MODULES.includes(name);
  none(wrongImports(inFolder('server/transcripts'), allowed, 'transcripts are pure; read and write in the caller'));
});

test('server/understanding/ does no input or output', () => {
  const allowed = (name: string) =>
    /^(contract|server\/(understanding|transcripts))\//.test(name) || name === 'stemmer';
  none(wrongImports(inFolder('server/understanding'), allowed, 'rules are pure; read and write in the caller'));
});

test('the libraries that write documents are loaded only when a document is asked for', () => {
  const advice = "import('./docx.ts') and import('./pdf.ts') where they are needed, so that the start stays quick";
  const except = (file: string) => /^server\/transcripts\/exports\/(docx|pdf(-[a-z]+)?)\.ts$/.test(file);
  none(matching(/from '(docx|pdfkit|bidi-js|@fontsource\/[^']*|[^']*\/(docx|pdf(-[a-z]+)?)\.ts)'/, except, advice));
});

test('SQL stands in queries.ts files and in server/platform/database/', () => {
  const except = (file: string) => basename(file) === 'queries.ts' || file.startsWith('server/platform/database/');
  none(matching(/\bsql`|\.query\(\s*['"`{]/, except, 'give the statement a name in the queries.ts of its feature'));
});

test('only server/platform/database/ knows the driver of PostgreSQL', () => {
  const others = (file: string) => !file.startsWith('server/platform/database/');
  none(
    wrongImports(
      others,
      (name, file) => name !== 'pg' && (!name.startsWith('pg-') || file.startsWith('server/platform/queue/')),
      'use Database or Transaction of server/platform/database/database.ts',
    ),
  );
});

test('the environment is read in server/config.ts', () => {
  const except = (file: string) =>
    ['server/config.ts', 'console/vite.config.ts', 'cli/main.ts', 'mcp/main.ts', 'conformance/main.ts'].includes(file);
  none(matching(/\bprocess\.env\b/, except, 'add the setting to server/config.ts and pass it in'));
});
