import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

export const measures: Texts['calls']['measures'] = {
  title: 'Ritmo de la conversación',
  reading: 'Midiendo…',
  longest: 'Tiempo más largo sin pausa',
  questions: 'Preguntas',
  interruptions: 'Interrupciones',
  responses: 'Tiempo habitual antes de responder',
  silences: 'Silencios',
  silences_of: (n, length) => `${count(n, 'silencio')}, ${length} en total`,
  none: 'Ninguna',
  at_once: 'menos de 1 s',
};
