import { useEffect, useState } from 'react';

/** False until what matters is on the page: what can wait for that is asked for afterwards. */
export const useSettled = (): boolean => {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setSettled(true), 300);
    return () => clearTimeout(later);
  }, []);
  return settled;
};
