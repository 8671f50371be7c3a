import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

export const jobs: Texts['jobs'] = {
  transcribe: 'Transcribir',
  progress: (percent) => `Transcribiendo, ${percent}`,
  long_states: {
    queued: 'En espera de transcripción',
    running: 'Transcribiendo',
    failed: 'No se pudo transcribir',
    succeeded: 'Transcrita',
    cancelled: 'Transcripción cancelada',
  },
  filter: 'Filtrar por estado',
  list: 'Transcripciones',
  all: 'Todas',
  states: {
    queued: 'En espera',
    running: 'En curso',
    failed: 'Con error',
    succeeded: 'Terminadas',
    cancelled: 'Canceladas',
  },
  none: 'No hay transcripciones.',
  providers: { speech_server: 'su servidor de voz', local: 'esta computadora' },
  by: (provider) => `Por ${provider}`,
  asked_by: (name, when) => `Solicitada por ${name}, ${when}`,
  finished: (when) => `Terminada: ${when}`,
  attempts: (n) => count(n, 'intento'),
  reason: 'Motivo:',
  note: 'Nota:',
  cancel: 'Cancelar transcripción',
  cancel_ask: '¿Cancelar esta transcripción? No se usará su resultado.',
};
