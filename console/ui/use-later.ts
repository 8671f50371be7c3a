import { useEffect, useState } from 'react';

/** Default pause in milliseconds: results seem to follow each key, and keys pressed together ask once. */
const PAUSE = 40;

/** A text as it was when its typing last paused; an empty one at once. */
export const useLater = (text: string, pause = PAUSE): string => {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return text === '' ? '' : later;
};
