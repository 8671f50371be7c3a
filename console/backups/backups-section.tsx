import { useQuery } from '@tanstack/react-query';
import { useReaches } from '../api/me.ts';
import { useLocale } from '../texts/texts.tsx';
import { backupsQuery } from './queries.ts';

/** Section of the settings for the installation's backups: the newest one, or an alarm. Operators alone see it. */
export const BackupsSection = () => {
  const { texts, formats } = useLocale();
  const { data } = useQuery({ ...backupsQuery, enabled: useReaches('operator') });
  if (!data) return null;
  const { backups } = texts;
  const { newest_at, is_old, place } = data;
  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{backups.title}</h2>
      {newest_at && <p className="soft">{backups.newest(formats.moment(newest_at))}</p>}
      {is_old && <p className="wrong">{place === null ? backups.none_set_up : backups.old}</p>}
    </section>
  );
};
