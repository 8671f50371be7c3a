import type { Texts } from '../english.ts';
import { plural } from './numbers.ts';

export const app: Texts['app'] = {
  skip: 'Ir al contenido',
  navigation: 'Principal',
  today: 'Hoy',
  calls_to_name: (n) =>
    plural(n, '1 llamada tiene hablantes sin nombre', `${n > 9 ? 'Más de 9' : n} llamadas tienen hablantes sin nombre`),
  cases: 'Casos',
  sign_out: 'Cerrar sesión',
  signed_in_as: (name) => `Sesión iniciada como ${name}`,
  language: 'Idioma',
  appearance: 'Apariencia',
  system: 'Igual que el sistema',
  light: 'Claro',
  dark: 'Oscuro',
  account: 'Cuenta',
  offline: 'No hay conexión. Puede seguir leyendo; los cambios en una llamada se guardarán cuando vuelva la conexión.',
  not_found: 'Página no encontrada',
  not_found_hint: 'Es posible que se haya eliminado o que el enlace sea incorrecto.',
  to_today: 'Ir a Hoy',
  failed: 'No se pudo cargar esta página',
};
