import type { Texts } from '../english.ts';

export const today: Texts['today'] = {
  title: 'Hoy',
  to_name: 'Hablantes sin nombre',
  all_named: 'Todos los hablantes tienen nombre.',
  services: 'Próximos servicios',
  no_services: 'No hay servicios próximos.',
  transcriptions: 'Transcripciones',
  newest: 'Casos más recientes',
  latest: 'Últimas llamadas',
  no_calls: 'Aún no hay llamadas. Las nuevas aparecerán aquí.',
};
