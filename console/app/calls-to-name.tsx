import { useQuery } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { useSettled } from '../ui/use-settled.ts';
import styles from './calls-to-name.module.css';

const MOST = 9;

/** Number of calls with speakers to name, next to the link to Today; it loads after the page. */
export const CallsToName = () => {
  const { app } = useTexts();
  const settled = useSettled();
  const { data: n = 0 } = useQuery({
    queryKey: ['needs'],
    queryFn: async ({ signal }) => {
      const wanted = { is_fully_labelled: false, has_transcript: true, limit: MOST + 1 };
      return (await pharos.calls.list({ ...wanted, signal })).data.items.length;
    },
    enabled: settled,
  });
  if (n === 0) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{n > MOST ? `${MOST}+` : n}</span>
      <span className="unseen">{app.calls_to_name(n)}</span>
    </span>
  );
};
