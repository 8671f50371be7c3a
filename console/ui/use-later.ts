import { useEffect, useState } from 'react';

/** Milliseconds without a key after which somebody is taken to have typed what they look for. */
const PAUSE = 120;

/** A text as it was when its typing last paused; an empty one at once. */
export const useLater = (text: string, pause = PAUSE): string => {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), text === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return text === '' ? '' : later;
};
