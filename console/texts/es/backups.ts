import type { Texts } from '../english.ts';

export const backups: Texts['backups'] = {
  title: 'Copias de seguridad',
  newest: (when) => `La copia más reciente muestra todo tal como estaba el ${when}.`,
  old: 'No hay una copia nueva desde hace dos días. Revise el registro del servidor.',
  none_set_up: 'No hay copias de seguridad configuradas. Configure BACKUP_TO en el servidor.',
};
