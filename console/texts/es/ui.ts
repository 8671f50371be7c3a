import type { Texts } from '../english.ts';

export const ui: Texts['ui'] = {
  loading: 'Cargando…',
  unreachable: 'No se puede conectar con Pharos. Revise su conexión e inténtelo de nuevo.',
  same_version_refused:
    'El servidor sigue rechazando este cambio, aunque nadie más lo cambió. Algo entre su navegador y Pharos puede estar alterando las solicitudes. Recargue la página o avise a su administrador.',
  try_again: 'Reintentar',
  request_id: (id) => `Para su administrador: solicitud ${id}`,
  show_more: 'Mostrar más',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
};
