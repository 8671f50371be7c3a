import type { englishExports, englishPlayer, englishRecordings } from './english-recordings.ts';

const decimal = new Intl.NumberFormat('es');

export const spanishPlayer: typeof englishPlayer = {
  name: 'Grabación',
  play: 'Reproducir',
  pause: 'Pausar',
  position: 'Lugar en la grabación',
  at: (at, of) => `${at} de ${of}`,
  speed: 'Velocidad',
  times: (rate) => `${decimal.format(rate)}×`,
  skip_silence: 'Saltar silencios',
  missing: 'Esta llamada no tiene grabación.',
  unreachable: 'No se pudo llegar a la grabación.',
  failed: 'La grabación no se puede reproducir ahora. Las palabras están todas aquí.',
  beyond: (end) => `La grabación termina en ${end}; esto se dijo después.`,
  kind: 'Este navegador no puede reproducir este tipo de grabación. Las palabras están todas aquí.',
  save: 'Guardar la grabación',
  drawing: 'Se está dibujando la onda.',
  no_waveform: 'Esta grabación no tiene onda; se puede oír igualmente.',
  back: 'Volver a la palabra que se oye',
  hear_clips: (n) => `oír ${n === 1 ? '1 fragmento' : `${n} fragmentos`}`,
  clip_of: (at, n) => `fragmento ${at} de ${n}`,
};

export const spanishRecordings: typeof englishRecordings = {
  add: 'Añadir la grabación',
  on_their_way: 'Grabaciones en camino',
  progress: (file) => `Enviando ${file}`,
  pause: 'Pausar',
  go_on: 'Continuar',
  paused: 'En pausa.',
  lost: 'Se perdió la conexión. Continúa desde aquí cuando vuelva.',
  busy: 'El servidor no puede recibirla ahora. Lo que llegó se conserva, y se vuelve a intentar.',
  too_large: 'Una grabación puede tener 4 GB como máximo.',
  cancel: (file) => `No enviar ${file}`,
  unfinished: 'No llegó entera. Elija otra vez el mismo archivo y continúa donde estaba.',
  done: 'Llegó.',
  with_words: (file) => `con su transcripción ${file}, como una llamada`,
  done_with_words: 'Ha llegado, con su transcripción.',
  words_refused: (file) => `La transcripción ${file} no se puede aceptar:`,
  words_alone: 'Su transcripción es de todos modos una llamada del caso.',
  left_out: (file, kept) => `${file} quedó fuera, porque ${kept} es la transcripción de esa llamada.`,
  here: 'Esta grabación ya está aquí.',
  open_call: 'Abrir la llamada',
  refused: 'Este archivo no se puede aceptar.',
  forget: (file) => `Quitar ${file} de esta lista`,
};

export const spanishExports: typeof englishExports = {
  open: 'Exportar',
  title: 'La transcripción como archivo',
  format: 'Formato',
  preview: 'Vista previa',
  printed: 'Tiene estas palabras, dispuestas en páginas:',
  save: (name) => `Guardar como ${name}`,
  names: {
    pdf: 'documento PDF',
    docx: 'documento Word',
    txt: 'Texto sin formato',
    md: 'texto Markdown',
    vtt: 'Subtítulos WebVTT',
    srt: 'Subtítulos SRT',
    csv: 'Tabla',
    json: 'datos JSON',
  },
};
