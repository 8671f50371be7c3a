import type { Texts } from '../english.ts';
import { count } from './numbers.ts';

const days = (n: number) => count(n, 'día');

export const locations: Texts['locations'] = {
  as_organization: 'Déjelo en blanco para usar la configuración de la funeraria.',
  cases_kept: (n) => `Casos: ${days(n)}`,
  pre_need_cases_kept: (n) => `Casos de previsión: ${days(n)}`,
  none: 'Aún no hay sucursales. Solo las necesita si su funeraria tiene más de una.',
  add: 'Agregar sucursal',
  address: 'Dirección',
  remove_ask: (name) => `¿Eliminar ${name}? Solo es posible si no tiene casos ni integrantes del equipo.`,
};
