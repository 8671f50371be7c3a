// Rules of the console's styles. No database: `npm run verify` runs this too.
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { files, importsOf, none, product, text } from './support/sources.ts';

const sheets = files.filter((file) => /^console\/.*\.css$/.test(file));
const modules = sheets.filter((file) => file.endsWith('.module.css'));
const pages = product.filter((file) => file.startsWith('console/') && file.endsWith('.tsx'));

const withoutGlobals = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\/|:global\([^)]*\)/g, '');
const classesOf = (css: string) => new Set([...css.matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => match[1] as string));
const everywhere = classesOf(
  sheets
    .filter((file) => !modules.includes(file))
    .map(text)
    .join('\n'),
);

test('a sheet is a module beside what it styles, but for those of theme/, which hold everywhere', () => {
  none(
    sheets
      .filter((file) => !modules.includes(file) && dirname(file) !== 'console/theme')
      .map((file) => `${file}: name it *.module.css, so that its classes are its own`),
  );
  none(
    pages.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.endsWith('.module.css') && dirname(name) !== dirname(file))
        .map((name) => `${file} imports ${name}: use a component of ui/ that has it`),
    ),
  );
});

test('every class that a component names is in its sheet, and every class of a sheet is named', () => {
  const users_of = Map.groupBy(
    pages.flatMap((file) => importsOf(file).map((name) => ({ name, code: text(file) }))),
    ({ name }) => name,
  );
  for (const sheet of modules) {
    const users = (users_of.get(sheet) ?? []).map(({ code }) => code);
    const named = new Set(users.flatMap((code) => [...code.matchAll(/\bstyles\.(\w+)/g)].map((match) => match[1])));
    const there = classesOf(withoutGlobals(text(sheet)));
    none([...named].filter((name) => !there.has(name ?? '')).map((name) => `${sheet} has no .${name}`));
    none([...there].filter((name) => !named.has(name)).map((name) => `${sheet}: nobody names .${name}`));
  }
});

test('what is styled by a plain name is one of the few that hold everywhere', () => {
  const plain = pages.flatMap((file) =>
    [...text(file).matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap((match) =>
      (match[1] ?? match[2] ?? '')
        .replaceAll(/\$\{[^}]*\}/g, ' ')
        .split(/[\s'"`{}?:]+/)
        .filter((name) => /^[a-z][a-z-]*$/.test(name) && !everywhere.has(name))
        .map((name) => `${file} names ${name}: give it a class of ${basename(file, '.tsx')}.module.css`),
    ),
  );
  none(plain);
});
