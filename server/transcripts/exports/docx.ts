import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { isRightToLeft } from './direction.ts';
import { printableDocumentOf, type Paragraph as Turn } from './document.ts';

const GREY = '666666';
/** Half points. */
const [SMALL, BODY, TITLE] = [18, 22, 40];
/** Twentieths of a point. */
const [LINE, GAP] = [300, 160];

const runOf = (text: string, more: { bold?: boolean; color?: string; size?: number } = {}): TextRun =>
  new TextRun({ text, rightToLeft: isRightToLeft(text), ...more });

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

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new TextRun({
          children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          color: GREY,
          size: SMALL,
        }),
      ],
    }),
  ],
});

/** A document for Word and its kin. Fonts are left to the reader's computer, which has those of its languages. */
export const writeDocx = (call: TranscribedCall): Promise<Uint8Array> => {
  const { title, facts, speakers, paragraphs } = printableDocumentOf(call);
  const grey = { color: GREY, size: SMALL };
  const head = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isRightToLeft(title),
      children: [runOf(title, { bold: true, size: TITLE })],
    }),
    new Paragraph({ children: [runOf(facts, grey)] }),
    ...(speakers.length > 0 ? [new Paragraph({ children: [runOf(`Speakers: ${speakers.join(', ')}`, grey)] })] : []),
  ];
  const document = new Document({
    title,
    creator: 'Pharos',
    styles: { default: { document: { run: { size: BODY } } } },
    sections: [{ footers: { default: footer }, children: [...head, ...paragraphs.flatMap(turnOf)] }],
  });
  return Packer.toBuffer(document);
};
