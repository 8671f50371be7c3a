import type { Texts } from '../english.ts';
import { plural } from './numbers.ts';

const WORDS = ['ningún', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];
const number = (n: number) => WORDS[n] ?? String(n);
const calls = (n: number, is_more: boolean) =>
  `${is_more ? `más de ${n}` : n === 1 ? 'una' : number(n)} ${plural(n, 'llamada')}`;

export const today: Texts['today'] = {
  title: 'Hoy',
  greetings: {
    morning: (name) => (name ? `Buenos días, ${name}` : 'Buenos días'),
    afternoon: (name) => (name ? `Buenas tardes, ${name}` : 'Buenas tardes'),
    evening: (name) => (name ? `Buenas noches, ${name}` : 'Buenas noches'),
  },
  services_this_week: (n) => `${number(n)} ${plural(n, 'servicio')} esta semana`,
  new_calls: (n, is_more) => `${calls(n, is_more)} ${plural(n, 'nueva')} desde ayer`,
  calls_that_need: (n, is_more) => `${calls(n, is_more)} que ${n === 1 ? 'espera' : 'esperan'} su atención`,
  nothing_needs: 'No hay nada pendiente.',
  needs: 'Requiere su atención',
  week: 'Servicios de esta semana',
  no_service: 'Sin servicio',
  more: (n) => `${n} más`,
  is_today: 'Hoy',
  no_case: 'Aún sin caso',
  no_words: 'Aún sin transcripción.',
  no_words_because: (reason) => `Aún sin transcripción. ${reason}`,
  no_quote: 'Nadie habla en esta grabación.',
  name_speakers: (n) => `Nombrar ${n} ${plural(n, 'hablante')}`,
  say_whose: 'Indicar de quién es',
  speaks: (n) => `${n} ${plural(n, 'turno')}`,
  hear: (title) => `Reproducir ${title}`,
  stop: 'Detener',
  silent: 'Esta grabación no se puede reproducir en este momento.',
  named: (name) => `Ahora es ${name}.`,
  moved: (person) => `Se movió a ${person}.`,
  show_more: (n) => `Mostrar ${n} más`,
  latest: 'Últimas llamadas',
  no_calls: 'Aún no hay llamadas. Las nuevas aparecerán aquí.',
  add_recording: 'Agregar grabación',
  drop: {
    title: (n) => plural(n, '¿De quién es esta llamada?', '¿De quién son estas llamadas?'),
    newest: 'Casos más recientes',
    later: 'Decidir después',
    later_hint: 'Espera aquí hasta que alguien indique de quién es.',
    cancel: 'Cancelar',
  },
};
