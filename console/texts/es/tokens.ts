import type { Texts } from '../english.ts';

export const tokens: Texts['tokens'] = {
  none: 'Aún no hay claves de API.',
  create: 'Crear clave',
  create_another: 'Crear otra',
  filter: 'Mostrar claves',
  yours: 'Las suyas',
  everyones: 'Las de todos',
  created: (name) => `Clave ${name}`,
  created_hint: 'Cópiela ahora; no se volverá a mostrar.',
  name_hint: 'Para reconocerla después; por ejemplo, el programa que la usa.',
  level: 'Nivel de la clave',
  same_level: 'Igual que el mío',
  scopes_label: 'Permisos',
  scopes: { read: 'Leer', write: 'Escribir' },
  expires_on: 'Vence al final del día',
  expires_hint: 'Déjelo en blanco para conservarla hasta que se revoque.',
  expires: (when) => `Vence: ${when}`,
  last_used: (when) => `Último uso: ${when}`,
  never_used: 'Nunca usada',
  revoke: 'Revocar',
  revoke_one: (name) => `Revocar ${name}`,
  revoke_ask: (name) =>
    `¿Revocar ${name}? Los programas que la usan pierden el acceso de inmediato. No se puede deshacer.`,
  revoked: (when) => `Revocada: ${when}`,
};
