// The rules of the house. No database: `npm run verify` runs this too.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['contract', 'client', 'server', 'console', 'test', 'bench', 'scripts', 'docs'];

/** From the top downward: a feature may import those behind it, and what serves them all. */
const FEATURES = [
  'invitations',
  'sessions',
  'me',
  'organizations',
  'users',
  'locations',
  'tokens',
  'demo',
  'retention',
  'callbacks',
  'transcription',
  'jobs',
  'cases',
  'generation-templates',
  'recordings',
  'calls',
  'about',
  'console',
];
const SHARED = ['auth', 'audit', 'http', 'idempotency', 'database', 'storage', 'transcripts'];
const TOP = ['main.ts', 'worker.ts', 'start.ts', 'app.ts', 'config.ts'];
const PURE_MODULES = [
  'node:crypto',
  'node:url',
  'node:zlib',
  '@humanwhocodes/momoa',
  '@jest/diff-sequences',
  'bidi-js',
  'docx',
  'pdfkit',
];
/** What the console has beside the features of the contract. */
const CONSOLE_PARTS = ['shell', 'theme', 'texts', 'forms', 'today', 'search', 'settings'];

const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*`, { cwd: root, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
  .filter((file) => !file.startsWith('console/dist/'));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = files.filter((file) => /\.tsx?$/.test(file));
const product = sources.filter((file) => /^(contract|client|server|console)\//.test(file) && !/\.test\.ts$/.test(file));

const importsOf = (file: string): string[] =>
  [...text(file).matchAll(/(?:\bfrom|\bimport) ?\(?'([^'\n]+)'/g)].map((match) => {
    const name = match[1] as string;
    return name.startsWith('.') ? join(dirname(file), name) : name.replace('@pharos/', '');
  });

/** Each import of these files that `allowed` refuses, as a line that says what to do instead. */
const wrongImports = (
  from: (file: string) => boolean,
  allowed: (name: string, file: string) => boolean,
  advice: string,
) =>
  product
    .filter(from)
    .flatMap((file) => importsOf(file).map((name) => ({ file, name })))
    .filter(({ file, name }) => !allowed(name, file))
    .map(({ file, name }) => `${file} imports ${name}: ${advice}`);

/** Files whose text matches, each with the advice. */
const matching = (pattern: RegExp, except: (file: string) => boolean, advice: string) =>
  product.filter((file) => !except(file) && pattern.test(text(file))).map((file) => `${file}: ${advice}`);

const none = (offences: string[]) => assert.ok(offences.length === 0, `\n${offences.join('\n')}`);
const inFolder = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const partOf = (file: string) => file.split('/')[1] as string;
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

test('the console is a client: it imports itself, the client, the contract and packages', () => {
  const allowed = (name: string) => !/^(server|test|bench|scripts)(\/|$)/.test(name);
  none(wrongImports(inFolder('console'), allowed, 'whatever the console can do, an integrator can do: ask the API'));
  const network = (file: string) => !file.startsWith('console/');
  none(matching(/\bfetch\(/, network, 'ask through pharos of console/shell/pharos.ts, which is the client'));
});

test('a folder of the console is a feature of the contract, or a part of the house', () => {
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
  const allowed = (name: string) => !/^(client|console|test|bench|scripts)(\/|$)/.test(name);
  none(wrongImports(inFolder('server'), allowed, 'the server stands without them; move the shared part to contract/'));
});

test('every folder of the server has its place in the order of imports', () => {
  const known = [...FEATURES, ...SHARED, ...TOP];
  const unknown = product.filter((file) => file.startsWith('server/') && !known.includes(partOf(file)));
  none(
    unknown.map((file) => `${file}: name its folder among FEATURES (a feature) or SHARED (serves all) in this test`),
  );
});

test('features import downward only, and never the routes of another', () => {
  const allowed = (name: string, file: string) => {
    if (!name.startsWith('server/') || partOf(name) === partOf(file)) return true;
    if (SHARED.includes(partOf(name))) return true;
    const below = FEATURES.indexOf(partOf(name)) > FEATURES.indexOf(partOf(file));
    return FEATURES.includes(partOf(name)) && below && basename(name) !== 'routes.ts';
  };
  const advice = `import downward only (${FEATURES.join(' > ')}), a verb or queries.ts, never routes.ts; only app.ts mounts routes`;
  none(wrongImports(isFeature, allowed, advice));
});

test('what serves every feature imports none', () => {
  const shared = (file: string) => file.startsWith('server/') && SHARED.includes(partOf(file));
  const allowed = (name: string) => !name.startsWith('server/') || SHARED.includes(partOf(name));
  none(wrongImports(shared, allowed, 'let the feature pass in what is needed, as mount() is given its handlers'));
});

test('server/transcripts/ does no input or output', () => {
  const allowed = (name: string) =>
    /^(contract|server\/transcripts|@fontsource)\//.test(name) || PURE_MODULES.includes(name);
  none(wrongImports(inFolder('server/transcripts'), allowed, 'transcripts are pure; read and write in the caller'));
});

test('the libraries that write documents are loaded only when a document is asked for', () => {
  const advice = "import('./docx.ts') and import('./pdf.ts') where they are needed, so that the start stays quick";
  const except = (file: string) => /^server\/transcripts\/exports\/(docx|pdf(-[a-z]+)?)\.ts$/.test(file);
  none(matching(/from '(docx|pdfkit|bidi-js|@fontsource\/[^']*|[^']*\/(docx|pdf(-[a-z]+)?)\.ts)'/, except, advice));
});

test('SQL stands in queries.ts files and in server/database/', () => {
  const except = (file: string) => basename(file) === 'queries.ts' || file.startsWith('server/database/');
  none(matching(/\bsql`|\.query\(\s*['"`{]/, except, 'give the statement a name in the queries.ts of its feature'));
});

