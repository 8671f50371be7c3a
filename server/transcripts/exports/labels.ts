import type { Call } from '@pharos/contract/calls.ts';
import type { Side } from '@pharos/contract/sides.ts';
import type { ExportLanguage, RedactionKind } from '@pharos/contract/transcripts.ts';

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
  /** A speaker whom somebody has put on a side. */
  on_side(name: string, side: Side): string;
  left_out: string;
  nothing_left_out: string;
  kinds: Readonly<Record<RedactionKind, string>>;
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
    on_side: (name, side) => `${name} (${side === 'ours' ? 'our team' : 'the family or others'})`,
    left_out: 'Removed',
    nothing_left_out: 'nothing found to remove',
    kinds: {
      card_number: 'card numbers',
      social_security_number: 'social security numbers',
      bank_account: 'account numbers',
      date_of_birth: 'dates of birth',
      security_code: 'codes',
    },
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
    on_side: (name, side) => `${name} (${side === 'ours' ? 'nuestro equipo' : 'la familia u otros'})`,
    left_out: 'Se omitió',
    nothing_left_out: 'no se encontró nada que omitir',
    kinds: {
      card_number: 'números de tarjeta',
      social_security_number: 'números de seguro social',
      bank_account: 'números de cuenta',
      date_of_birth: 'fechas de nacimiento',
      security_code: 'códigos',
    },
    end: 'Fin de la llamada',
    call: (uuid) => `Llamada ${uuid}`,
    page: (number, of) => `Página ${number} de ${of}`,
    boxes:
      'Algunos caracteres no se pueden mostrar en un PDF y aparecen como cuadros. El documento de Word sí los muestra.',
  },
};
