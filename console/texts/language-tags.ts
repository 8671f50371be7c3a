/** Names under which systems and browsers give a language, such as "en-US.UTF-8", "de_DE@euro" or "es-MX,es;q=0.9". */
const namesIn = (given: string): string[] =>
  given.split(',').map((name) =>
    name
      .replace(/[;.@].*$/s, '')
      .trim()
      .replaceAll('_', '-'),
  );

const isValid = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Valid language tags (BCP 47) among what a browser asks for, in its order. What is none is left out, whatever it is. */
export const validTags = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [given])
    .flatMap((one) => (typeof one === 'string' ? namesIn(one) : []))
    .filter((name) => name !== '' && isValid(name));

/** Languages of this reader's browser, the dearest first. */
export const languageTags = (): string[] => {
  if (typeof navigator === 'undefined') return [];
  const tags = validTags(navigator.languages);
  return tags.length > 0 ? tags : validTags(navigator.language);
};

/** Language of a tag, without its country: "es" of "es-MX". */
export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;
