import type { Thing } from '@pharos/contract/table/refusals.ts';
import type { Texts } from '../english.ts';
import { count, number, size } from './numbers.ts';
import { settings } from './settings.ts';

const levels: Record<string, string> = settings.levels;
const levelOf = (level: unknown) => levels[String(level)] ?? String(level);

const THINGS: Record<Thing, string> = {
  address: 'ninguna página',
  call: 'ninguna llamada',
  case: 'ningún caso',
  generation_template: 'ninguna plantilla',
  hold: 'ninguna retención',
  job: 'ninguna transcripción',
  location: 'ninguna sede',
  organization: 'ninguna casa',
  purge_certificate: 'ningún certificado',
  recording: 'ninguna grabación',
  token: 'ninguna ficha',
  transcript: 'ninguna transcripción',
  upload: 'ningún envío',
  user: 'ninguna persona',
  version: 'ninguna versión',
};
const thingOf = (thing: unknown) => THINGS[thing as Thing] ?? 'nada';

const TAKEN = 'Solo se aceptan grabaciones en WAV, MP3, M4A, AAC, OGG, FLAC o WebM.';
const LATER = 'No se cambió nada. Inténtelo de nuevo dentro de un momento.';
const TELL = 'No se cambió nada. Avise a quien cuida de Pharos.';

