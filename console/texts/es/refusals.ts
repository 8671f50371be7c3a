import type { Thing } from '@pharos/contract/table/refusals.ts';
import type { Texts } from '../english.ts';
import { count, number, size } from './numbers.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

const levels: Record<string, string> = users.levels;
const levelOf = (level: unknown) => levels[String(level)] ?? String(level);

const THINGS: Record<Thing, string> = {
  address: 'esta página',
  call: 'esta llamada',
  case: 'este caso',
  generation_template: 'esta plantilla',
  hold: 'esta retención',
  job: 'esta transcripción',
  location: 'esta sucursal',
  organization: 'esta funeraria',
  purge_certificate: 'este certificado',
  recording: 'esta grabación',
  token: 'esta clave de API',
  transcript: 'esta transcripción',
  upload: 'esta subida',
  user: 'esta persona',
  version: 'esta versión',
};
const thingOf = (thing: unknown) => THINGS[thing as Thing] ?? 'este elemento';

const AUDIO_TYPES = 'Use WAV, MP3, M4A, AAC, OGG, FLAC o WebM.';
const NOTHING_CHANGED = 'No se cambió nada.';
const TRY_AGAIN = 'Inténtelo de nuevo en un momento.';
const TELL = 'Avise a su administrador.';
/** The longest that a field may be, in characters. */
const characters = (limit: unknown) => count(Number(limit), 'carácter', 'caracteres');

