import type { Texts } from '../english.ts';

export const exports: Texts['calls']['exports'] = {
  open: 'Exportar',
  title: 'La transcripción como archivo',
  format: 'Formato',
  preview: 'Vista previa',
  printed: 'Tiene estas palabras, dispuestas en páginas:',
  save: (name) => `Guardar como ${name}`,
  names: {
    pdf: 'documento PDF',
    docx: 'documento Word',
    txt: 'Texto sin formato',
    md: 'texto Markdown',
    vtt: 'Subtítulos WebVTT',
    srt: 'Subtítulos SRT',
    csv: 'Tabla',
    json: 'datos JSON',
  },
};
