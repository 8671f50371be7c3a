import type { Texts } from '../english.ts';
import { count, number } from './numbers.ts';

export const player: Texts['calls']['player'] = {
  name: 'Grabación',
  play: 'Reproducir',
  pause: 'Pausar',
  position: 'Posición de reproducción',
  at: (at, of) => `${at} de ${of}`,
  speed: 'Velocidad',
  times: (rate) => `${number(rate)}×`,
  skip_silence: 'Saltar silencios',
  missing: 'Aún no hay grabación.',
  unreachable: 'No se pudo cargar la grabación.',
  failed: 'La grabación no se puede reproducir en este momento. Aún puede leer la transcripción.',
  again: 'Reintentar cargar la grabación',
  beyond: (end) => `La grabación termina en ${end}, antes de estas palabras.`,
  kind: 'Su navegador no puede reproducir este tipo de grabación. Aún puede leer la transcripción.',
  save: 'Descargar grabación',
  drawing: 'Cargando la forma de onda…',
  no_waveform: 'Esta grabación no tiene forma de onda, pero puede reproducirla.',
  back: 'Volver a la palabra actual',
  hear_clips: (n) => `Escuchar ${count(n, 'fragmento')}`,
  clip_of: (at, n) => `Fragmento ${at} de ${n}`,
};
