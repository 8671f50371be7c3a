import type { Texts } from '../english.ts';

export const ui: Texts['ui'] = {
  loading: 'Cargando…',
  unreachable: 'No se puede conectar con Pharos. Revise su conexión e inténtelo de nuevo.',
  proxy_limit:
    'Algo entre su navegador y Pharos no deja pasar solicitudes de este tamaño. Avise a su administrador: el límite del proxy para el cuerpo de las solicitudes es demasiado bajo.',
  same_version_refused:
    'El servidor sigue rechazando este cambio, aunque nadie más lo cambió. Algo entre su navegador y Pharos puede estar alterando las solicitudes. Recargue la página o avise a su administrador.',
  try_again: 'Reintentar',
  request_id: (id) => `Para su administrador: solicitud ${id}`,
  show_more: 'Mostrar más',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
};
