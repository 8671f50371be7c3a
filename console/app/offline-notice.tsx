import { useSyncExternalStore } from 'react';
import { useTexts } from '../texts/texts.tsx';

const subscribe = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

export const OfflineNotice = () => {
  const { shell } = useTexts();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{online ? null : <p className="offline-notice">{shell.offline}</p>}</div>;
};
