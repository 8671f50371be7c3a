import PDFDocument from 'pdfkit';
import { NotExportable, TOO_LONG } from './not-exportable.ts';
import type { Paper } from './paper.ts';
import { type Face, FONT_FILES, type Weight } from './pdf-fonts.ts';
import { type Line, layLines } from './pdf-lines.ts';
import { makeReadable, needsActualText } from './pdf-text.ts';

/** Each change of font or direction is drawn by itself: a document of plain words has a tenth of these. */
const MOST_RUNS = 100_000;

/** Points. */
export const MARGIN = { top: 57, bottom: 68, left: 62, right: 62 };

/** Letters: their face and weight, their size and the height of their lines in points. */
export type Type = { face: Face; weight?: Weight; size: number; line: number; color?: string };

export const [INK, GREY] = ['#1a1a1a', '#6b6b6b'];

/** Pages that are written from top to bottom; points from the upper left corner. */
export class Pages {
  readonly width: number;
  readonly #document: PDFKit.PDFDocument;
  readonly #paper: Paper;
  #y = MARGIN.top;
  #runs = 0;

  constructor(paper: Paper, title: string, author: string) {
    this.#paper = paper;
    this.width = paper.width - MARGIN.left - MARGIN.right;
    const { width, height } = paper;
    this.#document = new PDFDocument({ size: [width, height], margin: 0, bufferPages: true, pdfVersion: '1.5' });
    this.#document.info.Title = title;
    this.#document.info.Creator = 'Pharos';
    if (author !== '') this.#document.info.Author = author;
    for (const { name, file } of FONT_FILES) this.#document.registerFont(name, file);
  }

  lay(text: string, width: number, { face, weight = 400, size }: Type): Line[] {
    const measure = (font: string, part: string): number => {
      return this.#document.font(font).fontSize(size).widthOfString(part);
    };
    const lines = layLines(text, width, { face, weight }, measure);
    this.#runs += lines.reduce((sum, { runs }) => sum + runs.length, 0);
    if (this.#runs > MOST_RUNS) throw new NotExportable(TOO_LONG);
    return lines;
  }

  /** Begins a new page unless there is room for so many points. */
  require(points: number): void {
    if (this.#y + points <= this.#paper.height - MARGIN.bottom) return;
    this.#document.addPage();
    this.#y = MARGIN.top;
  }

  skip(points: number): void {
    this.#y += points;
  }

  /** Writes lines below each other; those written from right to left stand at the right. */
  write(lines: readonly Line[], left: number, width: number, type: Type): void {
    for (const line of lines) {
      this.require(type.line);
      this.#draw(line, line.is_right_to_left ? left + width - line.width : left, this.#y, type);
      this.#y += type.line;
    }
  }

  /** Writes lines beside those that come next, which stand at the same height. */
  writeBeside(lines: readonly Line[], left: number, type: Type, baseline: Type): void {
    let y = this.#y + baseline.size - type.size;
    for (const line of lines) {
      this.#draw(line, left, y, type);
      y += type.line;
    }
  }

  rule(): void {
    this.#document.moveTo(MARGIN.left, this.#y).lineTo(MARGIN.left + this.width, this.#y);
    this.#document.lineWidth(0.5).strokeColor(INK).stroke();
  }

  /** Writes a line at the foot of every page: what it is of, and which page. */
  foot(about: string, page: (number: number, of: number) => string, type: Type, gap: number): void {
    const y = this.#paper.height - MARGIN.bottom + 24;
    const { count } = this.#document.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.#document.switchToPage(index);
      const [place] = this.lay(page(index + 1, count), this.width, type);
      const room = this.width - (place?.width ?? 0) - gap;
      const [name] = this.lay(about, room, type);
      if (name) this.#draw(name, MARGIN.left, y, type);
      if (place) this.#draw(place, MARGIN.left + this.width - place.width, y, type);
    }
  }

  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    this.#document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    const ended = new Promise((resolve, reject) => this.#document.once('end', resolve).once('error', reject));
    this.#document.end();
    await ended;
    return Buffer.concat(chunks);
  }

  #draw(line: Line, left: number, y: number, { size, color = INK }: Type): void {
    // Fonts of other scripts are taller; their letters stand on the same line.
    const options = { lineBreak: false, baseline: 'alphabetic' } as const;
    let x = left;
    for (const { font, text, width } of line.runs) {
      this.#document.font(font).fontSize(size).fillColor(color);
      makeReadable((this.#document as unknown as { _font: unknown })._font);
      const isMarked = needsActualText(text);
      if (isMarked) this.#document.markContent('Span', { actual: text });
      this.#document.text(text, x, y + size, options);
      if (isMarked) this.#document.endMarkedContent();
      x += width;
    }
  }
}
