import type { Thing } from '@pharos/contract/table/refusals.ts';
import type { Texts } from '../english.ts';
import { count, number, size } from './numbers.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

const levels: Record<string, string> = users.levels;
const levelOf = (level: unknown) => levels[String(level)] ?? String(level);

const THINGS: Record<Thing, string> = {
  address: 'esta página',
  arrival: 'este mensaje',
  call: 'esta llamada',
  case: 'este caso',
  generation_run: 'esta ejecución',
  generation_template: 'esta plantilla',
  generation_value: 'este dato',
  hold: 'esta retención',
  job: 'esta transcripción',
  location: 'esta sucursal',
  organization: 'esta funeraria',
  purge_certificate: 'este certificado',
  recording: 'esta grabación',
  session: 'esta sesión',
  source: 'esta fuente de llamadas',
  token: 'esta clave de API',
  transcript: 'esta transcripción',
  upload: 'esta subida',
  user: 'esta persona',
  delivery: 'esta entrega',
  version: 'esta versión',
  webhook: 'este webhook',
};
const thingOf = (thing: unknown) => THINGS[thing as Thing] ?? 'este elemento';

const AUDIO_TYPES = 'Use WAV, MP3, M4A, AAC, OGG, FLAC o WebM.';
const NOTHING_CHANGED = 'No se cambió nada.';
const TRY_AGAIN = 'Inténtelo de nuevo en un momento.';
const TELL = 'Avise a su administrador.';
/** The longest that a field may be, in characters. */
const characters = (limit: unknown) => count(Number(limit), 'carácter', 'caracteres');

