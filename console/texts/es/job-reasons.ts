import type { Texts } from '../english.ts';
import { count, number, size } from './numbers.ts';

const countOf = (n: unknown, one: string) => count(Number(n), one);
const quoted = (words: unknown) => (words === undefined ? '' : `: “${words}”`);
const BY_VOICE = 'y los hablantes se distinguieron por la voz.';
const LISTEN = 'Puede haber palabras inventadas o repetidas. Escuche la grabación.';
const unread = (what: string, place: unknown) => `${what} en “${place}” del resultado.`;

export const job_reasons: Texts['job_reasons'] = {
  answer_broken_off: (_, by) => `Se perdió la conexión con ${by} antes de recibir el resultado completo.`,
  answer_invalid: (_, by) => `No se pudo leer el resultado de ${by}.`,
  answer_too_large: (_, by) => `El resultado de ${by} es demasiado grande.`,
  answer_without_id: (_, by) => `La respuesta de ${by} llegó incompleta.`,
  callback_missing: (_, by) =>
    `No llegó ningún resultado de ${by}. Su administrador puede revisar la dirección pública de Pharos.`,
  engine_failed: ({ words }) => `Falló el motor de voz del servidor${quoted(words)}`,
  engine_stopped: 'El motor de voz del servidor se detuvo antes de terminar.',
  ffmpeg_missing: 'El servidor no tiene ffmpeg. Su administrador puede instalarlo.',
  ffmpeg_timeout: 'La lectura de la grabación tardó demasiado.',
  internal_error: 'Algo salió mal en el servidor.',
  no_recording: 'La llamada ya no tiene grabación.',
  provider_failed: ({ words }, by) => `Falló la transcripción en ${by}${quoted(words)}`,
  provider_not_configured: (_, by) => `La transcripción por ${by} ya no está configurada.`,
  provider_refused: ({ status, provider_code, words }, by) => {
    const error = [status, provider_code].filter((part) => part !== undefined).join(' ');
    return `Rechazada por ${by} (error ${error})${quoted(words)}`;
  },
  provider_silent: ({ seconds }, by) => `No hubo respuesta de ${by} en ${countOf(seconds, 'segundo')}.`,
  provider_timeout: (_, by) => `No hay resultado de ${by} después de varias horas.`,
  provider_unreachable: ({ cause }, by) => `No se pudo conectar con ${by}${cause ? ` (${cause})` : ''}.`,
  recording_not_audio: 'La grabación no tiene sonido que se pueda leer.',
  recording_too_large: ({ bytes }, by) =>
    `La grabación, de ${size(Number(bytes))}, es demasiado grande para ${by}. Use otro servicio de voz o un archivo más pequeño.`,
  recording_unreadable: 'No se pudo leer la grabación del almacenamiento.',
  result_lost: (_, by) => `Se perdió el resultado de ${by}. Inténtelo de nuevo.`,
  result_unreadable: (_, by) => `No se pudo leer el resultado de ${by}.`,
  text: ({ text }) => String(text),
  worker_stopped: 'El servidor se interrumpió cada vez antes de terminar.',
};

export const job_remarks: Texts['job_remarks'] = {
  call_deleted: 'La llamada se eliminó antes de terminar la transcripción.',
  channels_identical: `Los dos canales suenan igual: se transcribieron como uno solo, ${BY_VOICE}`,
  channels_inverted: `Los dos canales suenan igual: se transcribió solo uno, ${BY_VOICE}`,
  channels_mixed:
    'Los dos canales se transcribieron como uno solo, sin separar a los hablantes: para eso el servidor necesita ffmpeg.',
  left_channel_only: `El canal derecho está en silencio: se transcribió solo el izquierdo, ${BY_VOICE}`,
  right_channel_only: `El canal izquierdo está en silencio: se transcribió solo el derecho, ${BY_VOICE}`,
  lines_outside_cues: ({ count: n }) => `Se omitió lo siguiente: ${countOf(n, 'línea')} fuera de los subtítulos.`,
  lines_untimed: ({ count: n }) => `Se omitió lo siguiente: ${countOf(n, 'línea')} sin tiempo.`,
  no_words: 'El resultado no tiene palabras.',
  result_empty: ({ version }) =>
    `No se detectó voz, así que se conservó la transcripción. El resultado es la versión ${number(Number(version))} del historial.`,
  result_set_aside: ({ version }) =>
    `La transcripción se editó mientras se transcribía, así que se conservaron los cambios. El resultado es la versión ${number(Number(version))} del historial.`,
  speakers_unread: ({ place }) => unread('No se leyeron los hablantes', place),
  speech_too_fast: ({ words_a_minute: n }) =>
    `${countOf(n, 'palabra')} por minuto es más rápido de lo que habla una persona. ${LISTEN}`,
  speech_twice: 'Dos canales tienen las mismas palabras, así que cada frase aparece dos veces.',
  text: ({ text }) => String(text),
  times_unread: ({ place }) => unread('No se leyeron los tiempos de cada palabra', place),
  words_too_short: ({ count: n, ms }) => `${countOf(n, 'palabra')} de menos de ${ms} ms. ${LISTEN}`,
  words_unread: ({ place }) => unread('No se leyeron todas las palabras', place),
  words_untimed: ({ count: n }) => `Se omitió lo siguiente: ${countOf(n, 'palabra')} sin tiempo.`,
};
