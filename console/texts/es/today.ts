import type { Texts } from '../english.ts';

export const today: Texts['today'] = {
  title: 'Hoy',
  voices: 'Hablantes sin nombre',
  nothing: 'Todos los hablantes tienen nombre.',
  services: 'Próximos servicios',
  no_services: 'No hay servicios próximos.',
  words: 'Transcripciones',
  newest: 'Casos más recientes',
  latest: 'Últimas llamadas',
  no_calls: 'Aún no hay llamadas. Las nuevas aparecerán aquí.',
};
