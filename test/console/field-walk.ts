import assert from 'node:assert/strict';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import type { Locator, Page, Request, Response } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { HOSTILE, packed } from './hostile-strings.ts';
import { assertPlain, assertShows, opened } from './plain-page.ts';

/** A field that somebody can write in, as it is on the page. */
export type Field = {
  name: string;
  kind: 'text' | 'long' | 'search' | 'email' | 'number' | 'date' | 'password';
  /** Name of its form; null outside of one that has a name. */
  form: string | null;
  /** Place of its form on the page: two may have the same name. */
  place: number;
};

/** A state of a page in which there are fields. */
export type State = {
  /** Path of the page, or a function that makes a page which can be opened once. */
  path: string | (() => Promise<string>);
  /** Prepares the state over the API, before the page is opened. */
  before?(): Promise<unknown>;
  /** Steps to see them, once the page is there and all that opens is open. */
  prepare?(page: Page): Promise<unknown>;
  /** The fields in question, where others are seen elsewhere too. */
  only?: string | RegExp;
  /** True if the result cannot be seen by opening the page again, or is looked for with a later state. */
  once?: boolean;
  /** Path of the page that shows what was written, where the one that follows does not. */
  shown_on?: string;
  /** True if it is first met on the page of the state before, as that was left. */
  here?: boolean;
};

/** Texts for a field: with `FULL=1` each is sent by itself; otherwise all are typed, a few at once, and the last are sent. */
const ROUNDS: readonly (readonly string[])[] = process.env.FULL ? HOSTILE.map((text) => [text]) : [packed(200)];

type Element = {
  tagName: string;
  ariaLabel: string | null;
  labels: Iterable<{ textContent: string }>;
  readOnly: boolean;
  disabled: boolean;
  inputMode: string;
  type: Field['kind'];
  form: Element | null;
  ownerDocument: { forms: Iterable<Element> };
};
type Described = Omit<Field, 'kind'> & { kind: Field['kind'] | null };

const describe = (elements: Element[]): Described[] =>
  elements.map(({ tagName, ariaLabel, labels, readOnly, disabled, inputMode, type, form, ownerDocument }) => {
    const text = tagName === 'TEXTAREA' ? 'long' : inputMode === 'numeric' ? 'number' : type;
    return {
      name: ariaLabel ?? [...labels].map((label) => label.textContent).join(' '),
      kind: tagName === 'SELECT' || readOnly || disabled ? null : text,
      form: form?.ariaLabel ?? null,
      place: form ? [...ownerDocument.forms].indexOf(form) : -1,
    };
  });

/** Fields of a page that take text, by their role, each with its description. */
const fieldsOn = async (page: Page): Promise<{ at: Locator; field: Field }[]> => {
  const all = page.getByRole('textbox').or(page.getByRole('searchbox')).or(page.getByRole('combobox'));
  const described = (await all.evaluateAll(describe as never)) as Described[];
  return described
    .map((field, index) => ({ at: all.nth(index), field }))
    .filter((one): one is { at: Locator; field: Field } => one.field.kind !== null);
};

/** Opens whatever opens, one after the other, until nothing is closed. */
const OPEN_ALL = `(async () => {
  for (let left = 12; left > 0; left--) {
    const closed = [...document.querySelectorAll('main button[aria-expanded=false]')].find((one) => one.checkVisibility());
    if (!closed) return;
    closed.click();
    await new Promise((done) => setTimeout(done));
  }
})()`;

/** Types texts into the field that has the focus, each instead of the one before; what it holds after each. */
const TYPE = `(async (texts) => {
  const kept = [];
  for (const text of texts) {
    document.activeElement.select();
    document.execCommand('insertText', false, text);
    await new Promise((done) => setTimeout(done));
    kept.push(document.activeElement.value);
  }
  return kept;
})`;

/** The beginning of a text as a field of one line keeps it. */
const without = (text: string) => text.replaceAll(/[\s\p{Cc}]/gu, '');

/** Types all of the texts into a field, and returns what is left of the last. */
const write = async (at: Locator, { name, kind }: Field, texts: readonly string[]): Promise<string> => {
  await at.focus();
  if (kind === 'date') {
    await at.page().keyboard.insertText(HOSTILE.join(' '));
    assert.match(await at.inputValue(), /^(\d{4}-\d\d-\d\d)?$/, name);
    return '';
  }
  const kept = (await at.page().evaluate(`${TYPE}(${JSON.stringify(texts)})`)) as string[];
  for (const [n, one] of kept.entries()) {
    const is_its_beginning = one.length > 0 && without(texts[n] as string).startsWith(without(one));
    assert.ok(is_its_beginning, `${name} has kept ${JSON.stringify(one)}`);
  }
  return kept.at(-1) as string;
};

/** Types hostile texts into every field of the states of a page, sends each form, and finds them again as text. */
export const walkFields = async (page: Page, settled: () => Promise<void>, states: State[]): Promise<Field[]> => {
  const met: Field[] = [];
  let owed: string[] = [];
  for (const state of states) {
    if (!state.here) owed = [];
    met.push(...(await walkState(page, settled, state, owed)));
  }
  return met;
};

