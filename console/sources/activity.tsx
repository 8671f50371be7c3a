import type { Source } from '@pharos/contract/sources.ts';
import { pharos } from '../api/pharos.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import styles from './activity.module.css';

/** Alarm of a source that has fallen silent, with its likely cause. */
export const Silence = ({ source }: { source: Source }) => {
  const { sources } = useTexts();
  const { uuid: source_uuid, activity } = source;
  const { silent_hours, usual_a_day, refused_today } = activity;
  const nothing = source.address ? sources.silent_nothing : sources.silent_empty;
  const rest = useChange(() => pharos.sources.patch({ source_uuid, body: { quiet_until: endOfToday() } }), {
    kind: 'source',
  });
  if (silent_hours === null) return null;
  return (
    <div className={styles.alarm} role="status">
      <div>
        <p className={styles.silent}>{sources.silent(silent_hours, Math.round(usual_a_day ?? 0))}</p>
        <p>{refused_today > 0 ? sources.silent_refused(refused_today) : nothing}</p>
      </div>
      <button type="button" className="button small" aria-disabled={rest.busy} onClick={() => rest.run(undefined)}>
        {sources.quiet_day}
      </button>
      <TroubleNotice trouble={rest.trouble} />
    </div>
  );
};

const endOfToday = (): string => {
  const end = new Date();
  end.setHours(24, 0, 0, 0);
  return end.toISOString();
};

/** Calls of the last two weeks, and what is usual. */
export const Activity = ({ source }: { source: Source }) => {
  const { texts, formats } = useLocale();
  const { sources } = texts;
  const { address, looked_at, look_reason, activity } = source;
  const { last_call_at, today, usual_a_day, days } = activity;
  const most = Math.max(usual_a_day ?? 0, ...days.map(({ calls }) => calls), 1);
  return (
    <div className={styles.activity}>
      <dl className={styles.figures}>
        <div>
          <dt>{sources.last_call_label}</dt>
          <dd>{last_call_at ? formats.moment(last_call_at) : sources.no_call_yet}</dd>
        </div>
        <div>
          <dt>{sources.today_label}</dt>
          <dd>{sources.calls_today(today)}</dd>
          {usual_a_day !== null && <dd className={`${styles.usual} soft`}>{sources.usual(Math.round(usual_a_day))}</dd>}
        </div>
        {address === null && (
          <div>
            <dt>{sources.looked_label}</dt>
            <dd>{looked_at ? formats.moment(looked_at) : sources.not_looked}</dd>
            {look_reason && <dd className="wrong">{sources.reasons[look_reason]}</dd>}
          </div>
        )}
      </dl>
      <ol className={styles.bars} aria-label={sources.bars}>
        {days.map(({ day, calls }, index) => (
          <li key={day} className={index === days.length - 1 ? styles.today : undefined}>
            <span className={styles.bar} style={{ blockSize: `${(100 * calls) / most}%` }} aria-hidden="true" />
            <span className={styles.day}>
              <span aria-hidden="true">{Number(day.slice(8))}</span>
              <span className="unseen">{sources.bar(formats.day(day), calls)}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
};
