import type { Texts } from '../english.ts';

export const demo: Texts['demo'] = {
  begin: 'Le damos la bienvenida a Pharos',
  begin_how:
    'Cada llamada pertenece a un caso. Cree su primer caso y suelte en su página una grabación o una transcripción.',
  add: 'Explorar con datos de ejemplo',
  begin_needs: 'Alguien del equipo que pueda editar casos puede crear el primero.',
  begin_api: 'Sus programas pueden hacer lo mismo mediante la API, con una clave de Configuración.',
  title: 'Está viendo datos de ejemplo',
  what: 'Las personas y llamadas de ejemplo son inventadas. Sus números de caso empiezan con DEMO-.',
  section: 'Datos de ejemplo',
  remove: 'Quitar datos de ejemplo',
  remove_ask: '¿Quitar los casos de ejemplo y todas sus llamadas? Sus propios casos se conservan.',
};
