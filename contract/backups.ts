import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf } from './table/schema.ts';

/** State of the backups of the whole installation. */
export const Backups = named('Backups', {
  place: nullable(oneOf(['folder', 'bucket'], { description: 'Kind of place in BACKUP_TO; null if there is none.' })),
  daily_at: nullable(
    Type.String({
      description: 'Time of day in UTC at which the server makes a backup; null if it makes none itself.',
    }),
  ),
  newest_at: nullable(
    Type.Unsafe<string>({
      ...DateTime,
      description: 'Moment that the newest finished backup shows; null if there is none.',
    }),
  ),
  is_old: Type.Boolean({ description: 'True if the newest backup is older than two days, or there is none.' }),
});
export type Backups = Static<typeof Backups>;

export const backups = {
  get: route({
    method: 'GET',
    path: '/v1/backups',
    summary: 'Show when the newest backup of the installation was made',
    access: 'operator',
    status: 200,
    data: Backups,
    unversioned: true,
  }),
};
