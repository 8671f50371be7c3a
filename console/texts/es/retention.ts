import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

const here = (is_here: boolean) => (is_here ? ' en esta sucursal' : '');

export const retention: Texts['retention'] = {
  due: 'Por eliminar',
  due_hint:
    'Cada hora, Pharos elimina de forma permanente lo que corresponde según sus reglas. Ver esta página no elimina nada.',
  look_ahead: 'Próximas eliminaciones',
  by_day: 'Hasta la fecha',
  show: 'Mostrar',
  now: 'Por eliminar ahora',
  waits_until: (moment) =>
    `Se acortó el plazo de conservación. No se elimina nada antes de ${moment}; aún puede deshacerlo.`,
  none_now: 'No hay nada por eliminar.',
  none_by: (day) => `No hay nada por eliminar hasta el ${day}.`,
  with_calls: (n) => (n === 0 ? 'Sin llamadas' : count(n, 'llamada')),
  due_since: (when) => `Fecha de eliminación: ${when}`,
  rule_deleted: (n) => `Eliminados hace más de ${count(n, 'día')}`,
  rule_at_need: (n, is_here) => `Los casos se conservan ${count(n, 'día')}${here(is_here)}`,
  rule_pre_need: (n, is_here) => `Los casos de previsión se conservan ${count(n, 'día')}${here(is_here)}`,
  holds: 'Retenciones legales',
  on_hold: 'En retención',
  holds_hint: 'Mientras un caso está en retención, nada de él se elimina de forma permanente, aunque le corresponda.',
  no_holds: 'No hay casos en retención.',
  case_not_held: 'Este caso no está en retención.',
  hold_needs: 'No puede aplicar ni levantar retenciones.',
  place: 'Aplicar retención',
  placed: 'Retención aplicada.',
  which_case: 'Caso',
  find: 'Buscar',
  reason: 'Motivo',
  reason_hint: 'Por ejemplo, una investigación de las autoridades. Lo ven todas las personas que pueden abrir el caso.',
  held_by: (name, when) => `Aplicada por ${name}, ${when}`,
  released: (name, when) => `Levantada por ${name}, ${when}`,
  release: 'Levantar',
  release_one: (reason) => `Levantar retención: ${reason}`,
  release_ask:
    '¿Levantar esta retención? Si al caso le corresponde eliminarse, se elimina de forma permanente en menos de una hora.',
  certificates: 'Certificados de eliminación',
  certificates_hint:
    'Constancia de lo que se eliminó de forma permanente. No contienen nombres ni nada de lo que se dijo.',
  no_certificates: 'Aún no se ha eliminado nada de forma permanente.',
  call_of: (person) => `Llamada del caso de ${person}`,
  deleted: { case: 'Caso eliminado', call: 'Llamada eliminada', recording: 'Grabación eliminada' },
  removed_by: (name, when) => `Se eliminó por ${name}, ${when}`,
  proof: 'Detalles del certificado',
  certificate: 'ID del certificado',
  record_id: 'ID del registro',
  removed: 'Incluye',
  parts: {
    cases: (n) => count(n, 'caso'),
    case_versions: (n) => count(n, 'versión del caso', 'versiones del caso'),
    holds: (n) => count(n, 'retención', 'retenciones'),
    calls: (n) => count(n, 'llamada'),
    call_versions: (n) => count(n, 'versión de llamadas', 'versiones de llamadas'),
    recordings: (n) => count(n, 'grabación', 'grabaciones'),
    transcripts: (n) => count(n, 'transcripción', 'transcripciones'),
    provider_files: (n) => count(n, 'archivo del servicio de voz', 'archivos del servicio de voz'),
    jobs: (n) => count(n, 'trabajo de transcripción', 'trabajos de transcripción'),
  },
  digest: 'Huella digital',
};
