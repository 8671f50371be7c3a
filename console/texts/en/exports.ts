/** Exporting a transcript. */
export const exports = {
  open: 'Export',
  title: 'Export transcript',
  format: 'Format',
  preview: 'Preview',
  printed: 'Preview of the text. The file has page layout.',
  leave_out: 'Leave out card and account numbers',
  leave_out_more: 'Social security numbers and security codes, too. The call itself keeps them.',
  print_file: 'To print without these numbers, save the PDF and print that.',
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
