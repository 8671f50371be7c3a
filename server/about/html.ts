/** Text that is HTML already; everything else is escaped where it is put in. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | false | null | undefined | Part[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const printed = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(printed).join('');
  if (part === false || part === null || part === undefined) return '';
  return String(part).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] as string);
};

/** HTML from a template. What is put in is escaped unless it is HTML from here; false, null and undefined are nothing. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, string, index) => text + printed(parts[index - 1]) + string));

/** Prose in which `backticks` mark code. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;

/** Parts with a separator between them. */
export const joined = (parts: Part[], separator: string): Part[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));

/** A chapter of the reference that is about no single route. */
export type Chapter = { id: string; title: string; text: Html };
