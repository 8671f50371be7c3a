import type { Generation, GenerationValue } from '@pharos/contract/generations.ts';
import type { Texts } from '../texts/english.ts';
import type { Formats } from '../texts/formats.ts';

type Words = Texts['generations'];

/** A value as people read it: what it is, what it says, and how that is meant. */
export type Described = { name: string; text: string; note: string };

/** Fields of a first-call sheet, in the order in which it is filled in. */
const SHEET = [
  ...['call_kind', 'caller_name', 'caller_relationship', 'caller_phone', 'decedent_name', 'decedent_age'],
  ...['date_of_birth', 'date_of_death', 'time_of_death', 'place_kind', 'place_name', 'place_address', 'place_unit'],
  ...['released', 'coroner_notified', 'physician', 'next_of_kin_name', 'next_of_kin_relationship', 'disposition'],
  ...['viewing', 'veteran', 'pre_arrangement', 'weight_lb', 'stairs', 'implants', 'personal_effects'],
  ...['eta_minutes', 'arrangement_time', 'taken_by'],
] as const;

/** Codes that a field can have, for those in which only some are right. */
export const CODES: Readonly<Record<string, readonly string[]>> = {
  call_kind: ['at_need', 'imminent', 'pre_need', 'price_inquiry', 'existing_case', 'trade', 'vendor', 'other'],
  place_kind: ['residence', 'hospital', 'nursing_home', 'hospice_facility', 'coroner', 'other_home', 'other'],
  released: ['yes', 'no', 'unknown'],
  coroner_notified: ['yes', 'no'],
  disposition: ['burial', 'cremation', 'entombment', 'donation', 'undecided'],
  viewing: ['yes', 'no', 'undecided'],
  veteran: ['yes', 'no'],
  pre_arrangement: ['yes', 'no'],
  stairs: ['yes', 'no'],
  answer: ['granted', 'refused', 'deferred', 'not_asked', 'agreed', 'objected', 'none'],
  from: ['announcement', 'us', 'them'],
};

const textOf = <T extends object>(texts: T, key: unknown): string | undefined =>
  typeof key === 'string' && Object.hasOwn(texts, key) ? (texts[key as keyof T] as string) : undefined;

/** Telephone number of ten digits → `(614) 555-0147`, of seven → `555-0147`. */
const phone = (digits: string) =>
  digits.replace(/^1?(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3').replace(/^(\d{3})(\d{4})$/, '$1-$2');

const fieldText = (name: string, value: unknown, words: Words, formats: Formats): string => {
  if (typeof value === 'boolean') return words.codes[value ? 'yes' : 'no'];
  if (typeof value === 'number') {
    const number = formats.count(value);
    if (name === 'weight_lb') return words.pounds(number);
    return name === 'eta_minutes' ? words.minutes(number) : number;
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  if (name in CODES) return textOf(words.codes, value) ?? value;
  if (name.endsWith('_phone')) return phone(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.day(value) : value;
};

type Item = Partial<Record<string, unknown>>;
const said = (item: Item, key: string) => (typeof item[key] === 'string' ? (item[key] as string) : '');

const money = (formats: Formats, amounts: unknown) =>
  Array.isArray(amounts) ? amounts.map((amount) => formats.dollars(Number(amount))).join(' – ') : '';

/** Items of lists: promises, prices, statements to check, and what to be careful about. */
const ITEMS: Record<string, (item: Item, words: Words, formats: Formats) => Described> = {
  promises: (item, words) => ({
    name: textOf(words.promised, item.by) ?? '',
    text: said(item, 'what') || said(item, 'quote'),
    note: said(item, 'due') && words.due(said(item, 'due')),
  }),
  prices: (item, words, formats) => {
    const amounts = money(formats, item.amounts);
    const how = textOf(words.how, item.how) ?? '';
    return { name: said(item, 'item'), text: amounts || how, note: amounts && how };
  },
  claims: (item, words) => ({ name: '', text: textOf(words.checks, item.check) ?? said(item, 'check'), note: '' }),
  sensitivities: (item) => ({ name: '', text: said(item, 'what') || said(item, 'quote'), note: '' }),
};

/** A phrase that a template looks for, and how closely it was said. */
const phraseOf = (item: Item, formats: Formats): Described => {
  const score = Number(item.score);
  return { name: '', text: said(item, 'phrase'), note: score < 100 ? formats.percent(score / 100) : '' };
};

/** A value of a result in words; `value` as a person decided it, where they did. */
export const describe = (
  { label }: Pick<Generation, 'label'>,
  { name, value, decision }: Pick<GenerationValue, 'name' | 'value' | 'decision'>,
  words: Words,
  formats: Formats,
): Described => {
  const holds = decision?.decision === 'changed' ? decision.value : value;
  const item = ITEMS[label];
  if (item && typeof holds === 'object' && holds !== null) return item(holds as Item, words, formats);
  if (name === 'phrase' && typeof holds === 'object' && holds !== null) return phraseOf(holds as Item, formats);
  const title = textOf(words.fields, name) ?? name.replaceAll('_', ' ');
  return { name: title, text: fieldText(name, holds, words, formats), note: '' };
};

/** Fields of a sheet that were not mentioned. */
export const notSaid = (values: readonly GenerationValue[]): string[] =>
  SHEET.filter((field) => !values.some(({ name, decision }) => name === field && decision?.decision !== 'refused'));

/** Values in the order of the sheet; those of lists as they were found. */
export const inOrder = (values: readonly GenerationValue[]): GenerationValue[] =>
  [...values].sort((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ name }: GenerationValue) => (SHEET as readonly string[]).indexOf(name);

/** Title of a result: what is built in, in the reader's language, or as its template is called. */
export const titleOf = ({ label, display_name }: Pick<Generation, 'label' | 'display_name'>, words: Words): string =>
  textOf(words.names, label) ?? display_name;
