import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { fc } from '../../../test/support/properties.ts';
import { imported } from '../import.fixture.ts';
import { callOf, HOSTILE, spoken, TALK } from './call.fixture.ts';
import type { TranscribedCall } from './call.ts';
import { exportTranscript } from './export.ts';
import { NotExportable } from './not-exportable.ts';
import { canShow, inShownLetters } from './pdf-fonts.ts';
import { layLines } from './pdf-lines.ts';

/** The file of that name in a ZIP archive, found by the archive's directory (APPNOTE 4.3.12). */
const unzipped = (zip: Buffer, wanted: string): string => {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const [header, length] = [zip.readUInt32LE(at + 42), Number(name)];
    if (zip.toString('utf8', at + 46, at + 46 + length) === wanted) {
      const data = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString();
    }
    at += 46 + length + Number(extra) + Number(comment);
  }
  throw new Error(`no ${wanted} in the archive`);
};

const docxOf = async (call: TranscribedCall): Promise<string> =>
  unzipped(Buffer.from((await exportTranscript(call, 'docx')).bytes), 'word/document.xml');
const pdfOf = async (call: TranscribedCall): Promise<string> =>
  Buffer.from((await exportTranscript(call, 'pdf')).bytes).toString('latin1');
const pagesOf = (pdf: string): number => Number(/\/Type \/Pages\n\/Count (\d+)/.exec(pdf)?.[1]);

const many = callOf(
  HOSTILE.map((text, i) => spoken(text, i * 1000, i * 1000 + 900, String(i))),
  { speaker_labels: Object.fromEntries(HOSTILE.map((text, i) => [String(i), text])) },
);

test('a Word document has the title, the names, the times and the words', async () => {
  const xml = await docxOf(TALK);
  const texts = [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);
  assert.deepEqual(texts, [
    'call',
    'Added: November 25, 2026 at 3:22 PM UTC',
    'Length: 1 min 35 sec',
    'Transcript: typed by hand',
    ...['Speakers:', '• Ann Lee', '• Bob &quot;Bobby&quot; Ray'],
    ...['Ann Lee', '  ', '0:00', 'We are so sorry.'],
    ...['Bob &quot;Bobby&quot; Ray', '  ', '0:02', 'Thank you.'],
    'End of call · Call 0d9f6a4e-6a53-4f0b-9c0f-1f2d3c4b5a69',
  ]);
});

test('a speaker whom somebody has put on a side is listed with it', async () => {
  const asked = { ...TALK, speaker_sides: { 0: 'ours', 1: 'theirs', 9: 'ours' } } as const;
  assert.match(await docxOf(asked), /• Ann Lee \(our team\)<.*• Bob &quot;Bobby&quot; Ray \(the family or others\)</);
  assert.match(await docxOf({ ...asked, language: 'es' }), /• Ann Lee \(nuestro equipo\)</);
  const text = Buffer.from((await exportTranscript(asked, 'txt')).bytes).toString();
  assert.match(text, /\n {2}Ann Lee \(our team\)\n/);
  assert.match(text, /\nAnn Lee {2}0:00\n/);
  const json = JSON.parse(Buffer.from((await exportTranscript(asked, 'json')).bytes).toString());
  assert.deepEqual(json.speaker_sides, asked.speaker_sides);
});

test('hostile text is text in a Word document, and what runs from right to left does so', async () => {
  const xml = await docxOf(many);
  assert.ok(xml.includes('>&lt;script&gt;alert(1)&lt;/script&gt;</w:t>'));
  assert.doesNotMatch(xml, /<script|\p{Cc}|[\u2028\u2029\u202e\ufffe\uffff]/u);
  assert.match(xml, /<w:bidi\/><w:spacing w:line="300"\/><\/w:pPr><w:r><w:rPr><w:rtl\/><\/w:rPr><w:t [^>]*>שלום</);
  assert.ok(xml.includes('日本語'));
});

test('a PDF has its title, fonts of its own and no program', async () => {
  const pdf = await pdfOf(many);
  assert.ok(pdf.startsWith('%PDF-1.') && pdf.trimEnd().endsWith('%%EOF'));
  assert.match(pdf, /\/Title \d+ 0 R/);
  assert.ok(pdf.includes('(call)'));
  for (const font of ['Literata-Regular', 'NotoSans-Regular', 'NotoSans-Bold', 'NotoSansHebrew', 'NotoSansArabic']) {
    assert.match(pdf, new RegExp(`/FontName /[A-Z]{6}\\+${font}`));
  }
  assert.doesNotMatch(pdf, /\/JavaScript|\/OpenAction|\/Launch|\/URI/);
});

