import { createStored } from './stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The reader's choice of paper: that of their device unless told. */
export const theme = createStored<Theme>('pharos.theme', THEMES, 'system');

/** Puts the choice on the page, and keeps it there when it changes. */
export const applyTheme = (): void => {
  const apply = () => {
    const chosen = theme.get();
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
  };
  theme.subscribe(apply);
  apply();
};
