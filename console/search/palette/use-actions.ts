import { useNavigate } from '@tanstack/react-router';
import { reaches, useMayWrite, useMe } from '../../api/me.ts';
import { signOut } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.tsx';
import { THEMES, theme } from '../../theme/theme.ts';
import { SECTIONS } from '../../ui/sections.ts';
import type { Action } from './rows.ts';

/** Everything that the palette can do for this reader, those whose names have every word. */
export const useActions = (text: string): Action[] => {
  const { app, cases, search, settings } = useTexts();
  const navigate = useNavigate();
  const me = useMe();
  const may_write = useMayWrite();
  const pages = [
    { name: app.today, icon: 'today', to: '/' },
    { name: app.cases, icon: 'cases', to: '/cases' },
    { name: search.title, icon: 'search', to: '/search' },
    ...SECTIONS.filter(({ needs }) => me && reaches(me, needs)).map(({ name, to }) => ({
      name: settings.sections[name],
      icon: 'settings' as const,
      to,
    })),
  ] as const;
  const all: Action[] = [
    ...(may_write
      ? [{ name: cases.create, icon: 'cases' as const, run: () => void navigate({ to: '/cases', hash: 'new' }) }]
      : []),
    ...pages.map(({ name, icon, to }) => ({
      name: search.palette.go_to(name),
      icon,
      run: () => void navigate({ to }),
    })),
    ...THEMES.map((one) => ({
      name: search.palette.theme(app[one]),
      icon: 'today' as const,
      run: () => theme.set(one),
    })),
    { name: app.sign_out, icon: 'undo', run: () => void signOut() },
  ];
  const words = text.toLowerCase().split(/\s+/);
  return all.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
};
