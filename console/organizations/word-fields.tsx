import type { Organization } from '@pharos/contract/organizations.ts';
import { ROLE_WORDS } from '@pharos/contract/sides.ts';
import type { Texts } from '../texts/english.ts';
import { useTexts } from '../texts/texts.tsx';
import { TextInput } from '../ui/forms/fields.tsx';

type Words = Pick<Organization, 'role_words' | 'trade_words'>;

/** Fields for the words that tell a home's own people, and for those that mean the same in it. */
export const WordFields = ({ home }: { home: Words }) => {
  const { organizations } = useTexts();
  return (
    <>
      <TextInput
        label={organizations.role_words}
        name="role_words"
        value={listOf(home.role_words ?? [])}
        hint={organizations.role_words_hint(listOf(ROLE_WORDS))}
        long
      />
      <TextInput
        label={organizations.trade_words}
        name="trade_words"
        value={linesOf(home.trade_words)}
        hint={organizations.trade_words_hint}
        long
      />
    </>
  );
};

/** Facts that tell these words to those who cannot change them. */
export const wordFacts = (home: Words, { role_words, trade_words }: Texts['organizations']): [string, string][] => [
  [role_words, listOf(home.role_words ?? ROLE_WORDS)],
  ...(home.trade_words.length > 0 ? [[trade_words, linesOf(home.trade_words)] as [string, string]] : []),
];

/** Role words as they were typed; where there are none, as before: none at all, or null for the usual ones. */
export const rolesIn = (text: string, { role_words }: Words): string[] | null => {
  const words = wordsIn(text);
  return words.length > 0 || role_words?.length === 0 ? words : null;
};

/** Groups of words, one a line. */
export const groupsIn = (text: string): string[][] =>
  text
    .split('\n')
    .map(wordsIn)
    .filter((words) => words.length > 0);

const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

const listOf = (words: readonly string[]) => words.join(', ');
const linesOf = (groups: readonly (readonly string[])[]) => groups.map(listOf).join('\n');
