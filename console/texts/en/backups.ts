/** Backups of the installation, in the settings. */
export const backups = {
  title: 'Backups',
  newest: (when: string) => `The newest backup shows everything as of ${when}.`,
  old: 'There has been no new backup for two days. Check the server’s log.',
  none_set_up: 'No backups are set up. Set BACKUP_TO on the server.',
};