export const refusals: Texts['refusals'] = {
  another_origin: 'Esta página pertenece a otra dirección. Abra Pharos en su propia dirección e inténtelo de nuevo.',
  another_recording: 'Esta llamada ya tiene otra grabación. Un administrador puede quitarla primero.',
  busy: `El servidor está ocupado. ${TRY_AGAIN}`,
  call_deleted: 'Esta llamada se eliminó. Restáurela primero.',
  case_deleted: 'El caso de esta llamada se eliminó. Restaure primero el caso.',
  changed_meanwhile: 'Otra persona acaba de cambiar esto. Revise la versión más reciente e inténtelo de nuevo.',
  database_away: `No se puede acceder a la base de datos. ${NOTHING_CHANGED} ${TRY_AGAIN}`,
  deleted_too_long_ago: ({ days }) =>
    `Se eliminó hace más de ${count(Number(days), 'día')} y ya no se puede restaurar.`,
  disk_full: `El servidor no tiene espacio en disco. ${NOTHING_CHANGED} ${TELL}`,
  email_taken: 'Alguien de su funeraria ya usa este correo electrónico.',
  failed: `Algo salió mal. ${NOTHING_CHANGED} Si sigue ocurriendo, avise a su administrador.`,
  file_name: 'No se puede usar este nombre de archivo. Póngale uno más corto y sencillo.',
  home_not_empty: 'Los datos de ejemplo solo se pueden agregar mientras no haya casos.',
  hold_released: 'Esta retención ya se había levantado.',
  invitation_spent: 'Esta invitación ya se usó o venció. Pida una nueva.',
  issuer_away: `No se puede conectar con su servicio de inicio de sesión. ${TRY_AGAIN}`,
  job_finished: 'Esta transcripción ya terminó.',
  job_succeeded: 'Esta llamada ya está transcrita. Puede transcribirla de nuevo desde la llamada.',
  key_used: 'Esta solicitud ya se envió con otros datos. Vuelva a cargar la página e inténtelo de nuevo.',
  last_admin: 'Es el único administrador de su funeraria. Primero dé ese nivel a otra persona.',
  last_operator: 'Es el único operador. Primero dé ese nivel a otra persona.',
  location_has_cases: 'Esta sucursal aún tiene casos, o casos eliminados que se pueden restaurar.',
  location_has_users: 'El acceso de alguien está limitado a esta sucursal. Cámbielo primero en la página Equipo.',
  malformed: 'El servidor no pudo leer la solicitud. Vuelva a cargar la página e inténtelo de nuevo.',
  maybe_saved: 'Se perdió la conexión al guardar. Revise si su cambio está guardado antes de intentarlo de nuevo.',
  media_type: 'Este tipo de archivo no se admite aquí.',
  method: 'Esto no se puede hacer aquí. Vuelva a cargar la página e inténtelo de nuevo.',
  needs_level: ({ level, yours }) => settings.needs_level(levelOf(level), levelOf(yours)),
  never_transcribed: 'Esta llamada nunca tuvo una transcripción.',
  no_provider: 'La transcripción no está configurada. Su administrador puede configurar un servicio de voz.',
  no_recording: 'Esta llamada no tiene grabación. Agregue una primero.',
  no_waveform: 'Esta grabación no tiene forma de onda, pero puede reproducirla.',
  not_found: ({ thing }) => `No se encontró ${thingOf(thing)}, o se eliminó.`,
  not_printable:
    'Esta transcripción es demasiado larga para un PDF o un archivo de Word. Expórtela como texto sin formato o como hoja de cálculo.',
  not_your_location: 'No tiene acceso a esta sucursal. Consulte a un administrador.',
  not_your_token: 'Esta clave es de otra persona. Un administrador puede revocarla.',
  operators_template:
    'Todas las funerarias comparten esta plantilla, y solo un operador puede editarla. Cree una propia.',
  password_kept_elsewhere: 'Usted inicia sesión con otro servicio, así que aquí no se puede cambiar su contraseña.',
  recording_damaged: 'Esta grabación está dañada. Expórtela de nuevo desde donde se grabó.',
  recording_empty: 'Este archivo no tiene sonido.',
  recording_here: 'Esta grabación ya está en otra llamada de este caso.',
  recording_in_deleted_call: 'Esta grabación ya está en una llamada eliminada, que puede restaurar.',
  recording_not_audio: `Esto no es una grabación. ${AUDIO_TYPES}`,
  recording_other_audio: `Este tipo de grabación no se admite. ${AUDIO_TYPES}`,
  recording_video: 'Este archivo contiene video. Suba solo el audio.',
  several_organizations: 'Usted pertenece a más de una funeraria. Pida a su administrador el enlace correcto.',
  shown_only_once: 'Esto ya se creó, y su clave se mostró una sola vez.',
  sign_in: 'Se cerró su sesión. Inicie sesión en otra ventana e inténtelo de nuevo.',
  storage_away: `No se puede acceder a las grabaciones. ${NOTHING_CHANGED} ${TRY_AGAIN}`,
  storage_full: `No queda espacio para grabaciones. ${NOTHING_CHANGED} ${TELL}`,
  time_out_of_range: 'Una fecha u hora está demasiado lejos.',
  token_scope: 'Esta clave no tiene permiso.',
  too_large: ({ limit }) =>
    limit ? `Es demasiado grande. El límite es de ${size(Number(limit))}.` : 'Es demasiado grande.',
  too_many_tries: ({ seconds }) =>
    `Demasiados intentos. Espere ${count(Number(seconds), 'segundo')} e inténtelo de nuevo.`,
  too_much_for_a_token: 'Una clave no puede crear otra con más acceso o que venza después que ella.',
  too_slow: `La subida tardó demasiado. ${NOTHING_CHANGED} Inténtelo de nuevo.`,
  transcript_damaged: 'Este archivo está incompleto o dañado. Descárguelo de nuevo del servicio de voz.',
  transcript_document:
    'Esto es un documento o un archivo ZIP, no una transcripción. Descomprímalo o guárdelo como WebVTT o SRT.',
  transcript_empty: 'Este archivo está vacío.',
  transcript_encoding: 'No se admite la codificación de texto de este archivo. Guárdelo como UTF-8.',
  transcript_failed: 'Este archivo no tiene palabras: el servicio de voz no pudo transcribir la grabación.',
  transcript_not_ready: 'El servicio de voz aún no había terminado. Descargue el archivo cuando termine.',
  transcript_odd: 'Este archivo no tiene el formato de su servicio de voz. Agréguelo tal como lo descargó.',
  transcript_part: 'Esto es solo una parte de una transcripción. Agregue el resultado final completo.',
  transcript_recording: 'Esto es una grabación, no una transcripción. Agréguela como grabación de la llamada.',
  transcript_unknown:
    'Este formato de archivo no se admite. Agregue el resultado de un servicio de voz, o subtítulos (WebVTT o SRT).',
  transcript_without_times:
    'Las palabras de este archivo no tienen tiempos. Transcriba de nuevo con el tiempo de cada palabra.',
  transcription_under_way: 'Esta llamada ya se está transcribiendo. Espere a que termine o cancélela.',
  unknown_organization: 'Su funeraria no está configurada en este servidor.',
  upload_out_of_step: 'La subida se interrumpió. Elija el archivo otra vez.',
  user_above_you: users.above_you,
  user_deactivated: 'Esta persona no tiene acceso. Reactívela primero.',
  version_without_location: 'La sucursal de esa versión se eliminó. Copie los demás datos a mano.',
  wrong_current_password: 'Su contraseña actual no es correcta.',
  wrong_password: 'El correo electrónico o la contraseña no son correctos.',
  invalid_query: 'Esta búsqueda está incompleta. Revise las comillas y las palabras alrededor de OR.',
  cursor: 'Vuelva a cargar la lista.',
  day: 'Escriba una fecha válida.',
  email: 'Escriba un correo electrónico como ana@example.org.',
  form: 'El formato no es correcto.',
  future: 'Elija una hora en el futuro.',
  given_twice: 'Esto se escribió más de una vez.',
  invited_email:
    'Use el correo electrónico con el que recibió la invitación. Un administrador puede cambiarlo después.',
  not_set_up: 'Este servicio de voz no está configurado.',
  one_of: 'Elija una de las opciones.',
  own_email: 'Su contraseña no puede ser su correo electrónico.',
  required: 'Complete este campo.',
  time: 'Escriba una hora válida.',
  too_big: 'Es demasiado largo.',
  too_high: ({ limit }) => `Escriba ${number(Number(limit))} o menos.`,
  too_long: ({ limit }) => `Use como máximo ${characters(limit)}.`,
  too_low: ({ limit }) => `Escriba ${number(Number(limit))} o más.`,
  too_short: ({ limit }) => (Number(limit) === 1 ? 'Complete este campo.' : `Use al menos ${characters(limit)}.`),
  type: ({ wanted }) => (wanted === 'integer' ? 'Escriba un número entero, como 30.' : 'El formato no es correcto.'),
  unkept: 'Contiene un carácter que no se admite.',
  unknown: ({ thing }) => `Ya no existe ${thingOf(thing)}.`,
  uuid: 'No es un ID válido.',
};
