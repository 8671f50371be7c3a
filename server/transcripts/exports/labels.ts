import type { Call } from '@pharos/contract/calls.ts';
import type { ExportLanguage } from '@pharos/contract/transcripts.ts';

/** Labels that a document prints around the words. */
export type Labels = {
  locale: string;
  added: string;
  started: string;
  direction: string;
  directions: Readonly<Record<NonNullable<Call['direction']>, string>>;
  from: string;
  to: string;
  answered_by: string;
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
    started: 'Date and time',
    direction: 'Direction',
    directions: { incoming: 'Incoming', outgoing: 'Outgoing', internal: 'Internal' },
    from: 'From',
    to: 'To',
    answered_by: 'Taken by',
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
    started: 'Fecha y hora',
    direction: 'Tipo',
    directions: { incoming: 'Entrante', outgoing: 'Saliente', internal: 'Interna' },
    from: 'De',
    to: 'Para',
    answered_by: 'Atendida por',
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