test('only server/database/ knows the driver of PostgreSQL', () => {
  const others = (file: string) => !file.startsWith('server/database/');
  none(
    wrongImports(
      others,
      (name) => !/^pg(-|$)/.test(name),
      'use Database or Transaction of server/database/database.ts',
    ),
  );
});

test('the environment is read in server/config.ts', () => {
  const except = (file: string) => ['server/config.ts', 'console/vite.config.ts'].includes(file);
  none(matching(/\bprocess\.env\b/, except, 'add the setting to server/config.ts and pass it in'));
});

test('files and folders are named for what they hold, in kebab-case', () => {
  const named = files.filter((file) => /\.(tsx?|mjs|css|sql|svg)$/.test(file));
  const isKebab = (file: string) => file.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part));
  none(named.filter((file) => !isKebab(file)).map((file) => `${file}: name it in kebab-case`));
  const vague = /(^|\/)(utils?|helpers?|common|lib|services?|misc|shared)(\/|\.)/;
  none(named.filter((file) => vague.test(file)).map((file) => `${file}: name it for the one thing it does`));
});

test('there are no barrels', () => {
  none(sources.filter((file) => basename(file) === 'index.ts').map((file) => `${file}: import the file that has it`));
  const except = (file: string) => !/^export\s+(type\s+)?(\*|\{[^}]*\})\s+from\b/m.test(text(file));
  none(sources.filter((file) => !except(file)).map((file) => `${file}: export from the file that defines it`));
});

test('a source file has at most 300 lines', () => {
  const long = sources.filter((file) => text(file).trimEnd().split('\n').length > 300);
  none(long.map((file) => `${file}: cut it where two subjects meet`));
});

// Once no test is left, Node closes what was opened for them, though the file may still await what the next one needs.
test('a test file awaits all that its tests need before the first of them', () => {
  const late = sources
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => {
      const lines = text(file).split('\n');
      const first = lines.findIndex((line) => /^ *(test|inBrowser)\(/.test(line));
      return lines
        .slice(first)
        .filter((line) => /^(?!.*(=>|async).*await)[a-z].*\bawait\b/.test(line))
        .map((line) => `${file}: move it before the first test: ${line}`);
    });
  none(late);
});

test('every path that the documents name is there', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...files.filter((file) => /^docs\/.*\.md$/.test(file)),
  ];
  const missing = documents.flatMap((document) =>
    [...text(document).matchAll(/`([^`\n]+)`/g)]
      .flatMap((match) => (match[1] as string).split(/\s+/))
      .filter((word) => !isThere(word))
      .map((word) => `${document} names ${word}, which does not exist: correct the document`),
  );
  none(missing);
});

const isThere = (word: string): boolean => {
  if (FOLDERS.some((folder) => word.startsWith(`${folder}/`))) return globSync(word, { cwd: root }).length > 0;
  if (!/^[\w-]+(\.test)?\.(ts|mjs|sql|css|md)$/.test(word)) return true;
  return [...files, ...globSync('*', { cwd: root })].some((file) => basename(file) === word);
};
