import type { Texts } from '../english.ts';

export const today: Texts['today'] = {
  title: 'Hoy',
  voices: 'Llamadas con una voz que aún no tiene nombre',
  nothing: 'Todas las voces tienen nombre.',
  services: 'Próximos servicios',
  no_services: 'Ningún servicio tiene fecha en los próximos días.',
  words: 'Poniéndose en palabras',
  newest: 'Casos más recientes',
  latest: 'Últimas llamadas',
  no_calls: 'Todavía no hay llamadas. Aparecen aquí a medida que llegan.',
};
