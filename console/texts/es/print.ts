import type { Texts } from '../english.ts';
import { number, plural } from './numbers.ts';

export const print: Texts['print'] = {
  print: 'Imprimir',
  preparing: 'Preparando la impresión…',
  goes_on: 'La lista continúa. Solo se imprime lo que estaba en pantalla.',
  on_record: 'Agregada',
  started: 'Fecha y hora',
  direction: 'Tipo',
  from: 'De',
  to: 'Para',
  answered_by: 'Atendida por',
  length: 'Duración',
  transcript: 'Transcripción',
  by_hand: 'escrita a mano',
  changed: 'Última edición',
  unsaved: 'Incluye cambios que aún no se habían guardado.',
  doubtful: 'Por revisar',
  doubtful_words: (n) =>
    plural(
      n,
      '1 palabra con subrayado de puntos: la transcripción no estaba segura de ella.',
      `${number(n)} palabras con subrayado de puntos: la transcripción no estaba segura de ellas.`,
    ),
  no_name: 'aún sin nombre',
  end: 'Fin de la llamada',
  printed: (when) => `Impreso: ${when}`,
  printed_by: (when, who) => `Impreso: ${when}, por ${who}`,
  call: (uuid) => `Llamada ${uuid}`,
  certificate: 'Certificado de eliminación',
  certificate_says: (home) =>
    `Los registros indicados aquí se eliminaron de forma permanente de los registros de llamadas de ${home}. Este certificado no contiene nombres ni nada de lo que se dijo.`,
  number: 'Certificado',
  removed_what: 'Registro eliminado',
  removed_at: 'Eliminado',
  removed_by: 'Por',
  rule: 'Regla',
  rows: 'Incluye',
  elsewhere: 'Puede seguir en',
  digest: 'Huella digital (SHA-256)',
  digest_says:
    'La huella digital se calculó a partir de todo lo eliminado. Al calcularla de nuevo con una copia se comprueba si la copia coincide.',
  signature: 'Firma',
  day: 'Fecha',
  one_certificate: (uuid) => `Imprimir certificado ${uuid}`,
};