test('a long call fills pages, and one turn may be longer than a page', async () => {
  const sample = new URL('../../../test/samples/dpe/zuckerberg-senate-2hours.dpe.json', import.meta.url);
  const { words } = imported(readFileSync(sample)).transcript;
  assert.equal(pagesOf(await pdfOf(TALK)), 1);
  const pages = pagesOf(await pdfOf(callOf(words.slice(0, 1500))));
  assert.ok(pages > 2 && pages < 6);
  assert.ok(pagesOf(await pdfOf(callOf([spoken('so '.repeat(1600), 0, 9)]))) > 1);
});

test('a document that no memory would hold is refused before it is begun', async () => {
  const flip = callOf(Array.from({ length: 5001 }, (_, i) => spoken('so', i, i, String(i % 2))));
  const talk = callOf(Array.from({ length: 125 }, (_, i) => spoken('x'.repeat(8192), i, i)));
  for (const call of [flip, talk]) {
    for (const format of ['docx', 'pdf'] as const) await assert.rejects(exportTranscript(call, format), NotExportable);
    assert.ok((await exportTranscript(call, 'txt')).bytes.length > 50_000);
  }
  const mixed = callOf(Array.from({ length: 30 }, (_, i) => spoken('aا'.repeat(2000), i, i)));
  await assert.rejects(exportTranscript(mixed, 'pdf'), NotExportable);
  assert.ok((await exportTranscript(mixed, 'docx')).bytes.length > 1000);
});

test('fonts have the letters of many languages; where they have none it is known', () => {
  assert.ok(canShow('Zażółć, Müller, Nguyễn, Ελλάδα, Україна, हिंदी, שָׁלוֹם, العربية “…” – €'));
  assert.ok(!canShow('日本語'));
});

test('lines keep every character, whatever their direction, and none is too long', () => {
  const measure = (_: string, text: string) => Array.from(text).length;
  const words = fc.array(
    fc.oneof(fc.constantFrom('so', 'שלום', '(123)', 'مرحبا', 'e\u0301'), fc.string({ unit: 'grapheme' })),
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
      const text = list.join(' ').normalize('NFC');
      const lines = layLines(text, width, { face: 'serif', weight: 400 }, measure);
      const sorted = (given: string) =>
        Array.from(given.replace(/[\s()<>[\]{}]/g, ''))
          .sort()
          .join('');
      const mirrored = /\p{Bidi_Mirrored}/u;
      for (const line of lines) assert.ok(line.width <= width);
      if (Array.from(text).some((character) => mirrored.test(character) && !'()<>[]{}'.includes(character))) return;
      assert.equal(
        sorted(lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('')),
        sorted(inShownLetters(text)),
      );
    }),
    { seed: 1912 },
  );
});

test('words of both directions stand in the order in which they are read', () => {
  const shown = (text: string) =>
    layLines(text, 999, { face: 'sans', weight: 400 }, (_, part) => part.length).map(({ runs }) =>
      runs.map((run) => run.text).join(''),
    );
  assert.deepEqual(shown('call (שלום) now'), ['call (שלום) now']);
  assert.deepEqual(shown('אבג (דה) 12'), ['12 (דה) אבג']);
});

test('whatever was said, a document of it can be made', async () => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }));
  const word = fc.tuple(text, fc.nat({ max: 1e7 }), fc.option(text));
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 8 }), text, async (words, file_name) => {
      const call = callOf(
        words.map(([said, at, speaker]) => ({ ...spoken(said, at, at), speaker })),
        { file_name },
      );
      for (const format of ['docx', 'pdf'] as const)
        assert.ok((await exportTranscript(call, format)).bytes.length > 999);
    }),
    { numRuns: 6, seed: 1912 },
  );
});

test('a page is of the paper that the home prints on', async () => {
  const sizes = async (time_zone: string) => {
    const pdf = await pdfOf({ ...TALK, time_zone });
    const docx = await docxOf({ ...TALK, time_zone });
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    const [, wide, high] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(docx) ?? [];
    assert.deepEqual([Number(wide), Number(high)], [Number(width) * 20, Number(height) * 20].map(Math.round));
    return `${width}x${height}`;
  };
  for (const zone of ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Mexico_City', 'UTC']) {
    assert.equal(await sizes(zone), '612x792', zone);
  }
  for (const zone of ['Europe/Madrid', 'America/Argentina/Buenos_Aires', 'America/Sao_Paulo', 'Australia/Sydney']) {
    assert.equal(await sizes(zone), '595.28x841.89', zone);
  }
});

test('letters that no font has are drawn in their plain form', () => {
  assert.equal(inShownLetters('ﬁnd the oﬃce, Ｆｕｌｌ, e\u0301clair'), 'find the office, Full, éclair');
  assert.equal(inShownLetters('日本 ½ “so”'), '日本 ½ “so”');
});
