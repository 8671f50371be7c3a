import type { Texts } from '../english.ts';

export const ui: Texts['ui'] = {
  loading: 'Cargando…',
  unreachable: 'No se puede conectar con Pharos. Revise su conexión e inténtelo de nuevo.',
  try_again: 'Reintentar',
  request_id: (id) => `Para su administrador: solicitud ${id}`,
  show_more: 'Mostrar más',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
};
