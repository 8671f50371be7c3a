import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { isRightToLeft } from './direction.ts';
import { type Document as Printable, printableDocumentOf, type Paragraph as Turn } from './document.ts';
import { paperOf } from './paper.ts';

const GREY = '666666';
/** Half points. */
const [SMALL, BODY, LEAD, TITLE] = [18, 22, 24, 40];
/** Twentieths of a point. */
const [LINE, GAP, A_POINT] = [300, 160, 20];
const RULE = { style: BorderStyle.SINGLE, size: 4, space: 6, color: '1A1A1A' };

type Look = { bold?: boolean; color?: string; size?: number };

const runOf = (text: string, look: Look = {}): TextRun =>
  new TextRun({ text, rightToLeft: isRightToLeft(text), ...look });

const line = (text: string, look: Look = {}): Paragraph =>
  new Paragraph({ bidirectional: isRightToLeft(text), children: [runOf(text, look)] });

const headOf = ({ labels, home, title, lead, facts, listed }: Printable): Paragraph[] => {
  const grey = { color: GREY, size: SMALL };
  return [
    ...(home === '' ? [] : [new Paragraph({ border: { bottom: RULE }, children: [runOf(home)] })]),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isRightToLeft(title),
      spacing: { before: 2 * GAP },
      children: [runOf(title, { size: TITLE })],
    }),
    ...(lead === '' ? [] : [line(lead, { size: LEAD })]),
    ...facts.map(({ name, value }) => line(`${name}: ${value}`, grey)),
    ...(listed.length > 0 ? [line(`${labels.speakers}:`, grey)] : []),
    ...listed.map((name) => line(`• ${name}`, grey)),
  ];
};

/** The name and the time stay on the page of what is said. */
const turnOf = ({ name, start_ms, text }: Turn): Paragraph[] => [
  new Paragraph({
    keepNext: true,
    bidirectional: isRightToLeft(name ?? text),
    spacing: { before: GAP },
    children: [
      ...(name === null ? [] : [runOf(name, { bold: true }), runOf('  ')]),
      runOf(shortTime(start_ms), { color: GREY, size: SMALL }),
    ],
  }),
  new Paragraph({ bidirectional: isRightToLeft(text), spacing: { line: LINE }, children: [runOf(text)] }),
];

/** `Page 1 of 2` of the language, with the numbers that Word counts. */
const footerOf = ({ labels, home, lead }: Printable): Footer => {
  const [before = '', between = '', after = ''] = labels.page(0, 1).split(/[01]/);
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  const about = [home, lead].filter(Boolean).join(' · ');
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          ...(about === '' ? [] : [runOf(`${about} · `, { color: GREY, size: SMALL })]),
          new TextRun({ children: numbers, color: GREY, size: SMALL }),
        ],
      }),
    ],
  });
};

const endOf = ({ labels }: Printable, uuid: string): Paragraph[] => [
  new Paragraph({
    border: { top: RULE },
    spacing: { before: 2 * GAP },
    children: [runOf(`${labels.end} · ${labels.call(uuid)}`, { color: GREY, size: SMALL })],
  }),
];

/** A document for Word and its kin. Fonts are left to the reader's computer, which has those of its languages. */
export const writeDocx = (call: TranscribedCall): Promise<Uint8Array> => {
  const printable = printableDocumentOf(call);
  const { width, height } = paperOf(call.time_zone);
  const size = { width: Math.round(width * A_POINT), height: Math.round(height * A_POINT) };
  const document = new Document({
    title: printable.title,
    creator: printable.home || 'Pharos',
    styles: { default: { document: { run: { size: BODY } } } },
    sections: [
      {
        properties: { page: { size } },
        footers: { default: footerOf(printable) },
        children: [...headOf(printable), ...printable.paragraphs.flatMap(turnOf), ...endOf(printable, call.uuid)],
      },
    ],
  });
  return Packer.toBuffer(document);
};
