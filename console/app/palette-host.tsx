import { lazy, Suspense, useEffect, useState } from 'react';
import { isComposing } from '../ui/is-composing.ts';

const load = () => import('../search/palette/palette.tsx');
const Palette = lazy(async () => ({ default: (await load()).Palette }));

/** Opens the palette by Ctrl-K from anywhere, and by a slash wherever nobody writes. Its code comes with its first use. */
export const PaletteHost = () => {
  const [is_open, setOpen] = useState(false);
  useKeys(() => setOpen(true));
  if (!is_open) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
};

const useKeys = (open: () => void) => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const by_command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      const plain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!by_command && !(plain && !isWriting(event.target))) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
};

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
