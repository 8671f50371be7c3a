import { useEffect, useState } from 'react';

/** A value once it has stayed the same for so many milliseconds. */
export const useDelayed = <T>(value: T, delay: number): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
};