export const refusals: Texts['refusals'] = {
  cross_origin_request:
    'Esta página pertenece a otra dirección. Abra Pharos en su propia dirección e inténtelo de nuevo.',
  recording_exists: 'Esta llamada ya tiene otra grabación. Un administrador puede quitarla primero.',
  server_busy: `El servidor está ocupado. ${TRY_AGAIN}`,
  call_deleted: 'Esta llamada se eliminó. Restáurela primero.',
  arrival_not_open: 'Solo se puede reintentar lo que falló o se rechazó.',
  call_joined: 'Esta llamada está unida a otra. Sepárelas primero.',
  join_order: 'La otra llamada empezó antes. Una esta a aquella.',
  recording_not_joinable: 'Estas grabaciones no se pueden unir en una sola.',
  call_moved: 'Alguien acaba de mover esta llamada. Vuelva a cargar la página para ver dónde está.',
  case_on_hold: 'El caso de esta llamada está en retención. Podrá mover la llamada cuando se levante.',
  case_deleted: 'El caso de esta llamada se eliminó. Restaure primero el caso.',
  version_conflict: 'Otra persona acaba de cambiar esto. Revise la versión más reciente e inténtelo de nuevo.',
  database_unavailable: `No se puede acceder a la base de datos. ${NOTHING_CHANGED} ${TRY_AGAIN}`,
  restore_period_ended: ({ days }) =>
    `Se eliminó hace más de ${count(Number(days), 'día')} y ya no se puede restaurar.`,
  space_low: `El servidor se está quedando sin espacio en disco y no se puede guardar nada. ${TELL}`,
  disk_full: `El servidor no tiene espacio en disco. ${NOTHING_CHANGED} ${TELL}`,
  email_taken: 'Alguien de su funeraria ya usa este correo electrónico.',
  internal_error: `Algo salió mal. ${NOTHING_CHANGED} Si sigue ocurriendo, avise a su administrador.`,
  invalid_file_name: 'No se puede usar este nombre de archivo. Póngale uno más corto y sencillo.',
  organization_not_empty: 'Los datos de ejemplo solo se pueden agregar mientras no haya casos.',
  hold_already_released: 'Esta retención ya se había levantado.',
  invitation_invalid: 'Esta invitación ya se usó o venció. Pida una nueva.',
  issuer_unavailable: `No se puede conectar con su servicio de inicio de sesión. ${TRY_AGAIN}`,
  job_already_finished: 'Esta transcripción ya terminó.',
  job_already_succeeded: 'Esta llamada ya está transcrita. Puede transcribirla de nuevo desde la llamada.',
  idempotency_key_reused: 'Esta solicitud ya se envió con otros datos. Vuelva a cargar la página e inténtelo de nuevo.',
  last_admin: 'Es el único administrador de su funeraria. Primero dé ese nivel a otra persona.',
  last_operator: 'Es el único operador. Primero dé ese nivel a otra persona.',
  location_has_cases: 'Esta sucursal aún tiene casos, o casos eliminados que se pueden restaurar.',
  location_has_users: 'El acceso de alguien está limitado a esta sucursal. Cámbielo primero en la página Equipo.',
  malformed_request: 'El servidor no pudo leer la solicitud. Vuelva a cargar la página e inténtelo de nuevo.',
  changes_rewound: 'El historial fue reemplazado, como al restaurar una copia de seguridad. Vuelva a cargar la página.',
  commit_uncertain: 'Se perdió la conexión al guardar. Revise si su cambio está guardado antes de intentarlo de nuevo.',
  unsupported_media_type: 'Este tipo de archivo no se admite aquí.',
  method_not_allowed: 'Esto no se puede hacer aquí. Vuelva a cargar la página e inténtelo de nuevo.',
  insufficient_access_level: ({ level, yours }) => settings.needs_level(levelOf(level), levelOf(yours)),
  no_transcript: 'Esta llamada nunca tuvo una transcripción.',
  no_provider: 'La transcripción no está configurada. Su administrador puede configurar un servicio de voz.',
  no_recording: 'Esta llamada no tiene grabación. Agregue una primero.',
  waveform_unavailable: 'Esta grabación no tiene forma de onda, pero puede reproducirla.',
  not_found: ({ thing }) => `No se encontró ${thingOf(thing)}, o se eliminó.`,
  not_exportable:
    'Esta transcripción es demasiado larga para un PDF o un archivo de Word. Expórtela como texto sin formato o como hoja de cálculo.',
  location_not_permitted: 'No tiene acceso a esta sucursal. Consulte a un administrador.',
  token_not_owned: 'Esta clave es de otra persona. Un administrador puede revocarla.',
  template_operator_only:
    'Todas las funerarias comparten esta plantilla, y solo un operador puede editarla. Cree una propia.',
  password_confirmation_required: 'Escriba su contraseña para continuar.',
  password_managed_externally: 'Usted inicia sesión con otro servicio, así que aquí no se puede cambiar su contraseña.',
  recording_damaged: 'Esta grabación está dañada. Expórtela de nuevo desde donde se grabó.',
  recording_empty: 'Este archivo no tiene sonido.',
  speech_test_running: 'Ya hay una prueba en curso. Inténtelo de nuevo cuando termine.',
  recording_duplicate: 'Esta grabación ya está en otra llamada de este caso.',
  recording_in_deleted_call: 'Esta grabación ya está en una llamada eliminada, que puede restaurar.',
  recording_not_mutable: 'Solo se pueden silenciar grabaciones WAV sin comprimir. Exporte la transcripción.',
  recording_not_audio: `Esto no es una grabación. ${AUDIO_TYPES}`,
  recording_unsupported_format: `Este tipo de grabación no se admite. ${AUDIO_TYPES}`,
  recording_has_video: 'Este archivo contiene video. Suba solo el audio.',
  ambiguous_organization: 'Usted pertenece a más de una funeraria. Pida a su administrador el enlace correcto.',
  secret_already_shown: 'Esto ya se creó, y su clave se mostró una sola vez.',
  unauthenticated: 'Se cerró su sesión. Inicie sesión en otra ventana e inténtelo de nuevo.',
  storage_unavailable: `No se puede acceder a las grabaciones. ${NOTHING_CHANGED} ${TRY_AGAIN}`,
  storage_full: `No queda espacio para grabaciones. ${NOTHING_CHANGED} ${TELL}`,
  timestamp_out_of_range: 'Una fecha u hora está demasiado lejos.',
  insufficient_scope: 'Esta clave no tiene permiso.',
  body_too_large: ({ limit }) =>
    limit ? `Es demasiado grande. El límite es de ${size(Number(limit))}.` : 'Es demasiado grande.',
  rate_limited: ({ seconds }) =>
    `Demasiados intentos. Espere ${count(Number(seconds), 'segundo')} e inténtelo de nuevo.`,
  exceeds_token_rights: 'Una clave no puede crear otra con más acceso o que venza después que ella.',
  body_timeout: `La subida tardó demasiado. ${NOTHING_CHANGED} Inténtelo de nuevo.`,
  too_many_webhooks: 'Ya no caben más webhooks. Elimine uno primero.',
  too_many_uploads: ({ most }) =>
    `Hay ${most} grabaciones a medio subir. Termine alguna o quite alguna que se haya detenido.`,
  transcript_damaged: 'Este archivo está incompleto o dañado. Descárguelo de nuevo del servicio de voz.',
  transcript_is_document:
    'Esto es un documento o un archivo ZIP, no una transcripción. Descomprímalo o guárdelo como WebVTT o SRT.',
  transcript_empty: 'Este archivo está vacío.',
  transcript_not_utf8: 'No se admite la codificación de texto de este archivo. Guárdelo como UTF-8.',
  transcript_failed: 'Este archivo no tiene palabras: el servicio de voz no pudo transcribir la grabación.',
  transcript_not_ready: 'El servicio de voz aún no había terminado. Descargue el archivo cuando termine.',
  transcript_malformed: 'Este archivo no tiene el formato de su servicio de voz. Agréguelo tal como lo descargó.',
  transcript_partial: 'Esto es solo una parte de una transcripción. Agregue el resultado final completo.',
  transcript_is_recording: 'Esto es una grabación, no una transcripción. Agréguela como grabación de la llamada.',
  transcript_too_long: 'Esta llamada es demasiado larga para leerla de esta manera.',
  transcript_unknown_format:
    'Este formato de archivo no se admite. Agregue el resultado de un servicio de voz, o subtítulos (WebVTT o SRT).',
  transcript_untimed:
    'Las palabras de este archivo no tienen tiempos. Transcriba de nuevo con el tiempo de cada palabra.',
  transcription_in_progress: 'Esta llamada ya se está transcribiendo. Espere a que termine o cancélela.',
  unknown_organization: 'Su funeraria no está configurada en este servidor.',
  upload_offset_mismatch: 'La subida se interrumpió. Elija el archivo otra vez.',
  user_outranks_you: users.above_you,
  user_deactivated: 'Esta persona no tiene acceso. Reactívela primero.',
  version_location_deleted: 'La sucursal de esa versión se eliminó. Copie los demás datos a mano.',
  incorrect_current_password: 'Su contraseña actual no es correcta.',
  invalid_credentials: 'El correo electrónico o la contraseña no son correctos.',
  invalid_query: 'Esta búsqueda está incompleta. Revise las comillas y las palabras alrededor de OR.',
  invalid_cursor: 'Vuelva a cargar la lista.',
  invalid_date: 'Escriba una fecha válida.',
  invalid_email: 'Escriba un correo electrónico como ana@example.org.',
  invalid_format: 'El formato no es correcto.',
  must_be_future: 'Elija una hora en el futuro.',
  duplicate_key: 'Esto se escribió más de una vez.',
  duplicate_parameter: 'Esto se escribió más de una vez.',
  invited_email_mismatch:
    'Use el correo electrónico con el que recibió la invitación. Un administrador puede cambiarlo después.',
  provider_not_configured: 'Este servicio de voz no está configurado.',
  invalid_choice: 'Elija una de las opciones.',
  password_is_email: 'Su contraseña no puede ser su correo electrónico.',
  password_too_common:
    'Elija una contraseña más difícil de adivinar. Varias palabras sin relación entre sí funcionan bien.',
  required: 'Complete este campo.',
  invalid_timestamp: 'Escriba una hora válida.',
  too_many_bytes: 'Es demasiado largo.',
  address_not_allowed: 'Escriba una dirección https:// de internet.',
  above_maximum: ({ limit }) => `Escriba ${number(Number(limit))} o menos.`,
  too_long: ({ limit }) => `Use como máximo ${characters(limit)}.`,
  below_minimum: ({ limit }) => `Escriba ${number(Number(limit))} o más.`,
  too_short: ({ limit }) => (Number(limit) === 1 ? 'Complete este campo.' : `Use al menos ${characters(limit)}.`),
  invalid_type: ({ wanted }) =>
    wanted === 'integer' ? 'Escriba un número entero, como 30.' : 'El formato no es correcto.',
  unstorable_value: 'Contiene un carácter que no se admite.',
  unknown_reference: ({ thing }) => `Ya no existe ${thingOf(thing)}.`,
  invalid_uuid: 'No es un ID válido.',
};
