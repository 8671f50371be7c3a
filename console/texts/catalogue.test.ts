import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

/** Stands for whatever is put into a text: read as a name as well as a number. */
const GIVEN = Object.assign(() => '', { toString: () => 'Anna', toLowerCase: () => 'anna', valueOf: () => 2 });
const REFUSED = {
  limit: 2,
  days: 2,
  seconds: 2,
  level: 'admin',
  yours: 'member',
  thing: 'case',
  most: 2,
  wanted: 'integer',
  ...{ words: 'Not today', status: 503, bytes: 2, count: 2, version: 2, words_a_minute: 2, ms: 30, place: 'turns' },
  text: 'Not today',
};

type Found = [path: string, text: string];

/** Every text of a catalogue by its path, those that are functions with something put in. */
const textsOf = (part: unknown, path = ''): Found[] => {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') {
    const has_values = /^\.(refusals|job_reasons|job_remarks)\b/.test(path);
    const text: unknown = has_values ? part(REFUSED, 'Deepgram') : part(GIVEN, GIVEN, GIVEN);
    return [[path, String(text)]];
  }
  return Object.entries(part as object).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
};

const catalogues = { English: textsOf(english), Spanish: textsOf(spanish) };

/** Names, and signs that both languages share. */
const SAME_IN_BOTH = [
  /^\.calls\.exports\.names\.(pdf|docx|md|json)$/,
  /^\.calls\.player\.times$/,
  /^\.users\.the_server$/,
  /^\.job_(reasons|remarks)\.text$/,
  /^\.audit\.(did|version)$/,
  /^\.generations\.(pounds|minutes|codes\.(hospital|no))$/,
];

test('both languages have every text, and none is left in the other one', () => {
  const paths = (texts: Found[]) => texts.map(([path]) => path).sort();
  assert.deepEqual(paths(catalogues.Spanish), paths(catalogues.English));
  const spanish_of = new Map(catalogues.Spanish);
  const same = catalogues.English.filter(([path, text]) => spanish_of.get(path) === text).map(([path]) => path);
  assert.deepEqual(
    same.filter((path) => !SAME_IN_BOTH.some((known) => known.test(path))),
    [],
  );
});

/** Words that nobody at a funeral home would say, or that say less than a plainer one. */
const ODD = {
  English: [
    /\b(whoever|whatever|whom|somebody|anybody|everybody|nobody|meanwhile|anew|beside|behind|at once|of late)\b/i,
    /\b(is|are) told\b|\bput (it )?into words\b|\bcome in\b|\blook(s|ed)? after\b|\bfor good\b|\ball the same\b/i,
    /\bplease\b|\boops\b|\bsorry\b|\bsuccessfully\b|\binvalid\b|\bunlabell?ed\b|\bdiariz/i,
    /\b(cannot|could not|do not|does not|did not|is not|are not|was not|were not|will not|you are)\b/i,
    // One noun for each thing: see the glossary in docs/console.md.
    /\b(voice|voices|person in this voice|caller id|staff)\b/i,
  ],
  Spanish: [
    /\b(tú|tu|tus|te|vosotros|vuestr[oa]s?|añad\w*|ordenador|fichero|pulse|ratón)\b/i,
    /\b(mientras tanto|poner en palabras|puesta en palabras|quien cuida|la casa|la chapa|ficha)\b/i,
    /\b(voz sin nombre|voces|sedes?|borrad[oa]s?|para siempre)\b/i,
    /\b(email|token|upload|link|login|password|the|and|of|with)\b/i,
  ],
};

for (const [language, texts] of Object.entries(catalogues)) {
  test(`texts in ${language} are written as people write them`, () => {
    const odd = (rule: RegExp, except = /^$/) =>
      texts.filter(([path, text]) => rule.test(text) && !except.test(path)).map(([path, text]) => `${path}: ${text}`);
    assert.deepEqual(odd(/[!¡]/), [], 'no exclamation marks');
    assert.deepEqual(odd(/ {2}|^ | $/), [], 'no spaces too many');
    assert.deepEqual(odd(/'|"|\.\.\./), [], 'typographic apostrophes, quotation marks and ellipses');
    for (const rule of ODD[language as keyof typeof ODD]) assert.deepEqual(odd(rule), [], String(rule));
  });

  test(`a sentence in ${language} begins with a capital letter`, () => {
    const sentences = texts.filter(([path, text]) => /[.?]$/.test(text) && !path.startsWith('.audit.actions'));
    assert.deepEqual(
      sentences.filter(([, text]) => /^\p{Ll}/u.test(text)).map(([path]) => path),
      [],
    );
  });
}
