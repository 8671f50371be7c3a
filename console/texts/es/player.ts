import type { Texts } from '../english.ts';
import { count, number } from './numbers.ts';

export const player: Texts['calls']['player'] = {
  name: 'Grabación',
  play: 'Reproducir',
  pause: 'Pausar',
  position: 'Lugar en la grabación',
  at: (at, of) => `${at} de ${of}`,
  speed: 'Velocidad',
  times: (rate) => `${number(rate)}×`,
  skip_silence: 'Saltar silencios',
  missing: 'Esta llamada no tiene grabación.',
  unreachable: 'No se pudo llegar a la grabación.',
  failed: 'La grabación no se puede reproducir ahora. Las palabras están todas aquí.',
  again: 'Intentar de nuevo con la grabación',
  beyond: (end) => `La grabación termina en ${end}; esto se dijo después.`,
  kind: 'Este navegador no puede reproducir este tipo de grabación. Las palabras están todas aquí.',
  save: 'Guardar la grabación',
  drawing: 'Se está dibujando la onda.',
  no_waveform: 'Esta grabación no tiene onda; se puede oír igualmente.',
  back: 'Volver a la palabra que se oye',
  hear_clips: (n) => `oír ${count(n, 'fragmento')}`,
  clip_of: (at, n) => `fragmento ${at} de ${n}`,
};
