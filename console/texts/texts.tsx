import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { createStored } from '../theme/stored.ts';
import { english, type Texts } from './english.ts';
import { type Formats, formatsOf } from './formats.ts';
import { spanish } from './spanish.ts';

const CATALOGUE = { en: english, es: spanish };
export type Language = keyof typeof CATALOGUE;
export const LANGUAGES = Object.keys(CATALOGUE) as Language[];
export const nameOf = (language: Language): string => CATALOGUE[language].language;

/** The languages that the reader's browser asks for, the dearest first. */
const asked = typeof navigator === 'undefined' ? [] : navigator.languages;
const speaks = (language: Language) => (tag: string) => tag.toLowerCase().split('-')[0] === language;
const ofBrowser = asked.flatMap((tag) => LANGUAGES.filter((language) => speaks(language)(tag)))[0] ?? 'en';

export const language = createStored<Language>('pharos.language', LANGUAGES, ofBrowser);

const Spoken = createContext<{ texts: Texts; formats: Formats } | null>(null);

/** Gives the page its texts, and its dates and numbers, in the reader's language. */
export const TextsProvider = ({ children }: { children: ReactNode }) => {
  const chosen = useSyncExternalStore(language.subscribe, language.get);
  useEffect(() => {
    document.documentElement.lang = chosen;
  }, [chosen]);
  const spoken = useMemo(() => {
    const locale = asked.find(speaks(chosen)) ?? (chosen === 'en' ? 'en-US' : chosen);
    return { texts: CATALOGUE[chosen], formats: formatsOf(locale) };
  }, [chosen]);
  return <Spoken value={spoken}>{children}</Spoken>;
};

export const useSpoken = () => {
  const spoken = useContext(Spoken);
  if (!spoken) throw new Error('there are no texts outside of TextsProvider');
  return spoken;
};

export const useTexts = (): Texts => useSpoken().texts;
export const useFormats = (): Formats => useSpoken().formats;
