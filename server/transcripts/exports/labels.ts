import type { ExportLanguage } from '@pharos/contract/transcripts.ts';

/** Labels that a document prints around the words. */
export type Labels = {
  locale: string;
  added: string;
  length: string;
  transcript: string;
  typed: string;
  subtitles: string;
  speakers: string;
  end: string;
  call(uuid: string): string;
  page(number: number, of: number): string;
  /** Note for texts with letters that the fonts of a PDF lack. */
  boxes: string;
};

export const LABELS: Readonly<Record<ExportLanguage, Labels>> = {
  en: {
    locale: 'en-US',
    added: 'Added',
    length: 'Length',
    transcript: 'Transcript',
    typed: 'typed by hand',
    subtitles: 'from subtitles',
    speakers: 'Speakers',
    end: 'End of call',
    call: (uuid) => `Call ${uuid}`,
    page: (number, of) => `Page ${number} of ${of}`,
    boxes: 'Some characters can’t be shown in a PDF and appear as boxes. The Word document shows them.',
  },
  es: {
    locale: 'es-US',
    added: 'Agregada',
    length: 'Duración',
    transcript: 'Transcripción',
    typed: 'escrita a mano',
    subtitles: 'de subtítulos',
    speakers: 'Hablantes',
    end: 'Fin de la llamada',
    call: (uuid) => `Llamada ${uuid}`,
    page: (number, of) => `Página ${number} de ${of}`,
    boxes:
      'Algunos caracteres no se pueden mostrar en un PDF y aparecen como cuadros. El documento de Word sí los muestra.',
  },
};
