import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';

/** Text of a printed page by sheets, in the order in which it is read, with single spaces. */
export const printedPages = async (page: Page, format: 'Letter' | 'A4' = 'Letter'): Promise<string[]> => {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((sheet) => sheet.replace(/\s+/g, ' '));
};
