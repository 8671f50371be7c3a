/** Exporting a transcript. */
export const exports = {
  open: 'Export',
  title: 'Export transcript',
  format: 'Format',
  preview: 'Preview',
  printed: 'Preview of the text. The file has page layout.',
  save: (name: string) => `Save as ${name}`,
  names: {
    pdf: 'PDF',
    docx: 'Word',
    txt: 'Plain text',
    md: 'Markdown',
    vtt: 'WebVTT subtitles',
    srt: 'SRT subtitles',
    csv: 'Spreadsheet (CSV)',
    json: 'JSON',
  },
};
