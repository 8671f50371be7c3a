import type { Texts } from '../english.ts';

export const exports: Texts['calls']['exports'] = {
  open: 'Exportar',
  title: 'Exportar transcripción',
  format: 'Formato',
  preview: 'Vista previa',
  printed: 'Vista previa del texto. El archivo tiene diseño de página.',
  leave_out: 'Omitir números de tarjeta y de cuenta',
  leave_out_more: 'También números de seguro social y códigos de seguridad. La llamada los conserva.',
  print_file: 'Para imprimir sin esos números, guarde el PDF e imprima el archivo.',
  save: (name) => `Guardar como ${name}`,
  names: {
    pdf: 'PDF',
    docx: 'Word',
    txt: 'Texto sin formato',
    md: 'Markdown',
    vtt: 'Subtítulos WebVTT',
    srt: 'Subtítulos SRT',
    csv: 'Hoja de cálculo (CSV)',
    json: 'JSON',
  },
};
