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
  kept_forever: 'Siempre',
  days,
};
