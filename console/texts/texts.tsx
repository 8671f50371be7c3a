import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createStored } from '../theme/stored.ts';
import type { Texts } from './english.ts';
import { type Formats, formatsOf } from './formats.ts';
import { languageOf, languageTags } from './language-tags.ts';

/** Names of the languages, each in its own. */
const NAMES = { en: 'English', es: 'Español' };
export type Language = keyof typeof NAMES;
export const LANGUAGES = Object.keys(NAMES) as Language[];
export const nameOf = (language: Language): string => NAMES[language];

/** Nobody waits for the texts of a language that they do not read. */
const CATALOGUES: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('./english.ts')).english,
  es: async () => (await import('./spanish.ts')).spanish,
};

/** One language with its texts. */
export type Catalogue = { language: Language; texts: Texts };
export const readTexts = async (language: Language): Promise<Catalogue> => ({
  language,
  texts: await CATALOGUES[language](),
});

const tags = languageTags();
const first = tags.map(languageOf).find((tag) => LANGUAGES.some((language) => language === tag));

/** The reader's choice of language: the first of their browser's that there are texts in, unless they have chosen. */
export const language = createStored<Language>('pharos.language', LANGUAGES, (first as Language | undefined) ?? 'en');

/** Country too, where the browser says it: dates and numbers differ between those of one language. */
const localeOf = (language: Language): string =>
  tags.find((tag) => languageOf(tag) === language) ?? (language === 'en' ? 'en-US' : language);

const LocaleContext = createContext<(Catalogue & { formats: Formats }) | null>(null);

/** Gives the page its texts, and its dates and numbers, in the reader's language. `first` is the one it begins in. */
export const TextsProvider = ({ first, children }: { first: Catalogue; children: ReactNode }) => {
  const chosen = useSyncExternalStore(language.subscribe, language.get);
  const [catalogue, setCatalogue] = useState(first);
  useEffect(() => {
    let wanted = true;
    // Without a connection the page stays in the language that it has.
    readTexts(chosen).then(
      (read) => wanted && setCatalogue((now) => (now.language === read.language ? now : read)),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [chosen]);
  useEffect(() => {
    document.documentElement.lang = catalogue.language;
  }, [catalogue]);
  const locale = useMemo(() => ({ ...catalogue, formats: formatsOf(localeOf(catalogue.language)) }), [catalogue]);
  return <LocaleContext value={locale}>{children}</LocaleContext>;
};

/** Texts of the reader's language, and how dates, lengths and numbers are written in it. */
export const useLocale = () => {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error('there are no texts outside of TextsProvider');
  return locale;
};

export const useTexts = (): Texts => useLocale().texts;
export const useFormats = (): Formats => useLocale().formats;
