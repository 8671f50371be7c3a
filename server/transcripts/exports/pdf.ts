import PDFDocument from 'pdfkit';
import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { type Paragraph, printableDocumentOf } from './document.ts';
import { NotExportable, TOO_LONG } from './not-exportable.ts';
import { canShow, FONT_FILES, type Weight } from './pdf-fonts.ts';
import { type Line, layLines } from './pdf-lines.ts';

/** Points, of an A4 page. */
const PAGE = { width: 595.28, height: 841.89, top: 64, bottom: 72, left: 64, right: 64 };
const TIME_COLUMN = 52;
const BODY = { size: 10.5, line: 16 };
const SMALL = { size: 9, line: 14 };
const TITLE = { size: 20, line: 28 };
const [INK, GREY] = ['#1a1a1a', '#6b6b6b'];
const GAP = 10;

/** Each change of font or direction is drawn by itself: a document of plain words has a tenth of these. */
const MOST_RUNS = 100_000;

type Style = { size: number; line: number };
type Ink = { weight?: Weight; color?: string };

class Pages {
  readonly document = new PDFDocument({ size: 'A4', margin: 0, bufferPages: true });
  #y = PAGE.top;
  #runs = 0;

  constructor(title: string) {
    this.document.info.Title = title;
    this.document.info.Creator = 'Pharos';
    for (const { name, file } of FONT_FILES) this.document.registerFont(name, file);
  }

  lay(text: string, width: number, { size }: Style, { weight = 400 }: Ink = {}): Line[] {
    const measure = (font: string, part: string): number => this.document.font(font).fontSize(size).widthOfString(part);
    const lines = layLines(text, width, weight, measure);
    this.#runs += lines.reduce((sum, { runs }) => sum + runs.length, 0);
    if (this.#runs > MOST_RUNS) throw new NotExportable(TOO_LONG);
    return lines;
  }

  /** Begins a new page unless there is room for so many points. */
  require(points: number): void {
    if (this.#y + points <= PAGE.height - PAGE.bottom) return;
    this.document.addPage();
    this.#y = PAGE.top;
  }

  skip(points: number): void {
    this.#y += points;
  }

  /** Lines below each other; those written from right to left stand at the right. */
  write(lines: readonly Line[], left: number, width: number, style: Style, { color = INK }: Ink = {}): void {
    for (const line of lines) {
      this.require(style.line);
      this.draw(line, line.is_right_to_left ? left + width - line.width : left, this.#y, style, color);
      this.#y += style.line;
    }
  }

  /** Writes beside the line that comes next. */
  writeBeside(text: string, left: number, style: Style, baseline: Style): void {
    const [line] = this.lay(text, PAGE.width, style);
    if (line) this.draw(line, left, this.#y + baseline.size - style.size, style, GREY);
  }

  draw(line: Line, left: number, y: number, { size }: Style, color: string): void {
    // Fonts of other scripts are taller; their letters stand on the same line.
    const options = { lineBreak: false, baseline: 'alphabetic' } as const;
    let x = left;
    for (const { font, text, width } of line.runs) {
      this.document.font(font).fontSize(size).fillColor(color);
      this.document.text(text, x, y + size, options);
      x += width;
    }
  }

  rule(): void {
    this.document.moveTo(PAGE.left, this.#y).lineTo(PAGE.width - PAGE.right, this.#y);
    this.document.lineWidth(0.5).strokeColor('#c8c8c8').stroke();
  }

  number(title: string): void {
    const y = PAGE.height - PAGE.bottom + 24;
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.document.switchToPage(page);
      const [place] = this.lay(`Page ${page + 1} of ${count}`, PAGE.width, SMALL);
      const room = PAGE.width - PAGE.left - PAGE.right - (place?.width ?? 0) - GAP;
      const [name] = this.lay(title, room, SMALL);
      if (name) this.draw(name, PAGE.left, y, SMALL, GREY);
      if (place) this.draw(place, PAGE.width - PAGE.right - place.width, y, SMALL, GREY);
    }
  }

  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    this.document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    const ended = new Promise((resolve, reject) => this.document.once('end', resolve).once('error', reject));
    this.document.end();
    await ended;
    return Buffer.concat(chunks);
  }
}

const WIDTH = PAGE.width - PAGE.left - PAGE.right;

const writeTurn = (pages: Pages, { name, start_ms, text }: Paragraph): void => {
  const [left, width] = [PAGE.left + TIME_COLUMN, WIDTH - TIME_COLUMN];
  const bold = { weight: 700 } as const;
  const names = name === null ? [] : pages.lay(name, width, BODY, bold);
  const lines = pages.lay(text, width, BODY);
  // The name is never left behind at the end of a page.
  pages.require(GAP + (names.length + Math.min(2, lines.length)) * BODY.line);
  pages.skip(GAP);
  pages.writeBeside(shortTime(start_ms), PAGE.left, SMALL, BODY);
  pages.write(names, left, width, BODY, bold);
  pages.write(lines, left, width, BODY);
};

/** A document to print: A4, with embedded fonts for Latin, Greek, Cyrillic, Devanagari, Hebrew and Arabic. */
export const writePdf = (call: TranscribedCall): Promise<Uint8Array> => {
  const { title, facts, speakers, paragraphs } = printableDocumentOf(call);
  const pages = new Pages(title);
  const notes = [facts];
  if (speakers.length > 0) notes.push(`Speakers: ${speakers.join(', ')}`);
  if (![title, ...speakers, ...paragraphs.map(({ text }) => text)].every(canShow)) {
    notes.push(
      'Some characters have no letters in the fonts of this file and stand as boxes. The DOCX file shows them.',
    );
  }
  pages.write(pages.lay(title, WIDTH, TITLE, { weight: 700 }), PAGE.left, WIDTH, TITLE);
  for (const note of notes) pages.write(pages.lay(note, WIDTH, SMALL), PAGE.left, WIDTH, SMALL, { color: GREY });
  pages.skip(GAP);
  pages.rule();
  for (const paragraph of paragraphs) writeTurn(pages, paragraph);
  pages.number(title);
  return pages.bytes();
};
