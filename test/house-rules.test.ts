// Rules of naming, size and documents. No database: `npm run verify` runs this too.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { FOLDERS, files, none, product, root, sources, text } from './support/sources.ts';

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

/** First words that leave a docstring without a subject. */
const NAMELESS = [
  ...[
    'What',
    'Whether',
    'Who',
    'Whoever',
    'Whose',
    'Where',
    'When',
    'Which',
    'Why',
    'How',
    'Of',
    'The same',
    'As',
    'In',
  ],
  ...[
    'By',
    'Under',
    'Beside',
    'Behind',
    'Until',
    'Since',
    'From',
    'Beyond',
    'Among',
    'Between',
    'At',
    'To',
    'If',
    'So',
  ],
  ...['That', 'Those', 'They', 'It', 'On', 'With', 'After', 'Before', 'Beforehand', 'For', 'Is', 'Can', 'Also'],
];

test('a docstring begins with a noun or a verb that names the thing', () => {
  const riddle = new RegExp(`/\\*\\*\\s+(?:\\* )?(?:${NAMELESS.join('|')})\\b.*`, 'g');
  none(
    sources.flatMap((file) => (text(file).match(riddle) ?? []).map((line) => `${file}: name the thing first: ${line}`)),
  );
});

/** Turns of phrase in which a reader has to guess who or what is meant. */
const RIDDLES =
  /\b(whoever|whomever|anew|meanwhile|all the same|(is|are|was) told (?!apart)|of one mind|into words|houses?|of late|goes by|on its way|as it were)\b/i;

test('a docstring says plainly who and what it is about', () => {
  const plain = product.filter((file) => !file.startsWith('server/understanding/'));
  none(
    plain.flatMap((file) =>
      (text(file).match(/\/\*\*[\s\S]*?\*\//g) ?? [])
        .filter((docstring) => RIDDLES.test(docstring))
        .map((docstring) => `${file}: say who or what is meant: ${docstring.replaceAll(/\s+/g, ' ')}`),
    ),
  );
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

test('migrations are numbered from 1 without gaps', () => {
  const names = globSync('server/platform/database/migrations/*.sql', { cwd: root })
    .map((file) => basename(file))
    .sort();
  const misnumbered = names.filter((name, index) => Number.parseInt(name, 10) !== index + 1);
  none(misnumbered.map((name) => `${name}: give it the next free number`));
});