export const refusals: Texts['refusals'] = {
  another_origin: 'Esta página no es de este servidor. Abra Pharos en su propia dirección.',
  another_recording: 'Esta llamada ya tiene otra grabación. Antes la puede quitar la administración.',
  busy: 'En este momento se está haciendo demasiado a la vez. Inténtelo de nuevo dentro de un momento.',
  call_deleted: 'Esta llamada está borrada. Recupérela primero.',
  case_deleted: 'El caso de esta llamada está borrado. Recupere primero el caso.',
  changed_meanwhile: 'Otra persona lo cambió mientras tanto. Mire cómo está ahora e inténtelo de nuevo.',
  database_away: `El servidor no llega ahora a su base de datos. ${LATER}`,
  deleted_too_long_ago: ({ days }) => `Se borró hace más de ${count(Number(days), 'día')} y ya no se puede recuperar.`,
  disk_full: `En el servidor ya no queda espacio. ${TELL}`,
  email_taken: 'Alguien de su casa ya tiene este correo electrónico.',
  failed: `Algo falló en el propio Pharos. ${TELL}`,
  file_name: 'El nombre de este archivo no se puede guardar. Póngale uno más corto y sencillo.',
  home_not_empty: 'Aquí hay casos: la muestra es para una casa vacía.',
  hold_released: 'Esta retención ya se había soltado.',
  invitation_spent: 'Esta invitación ya no sirve: ya se usó o es demasiado antigua. Pida otra.',
  issuer_away: 'Ahora no se puede comprobar su acceso. Inténtelo de nuevo dentro de un momento.',
  job_finished: 'Esta transcripción ya terminó.',
  job_succeeded: 'Esta transcripción ya está hecha. Pida otra en la llamada.',
  key_used: 'Esto se envió dos veces, la segunda con otros datos. Vuelva a cargar la página e inténtelo de nuevo.',
  last_admin: 'Es la última persona de su casa con el nivel “Administración”. Déselo antes a otra.',
  last_operator: 'Es la última persona de la instalación con el nivel “Operación”. Déselo antes a otra.',
  location_has_cases: 'Hay casos de esta sede, o casos borrados que aún se pueden recuperar.',
  location_has_users: 'Alguien está limitado a esta sede. Cámbielo antes en “Personas”.',
  malformed: 'El servidor no entendió lo que envió esta página. Vuelva a cargarla e inténtelo de nuevo.',
  maybe_saved:
    'Se cortó la conexión con la base de datos al guardar. Mire si está guardado antes de intentarlo de nuevo.',
  media_type: 'Este tipo de archivo no se acepta aquí.',
  method: 'Eso no se puede hacer aquí. Vuelva a cargar la página e inténtelo de nuevo.',
  needs_level: ({ level, yours }) => settings.needs_level(levelOf(level), levelOf(yours)),
  never_transcribed: 'Esta llamada nunca tuvo transcripción.',
  no_provider: 'Aquí no hay ningún servicio de voz preparado. Puede hacerlo quien cuida de Pharos.',
  no_recording: 'Esta llamada no tiene grabación. Añádala primero.',
  no_waveform: 'Esta grabación no tiene onda. Se puede oír igualmente.',
  not_found: ({ thing }) => `Aquí no hay ${thingOf(thing)} así. Puede que se haya borrado.`,
  not_printable:
    'Esta transcripción es demasiado larga para un documento con páginas. Guárdela como texto o como tabla.',
  not_your_location: 'Esto es de una sede a la que usted no tiene acceso. Un administrador de su casa puede cambiarlo.',
  not_your_token: 'Esta ficha es de otra persona. La puede revocar un administrador de su casa.',
  operators_template:
    'Todas las casas comparten esta plantilla, y solo quien opera la instalación la cambia. Puede crear una propia.',
  password_kept_elsewhere: 'Su contraseña no se guarda aquí, sino donde usted inicia la sesión.',
  recording_damaged: 'La grabación está dañada y no se puede leer. Pídala de nuevo donde se hizo.',
  recording_empty: 'En este archivo no hay sonido.',
  recording_here: 'Esta grabación ya está aquí, en otra llamada del caso.',
  recording_in_deleted_call: 'Esta grabación ya está aquí, en una llamada borrada que se puede recuperar.',
  recording_not_audio: `Esto no es una grabación. ${TAKEN}`,
  recording_other_audio: `Este tipo de grabación no se acepta. ${TAKEN}`,
  recording_video: 'En este archivo hay imágenes en movimiento. Envíe solo el sonido.',
  several_organizations: 'Pertenecen a varias casas. Pida a su administrador el enlace de entrada de la suya.',
  shown_only_once: 'Esto ya se hizo. Lo que dio se mostró solo aquella vez.',
  sign_in: 'Su sesión terminó. Entre en otra ventana e inténtelo de nuevo.',
  storage_away: `Ahora no se llega a las grabaciones. ${LATER}`,
  storage_full: `Ya no queda espacio para grabaciones. ${TELL}`,
  time_out_of_range: 'Un día o una hora queda demasiado lejos para guardarse.',
  token_scope: 'La ficha que se usó no permite hacer eso.',
  too_large: ({ limit }) =>
    limit ? `Es demasiado grande: se aceptan como máximo ${size(Number(limit))}.` : 'Es demasiado grande.',
  too_many_tries: ({ seconds }) =>
    `Se intentó demasiadas veces. Espere ${count(Number(seconds), 'segundo')} e inténtelo de nuevo.`,
  too_much_for_a_token: 'Una ficha no puede crear otra que permita más, o que sirva más tiempo, que ella misma.',
  too_slow: 'Tardó demasiado en llegar. No se cambió nada. Inténtelo de nuevo.',
  transcript_damaged: 'Este archivo está cortado o dañado. Pídalo de nuevo donde se hizo.',
  transcript_document:
    'Esto es un documento o un archivo comprimido, no una transcripción. Descomprímalo, o guárdelo como WebVTT o SRT.',
  transcript_empty: 'En este archivo no hay nada.',
  transcript_encoding: 'Las letras de este archivo no se pueden leer. Guárdelo como texto en UTF-8.',
  transcript_failed: 'En este archivo no hay palabras: el servicio de voz no pudo poner la grabación en palabras.',
  transcript_not_ready: 'El servicio de voz aún no había terminado. Pida el archivo de nuevo cuando termine.',
  transcript_odd: 'Algo en este archivo no está como lo escribe su servicio. Añádalo tal como llegó de allí.',
  transcript_part: 'Esto es solo una parte o un aviso de un servicio de voz. Añada su resultado final completo.',
  transcript_recording: 'Esto es una grabación, no una transcripción. Añádala como grabación de la llamada.',
  transcript_unknown:
    'Pharos no conoce este tipo de archivo. Añada el resultado de un servicio de voz, o subtítulos (WebVTT o SRT).',
  transcript_without_times:
    'Las palabras de este archivo no tienen tiempos. Pida otra transcripción con el tiempo de cada palabra.',
  transcription_under_way: 'Esta llamada ya se está transcribiendo. Espere a que termine, o cancélela.',
  unknown_organization: 'Esta instalación no conoce su casa.',
  upload_out_of_step: 'El envío se desordenó. Elija el archivo otra vez.',
  user_above_you: settings.above_you,
  user_deactivated: 'Esta persona está sin acceso. Déjela entrar de nuevo primero.',
  version_without_location: 'La sede de esa versión ya no existe. Pase los demás datos a mano.',
  wrong_current_password: 'La contraseña hasta ahora no es correcta.',
  wrong_password: 'El correo o la contraseña no son correctos.',
  cursor: 'Vuelva a cargar la lista.',
  day: 'Este día no existe en el calendario.',
  email: 'No es un correo electrónico, como ana@example.org.',
  form: 'No está escrito como hace falta.',
  future: 'Elija un momento que aún no haya pasado.',
  given_twice: 'Está puesto más de una vez.',
  invited_email: 'Use el correo al que se invitó. La administración puede cambiarlo después.',
  not_set_up: 'Este servicio de voz no está preparado aquí.',
  one_of: 'Elija una de las opciones.',
  own_email: 'Su correo electrónico no puede ser su contraseña.',
  required: 'Hace falta llenarlo.',
  time: 'Esto no es una hora.',
  too_big: 'Es demasiado largo para guardarse.',
  too_high: ({ limit }) => `Como máximo ${number(Number(limit))}.`,
  too_long: ({ limit }) => `Como máximo ${number(Number(limit))} ${Number(limit) === 1 ? 'carácter' : 'caracteres'}.`,
  too_low: ({ limit }) => `Al menos ${number(Number(limit))}.`,
  too_short: ({ limit }) =>
    Number(limit) === 1 ? 'Hace falta llenarlo.' : `Al menos ${number(Number(limit))} caracteres.`,
  type: ({ wanted }) =>
    wanted === 'integer' ? 'Escriba aquí un número entero, como 30.' : 'No está escrito como hace falta.',
  unkept: 'Contiene un carácter que no se puede guardar.',
  unknown: ({ thing }) => `Ya no hay ${thingOf(thing)} así.`,
  uuid: 'Esto no es un identificador.',
};
