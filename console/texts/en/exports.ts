/** The texts of the transcript as a file. */
export const exports = {
  open: 'Export',
  title: 'The transcript as a file',
  format: 'Format',
  preview: 'Preview',
  printed: 'It has these words, laid out on pages:',
  save: (name: string) => `Save as ${name}`,
  names: {
    pdf: 'PDF',
    docx: 'Word',
    txt: 'Plain text',
    md: 'Markdown',
    vtt: 'WebVTT subtitles',
    srt: 'SRT subtitles',
    csv: 'Table',
    json: 'JSON',
  },
};
