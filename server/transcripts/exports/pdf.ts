import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { type Document, type Paragraph, printableDocumentOf } from './document.ts';
import { paperOf } from './paper.ts';
import { canShow, inShownLetters } from './pdf-fonts.ts';
import { GREY, MARGIN, Pages, type Type } from './pdf-pages.ts';
import { shortNameOf } from './speakers.ts';

/** Points: the column of names and times, and what stands between it and the words. */
const [MARGINALIA, GAP] = [96, 12];

const HOME: Type = { face: 'serif', size: 11, line: 15 };
const TITLE: Type = { face: 'serif', size: 21, line: 27 };
const LEAD: Type = { face: 'serif', size: 12, line: 17 };
const FACT: Type = { face: 'sans', size: 9.5, line: 14 };
const LABEL: Type = { ...FACT, color: GREY };
const NAME: Type = { face: 'sans', weight: 700, size: 8.5, line: 11.5 };
const TIME: Type = { face: 'sans', size: 8.5, line: 11.5, color: GREY };
const SAID: Type = { face: 'serif', size: 10.5, line: 15.75 };
const SMALL: Type = { face: 'sans', size: 8, line: 12, color: GREY };

const COLUMN = { left: MARGIN.left + MARGINALIA + GAP };

const writeHead = (pages: Pages, { home, title, lead, facts, listed, labels }: Document, notes: string[]): void => {
  const { width } = pages;
  const write = (text: string, type: Type) => pages.write(pages.lay(text, width, type), MARGIN.left, width, type);
  if (home !== '') {
    write(home, HOME);
    pages.skip(4);
    pages.rule();
    pages.skip(26);
  }
  write(title, TITLE);
  if (lead !== '') write(lead, LEAD);
  pages.skip(14);
  const known = facts.map(({ name, value }) => [name, value] as const);
  const named = listed.map((name, index) => [index === 0 ? labels.speakers : '', name] as const);
  const room = width - MARGINALIA - GAP;
  for (const [name, value] of [...known, ...named]) {
    pages.require(FACT.line);
    pages.writeBeside(pages.lay(name, MARGINALIA, LABEL), MARGIN.left, LABEL, FACT);
    pages.write(pages.lay(value, room, FACT), COLUMN.left, room, FACT);
  }
  for (const note of notes) write(note, SMALL);
  pages.skip(12);
  pages.rule();
  pages.skip(14);
};

/** A turn: who and when in the margin, and what was said. Somebody who goes on is not named again. */
const writeTurn = (pages: Pages, { start_ms, text }: Paragraph, name: string | null): void => {
  const width = pages.width - MARGINALIA - GAP;
  const names = name === null ? [] : pages.lay(name, MARGINALIA, NAME);
  const time = pages.lay(shortTime(start_ms), MARGINALIA, TIME);
  const lines = pages.lay(text, width, SAID);
  const beside = names.length * NAME.line + TIME.line;
  // The name is never left behind at the end of a page, nor is a single line.
  pages.require(Math.max(beside, Math.min(2, lines.length) * SAID.line));
  pages.writeBeside(names, MARGIN.left, NAME, SAID);
  pages.writeBeside(time, MARGIN.left, TIME, { ...SAID, size: SAID.size + names.length * NAME.line });
  pages.write(lines, COLUMN.left, width, SAID);
  pages.skip(Math.max(0, beside - lines.length * SAID.line) + 8);
};

/**
 * A document to print, as the page that prints has it, on the paper of the home. Its embedded fonts have the letters of
 * Latin, Greek, Cyrillic, Devanagari, Hebrew and Arabic; its text can be copied and found.
 */
export const writePdf = (call: TranscribedCall): Promise<Uint8Array> => {
  const document = printableDocumentOf(call);
  const { labels, home, title, lead, speakers, paragraphs } = document;
  const pages = new Pages(paperOf(call.time_zone), title, home);
  const shown = [home, title, lead, ...document.listed, ...paragraphs.map(({ text }) => text)];
  const isShown = shown.every((text) => canShow(inShownLetters(text)));
  writeHead(pages, document, isShown ? [] : [labels.boxes]);
  for (const [index, paragraph] of paragraphs.entries()) {
    const goesOn = index > 0 && paragraphs[index - 1]?.speaker === paragraph.speaker;
    writeTurn(pages, paragraph, goesOn ? null : shortNameOf(paragraph.name, speakers));
  }
  pages.require(2 * SMALL.line + 8);
  pages.rule();
  pages.skip(6);
  for (const text of [labels.end, labels.call(call.uuid)]) {
    pages.write(pages.lay(text, pages.width, SMALL), MARGIN.left, pages.width, SMALL);
  }
  pages.foot([home, title, lead].filter(Boolean).join(' · '), labels.page, SMALL, GAP);
  return pages.bytes();
};
