import type { Texts } from '../english.ts';

export const demo: Texts['demo'] = {
  begin: 'Aquí todavía no hay nada',
  begin_how:
    'Una llamada pertenece a un caso. Abra el primer caso y suelte en su página una grabación o una transcripción.',
  add: 'Mirar antes una casa de muestra',
  begin_needs: 'Alguien que pueda escribir añade el primero.',
  begin_api: 'Un programa puede hacer lo mismo por la API, con una ficha de los ajustes.',
  title: 'Esta es una casa de muestra',
  what: 'Sus personas y llamadas son inventadas, para que pueda mirar. Los números de sus casos empiezan por DEMO-.',
  remove: 'Quitar la muestra',
  remove_ask: '¿Quitar los casos de muestra con todas sus llamadas? Nada de lo suyo se toca.',
  remove_needs: 'No puede quitarla.',
};
