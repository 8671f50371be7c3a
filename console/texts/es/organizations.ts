import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

const days = (n: number) => count(n, 'día');

export const organizations: Texts['organizations'] = {
  retention_days: 'Conservar casos (días)',
  retention_days_hint: 'Desde el último cambio. Déjelo en blanco para conservarlos siempre.',
  pre_need_retention_days: 'Conservar casos de previsión (días)',
  pre_need_retention_days_hint: 'Casos sin fecha de fallecimiento. Déjelo en blanco para conservarlos siempre.',
  restorable_days: 'Plazo para restaurar lo eliminado (días)',
  restorable_days_hint: 'Después se elimina de forma permanente.',
  time_zone: 'Zona horaria',
  time_zone_hint: 'Para las fechas, las horas y el tamaño del papel de los documentos que exporte.',
  no_time_zone: 'La misma del navegador',
  role_words: 'Palabras que identifican a su equipo',
  role_words_hint: (usual) =>
    `Un hablante cuyo nombre tenga una de estas palabras cuenta como parte de su equipo, igual que quienes tienen una cuenta aquí. Sepárelas con comas. Déjelo en blanco para usar las habituales: ${usual}.`,
  trade_words: 'Palabras que aquí significan lo mismo',
  trade_words_hint:
    'Un grupo por línea, separado por comas; por ejemplo: “sala de velación, capilla ardiente”. Al buscar una se encuentran las demás. Las palabras habituales del oficio siempre se incluyen.',
  kept_forever: 'Siempre',
  days,
};
