import type { Texts } from '../english.ts';
import { number } from './numbers.ts';

export const print: Texts['print'] = {
  print: 'Imprimir',
  preparing: 'Preparando las páginas',
  goes_on: 'La lista continúa. Se imprime lo que se veía en la pantalla.',
  on_record: 'Registrada desde',
  length: 'Duración',
  transcript: 'Transcripción',
  by_hand: 'escrita a mano',
  changed: 'Último cambio',
  unsaved: 'Impresa con cambios que aún no están guardados.',
  doubtful: 'Dudosas',
  doubtful_words: (n) =>
    n === 1
      ? '1 palabra, subrayada con puntos: la transcripción no estaba segura de ella.'
      : `${number(n)} palabras, subrayadas con puntos: la transcripción no estaba segura de ellas.`,
  no_name: 'aún sin nombre',
  end: 'Fin de la llamada',
  printed: (when) => `Impreso el ${when}`,
  printed_by: (when, who) => `Impreso el ${when} por ${who}`,
  call: (uuid) => `Llamada ${uuid}`,
  certificate: 'Certificado de eliminación',
  certificate_says: (home) =>
    `Lo que aquí se nombra se eliminó definitivamente de los registros de llamadas de ${home}. Este certificado no contiene nombres ni palabras de los interesados.`,
  number: 'Certificado',
  removed_what: 'Qué se eliminó',
  removed_at: 'Eliminado',
  removed_by: 'Por',
  rule: 'Según la regla',
  rows: 'Sus registros',
  digest: 'Huella (SHA-256)',
  digest_says:
    'La huella se hizo de todo lo eliminado. Quien tenga una copia puede hacerla de nuevo y ver así si es copia de lo mismo.',
  signature: 'Firma',
  day: 'Fecha',
  one_certificate: (uuid) => `Imprimir: certificado ${uuid}`,
};
