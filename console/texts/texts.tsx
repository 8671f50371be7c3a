import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createStored } from '../theme/stored.ts';
import type { Texts } from './english.ts';
import { type Formats, formatsOf } from './formats.ts';

/** What each language calls itself. */
const NAMES = { en: 'English', es: 'Español' };
export type Language = keyof typeof NAMES;
export const LANGUAGES = Object.keys(NAMES) as Language[];
export const nameOf = (language: Language): string => NAMES[language];

/** Nobody waits for the texts of a language that they do not read. */
const CATALOGUE: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./english.ts')).english,
  es: async () => (await import('./spanish.ts')).spanish,
};

/** One language with its texts. */
export type Speech = { language: Language; texts: Texts };
export const readTexts = async (language: Language): Promise<Speech> => ({
  language,
  texts: await CATALOGUE[language](),
});

/** The languages that the reader's browser asks for, the dearest first. */
const asked = typeof navigator === 'undefined' ? [] : navigator.languages;
const speaks = (language: Language) => (tag: string) => tag.toLowerCase().split('-')[0] === language;
const ofBrowser = asked.flatMap((tag) => LANGUAGES.filter((language) => speaks(language)(tag)))[0] ?? 'en';

export const language = createStored<Language>('pharos.language', LANGUAGES, ofBrowser);

const Spoken = createContext<{ texts: Texts; formats: Formats } | null>(null);

/** Gives the page its texts, and its dates and numbers, in the reader's language. `first` is the one it begins in. */
export const TextsProvider = ({ first, children }: { first: Speech; children: ReactNode }) => {
  const chosen = useSyncExternalStore(language.subscribe, language.get);
  const [speech, setSpeech] = useState(first);
  useEffect(() => {
    let wanted = true;
    // Without a connection the page stays in the language that it has.
    readTexts(chosen).then(
      (read) => wanted && setSpeech((now) => (now.language === read.language ? now : read)),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [chosen]);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);
  const spoken = useMemo(() => {
    const locale = asked.find(speaks(speech.language)) ?? (speech.language === 'en' ? 'en-US' : speech.language);
    return { texts: speech.texts, formats: formatsOf(locale) };
  }, [speech]);
  return <Spoken value={spoken}>{children}</Spoken>;
};

export const useSpoken = () => {
  const spoken = useContext(Spoken);
  if (!spoken) throw new Error('there are no texts outside of TextsProvider');
  return spoken;
};

export const useTexts = (): Texts => useSpoken().texts;
export const useFormats = (): Formats => useSpoken().formats;