type Found = { at: Locator; field: Field }[];

const walkState = async (page: Page, settled: () => Promise<void>, state: State, owed: string[]) => {
  const look = async (): Promise<Found> => {
    await state.prepare?.(page);
    await settled();
    return (await fieldsOn(page)).filter(({ field }) => isAsked(field, state.only));
  };
  const open = async () => {
    await page.goto('about:blank');
    await page.goto(typeof state.path === 'string' ? state.path : await state.path());
    await opened(page, settled);
    await page.evaluate(OPEN_ALL);
    await settled();
    return look();
  };
  await state.before?.();
  let fields = await (state.here ? look() : open());
  const met = fields.map(({ field }) => field);
  assert.ok(met.length > 0, `${page.url()} has no field ${state.only ?? ''}`);
  for (const kind of new Set(met.map(({ form }) => kindOf(form)))) {
    for (const texts of ROUNDS) {
      if (fields.length === 0) {
        await state.before?.();
        fields = await open();
      }
      const own = fields.filter(({ field }) => kindOf(field.form) === kind);
      const one = own.filter(({ field }) => field.place === own[0]?.field.place);
      // A page that was opened again is as it was for what comes next.
      fields = await sendForm(page, settled, one, texts, state, owed, open);
    }
  }
  return met;
};

/** Kind of a form, by its first word: forms of one kind change different records in the same way. */
const kindOf = (form: string | null) => form?.split(' ')[0];

const isAsked = ({ name }: Field, only: State['only']) =>
  only === undefined || (typeof only === 'string' ? name === only : only.test(name));

let counted = 0;
/** Value for a field that takes no text. */
const fitting = (kind: Field['kind']): string | null => {
  if (kind === 'email') return `typed${++counted}@evergreen.example`;
  return kind === 'number' ? '' : null;
};

/** Fills in a form and sends it; the fields of the page, where it was opened again after that. */
const sendForm = async (
  page: Page,
  settled: () => Promise<void>,
  fields: Found,
  texts: readonly string[],
  state: State,
  owed: string[],
  open: () => Promise<Found>,
): Promise<Found> => {
  const where = `${page.url()}: ${fields.map(({ field }) => field.name).join(', ')}`;
  const written: string[] = [];
  for (const { at, field } of fields) {
    const in_one = (field.kind === 'long' && field.form !== null) || field.kind === 'date';
    const kept = await write(at, field, in_one && texts.length > 1 ? [HOSTILE.join('\n')] : turned(texts));
    if (field.kind !== 'password' && fitting(field.kind) === null) written.push(kept);
  }
  const comesBack = async () => {
    owed.push(...written);
    const found = state.once ? [] : await open();
    if (state.shown_on) {
      await page.goto(state.shown_on);
      await opened(page, settled);
    }
    await assertShows(page, owed, where);
    // The next form may change what this one has made.
    if (!state.once) owed.length = 0;
    await assertPlain(page, `${where}, again`);
    return found;
  };
  const saved = await submit(page, settled, fields);
  await assertPlain(page, where);
  if (saved) return comesBack();
  if (fields.every(({ field }) => fitting(field.kind) === null)) {
    await assertShows(page, written, where);
    return [];
  }
  await assertTold(page, where);
  for (const { at, field } of fields) {
    const fits = fitting(field.kind);
    if (fits !== null) await at.fill(fits);
  }
  const saved_now = await submit(page, settled, fields);
  await assertPlain(page, where);
  return saved_now ? comesBack() : [];
};

let turns = 0;
/** The texts in another order for each field, so that not all of them end with the same. */
const turned = (texts: readonly string[]) => {
  const first = ++turns % texts.length;
  return [...texts.slice(first), ...texts.slice(0, first)];
};

const READING = allRoutes.flatMap(({ route }) =>
  'only_reads' in route ? [new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)] : [],
);

/** True for what is asked with a body, so that its words stay out of the address, and for every GET. */
const onlyReads = (request: Request) =>
  request.method() === 'GET' || READING.some((path) => path.test(new URL(request.url()).pathname));

/** Sends a form as the keyboard does; whether the server has taken it. */
const submit = async (page: Page, settled: () => Promise<void>, fields: { at: Locator; field: Field }[]) => {
  const statuses: number[] = [];
  const listen = (response: Response) => {
    if (!onlyReads(response.request())) statuses.push(response.status());
  };
  page.on('response', listen);
  const { at, field } =
    fields.find(({ field }) => field.kind !== 'long') ?? (fields[0] as { at: Locator; field: Field });
  await at.press(field.kind === 'long' ? 'Control+Enter' : 'Enter');
  await settled();
  page.off('response', listen);
  for (const status of statuses) assert.ok(status < 500, `answered ${status}`);
  return statuses.some((status) => status < 300);
};

/** Asserts that a refusal is shown on the page. */
const assertTold = async (page: Page, where: string) => {
  const alerts = await page.getByRole('alert').or(page.getByRole('status')).allTextContents();
  const told = [...alerts, ...(await page.getByText(english.versions.choose).allTextContents())];
  assert.ok(
    told.some((text) => text.trim() !== ''),
    `${where}: nothing is told`,
  );
};
