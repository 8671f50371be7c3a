import { useSyncExternalStore } from 'react';
import { useTexts } from '../texts/texts.tsx';
import styles from './offline-notice.module.css';

const subscribe = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

export const OfflineNotice = () => {
  const { app } = useTexts();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{online ? null : <p className={`${styles.notice} off-paper`}>{app.offline}</p>}</div>;
};
