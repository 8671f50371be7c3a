import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

export const search: Texts['search'] = {
  title: 'Buscar',
  field: 'Nombre, número de caso o palabras de las notas',
  find: 'Buscar',
  scope:
    'Busca casos por nombre, número y notas, y llamadas por ID. Para buscar en una transcripción, abra la llamada y presione /.',
  none: (q) => `Sin resultados para “${q}”.`,
  found: (n, more) => (more ? `Primeros ${count(n, 'caso')}` : count(n, 'caso')),
  calls_with_id: 'Llamadas con este ID',
  all_calls: 'Todas las llamadas de este caso',
};
