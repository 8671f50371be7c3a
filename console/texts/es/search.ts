import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

export const search: Texts['search'] = {
  title: 'Buscar',
  field: 'Un nombre, un número de caso, una palabra de las notas',
  find: 'Buscar ahora',
  honest:
    'Los casos se encuentran por nombre, número y notas; una llamada, por su identificador o el del proveedor. Lo dicho en las llamadas no se busca: abra una llamada y pulse / para buscar palabras en ella.',
  none: (q) => `No se encontró nada para “${q}”.`,
  found: (n, more) =>
    more ? `Los primeros ${count(n, 'caso', 'casos')}` : `Encontrado en ${count(n, 'caso', 'casos')}`,
  named: 'Llamadas con este identificador',
  all_calls: 'Todas las llamadas de este caso',
};
