import type { Texts } from '../english.ts';
import { plural } from './numbers.ts';

export const shell: Texts['shell'] = {
  skip: 'Ir al contenido',
  navigation: 'Principal',
  today: 'Hoy',
  needs: (n) =>
    plural(n, '1 llamada tiene hablantes sin nombre', `${n > 9 ? 'Más de 9' : n} llamadas tienen hablantes sin nombre`),
  cases: 'Casos',
  sign_out: 'Cerrar sesión',
  signed_in_as: (name) => `Sesión iniciada como ${name}`,
  language: 'Idioma',
  paper: 'Apariencia',
  system: 'Igual que el sistema',
  light: 'Claro',
  dark: 'Oscuro',
  choices: 'Cuenta',
  loading: 'Cargando…',
  offline: 'No hay conexión. Puede seguir leyendo; los cambios en una llamada se guardarán cuando vuelva la conexión.',
  not_found: 'Página no encontrada',
  not_found_hint: 'Es posible que se haya eliminado o que el enlace sea incorrecto.',
  to_today: 'Ir a Hoy',
  failed: 'No se pudo cargar esta página',
  unreachable: 'No se puede conectar con Pharos. Revise su conexión e inténtelo de nuevo.',
  again: 'Reintentar',
  request: (id) => `Para su administrador: solicitud ${id}`,
  more: 'Mostrar más',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
};
