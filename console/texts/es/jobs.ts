import type { Texts } from '../english.ts';
import { number } from './numbers.ts';

export const jobs: Texts['jobs'] = {
  ask: 'Poner en palabras',
  far: (percent) => `poniéndose en palabras, ${percent}`,
  on_its_way: {
    queued: 'a la espera de ponerse en palabras',
    running: 'poniéndose en palabras',
    failed: 'no se pudo poner en palabras',
    succeeded: 'puesta en palabras',
    cancelled: 'sin poner en palabras',
  },
  which: 'Cuáles',
  list: 'Transcripciones',
  all: 'todas',
  states: { queued: 'en espera', running: 'en curso', failed: 'fallida', succeeded: 'hecha', cancelled: 'cancelada' },
  none: 'No hay ninguna.',
  providers: { speech_server: 'un servidor de voz', local: 'esta máquina' },
  transcription_by: (provider) => `Una llamada, por ${provider}`,
  asked_by: (name, when) => `pedida por ${name}, ${when}`,
  finished: (when) => `terminada: ${when}`,
  attempts: (n) => `empezada ${number(n)} veces`,
  why: 'Motivo, como lo dijo el servicio:',
  note: 'Nota del servicio:',
  cancel: 'Cancelarla',
  cancel_ask: '¿Cancelar esta transcripción? Su resultado no se toma, llegue cuando llegue.',
};
