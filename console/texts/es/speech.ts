import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

export const speech: Texts['speech'] = {
  question: '¿Cómo deben convertirse las llamadas en texto?',
  unset:
    'Aún no hay ningún servicio de voz configurado. Sin él, las llamadas se guardan y se pueden escuchar; cada una indica que le falta la transcripción.',
  read_only: 'Puede ver qué servicio transcribe sus llamadas.',
  keys_kept:
    'Las claves se guardan cifradas y no vuelven a mostrarse. Las llamadas que ya tienen transcripción no cambian.',
  in_use: 'En uso',
  set_up: 'Configurado',
  names: { speech_server: 'Un servidor de voz', local: 'Este equipo' },
  about: {
    deepgram: 'Funciona con su propia cuenta de Deepgram. Distingue a los hablantes.',
    assembly_ai: 'Funciona con su propia cuenta de AssemblyAI. Distingue a los hablantes.',
    speech_server: 'Un servidor Whisper propio o alquilado, con la interfaz de OpenAI.',
    local: 'Whisper en el equipo donde funciona Pharos. No hay que registrarse en ningún sitio.',
  },
  sound: {
    deepgram: 'El audio sale de su red',
    assembly_ai: 'El audio sale de su red',
    speech_server: 'El audio va adonde usted indique',
    local: 'El audio se queda aquí',
  },
  key: 'Clave de API',
  key_if_wanted: 'Clave de API, si la pide',
  key_hint: 'La encontrará en su cuenta del servicio.',
  key_set: 'Hay una clave guardada. Deje este campo vacío para conservarla.',
  key_of_server: 'El servidor tiene una clave para todos. Se usaría la suya en su lugar.',
  address: 'Dirección',
  address_hint: 'Por ejemplo, http://10.0.0.5:8000/v1',
  address_needs: 'Un operador configura la dirección de un servidor de voz.',
  model: 'Modelo',
  model_hint: 'Si lo deja vacío, whisper-1.',
  nothing_to_set: 'No hay nada que configurar. Las grabaciones se transcriben una tras otra, al ritmo de este equipo.',
  add_engine:
    'El motor de voz aún no está en este equipo. Quien se ocupa del servidor puede agregarlo con este comando:',
  test: 'Probar',
  test_again: 'Probar de nuevo',
  testing: 'Transcribiendo una breve llamada de ejemplo…',
  works: 'Funciona.',
  came_back: (time, voices) => `La llamada de ejemplo volvió en ${time}, con ${count(voices, 'hablante')}.`,
  fails: 'No funcionó.',
  hints: {
    401: 'Compruebe que la clave esté completa y siga vigente en su cuenta.',
    402: 'Compruebe el saldo de su cuenta del servicio.',
    403: 'Compruebe que la clave permita transcribir grabaciones.',
    404: 'Compruebe la dirección.',
  },
  hint_else: 'Revise la configuración y pruebe de nuevo.',
  use: (name) => `Usar ${name}`,
  used: (name) => `A partir de ahora, ${name} transcribe sus llamadas.`,
  forget: 'Quitar la configuración',
  forget_ask: (name) => `¿Quitar su clave y su configuración de ${name}?`,
  not_set_up: 'La transcripción aún no está configurada.',
  set_it_up: 'Configurarla',
};
