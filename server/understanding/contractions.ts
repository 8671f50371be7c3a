import { oncePerCall } from './once-per-call.ts';

/** Short forms written without their apostrophe, with what they stand for. A pattern then knows one form of each. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  youre: 'you are',
  youve: 'you have',
  youll: 'you will',
  youd: 'you would',
  hes: 'he is',
  shes: 'she is',
  itll: 'it will',
  itd: 'it would',
  weve: 'we have',
  theyre: 'they are',
  theyve: 'they have',
  theyll: 'they will',
  theyd: 'they would',
  thats: 'that is',
  thatll: 'that will',
  thatd: 'that would',
  theres: 'there is',
  therell: 'there will',
  heres: 'here is',
  whats: 'what is',
  whatre: 'what are',
  whatll: 'what will',
  whos: 'who is',
  wholl: 'who will',
  wheres: 'where is',
  whens: 'when is',
  hows: 'how is',
  whys: 'why is',
  lets: 'let us',
  isnt: 'is not',
  arent: 'are not',
  aint: 'is not',
  wasnt: 'was not',
  werent: 'were not',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  cant: 'can not',
  cannot: 'can not',
  couldnt: 'could not',
  wont: 'will not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  mustnt: 'must not',
  hasnt: 'has not',
  havent: 'have not',
  hadnt: 'had not',
  gonna: 'going to',
  gotta: 'got to',
  wanna: 'want to',
  yall: 'you all',
  em: 'them',
  cause: 'because',
  ok: 'okay',
  alright: 'all right',
};

/** Short forms that are words of their own without the apostrophe: "I'll" and "ill", "we'll" and "well". */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  ill: 'i will',
  id: 'i would',
  well: 'we will',
  wed: 'we would',
  were: 'we are',
  shell: 'she will',
  shed: 'she would',
  hell: 'he will',
  hed: 'he would',
  its: 'it is',
  ones: 'one is',
  everythings: 'everything is',
  somebodys: 'somebody is',
  nobodys: 'nobody is',
};

/** Words after which "well", "were" and the like stand for "we will", "we are", where nobody writes apostrophes. */
const VERB_AFTER =
  /^(?:be|go|come|call|get|have|send|take|bring|put|keep|make|do|give|see|leave|meet|pick|need|not|just|also|try|start|let|tell|look|hold|find|check|ask|text|email|mail|work|talk|want|like|love|open|still|wait|set|write|add|use|\w+ing)$/;
/** Rarely the words that they look like, so read as short forms where nobody writes apostrophes. */
const MOSTLY_SHORT = new Set(['ill', 'its', 'id']);

/** Words before which the "s" after an apostrophe is "is", not a genitive: "the chapel's 1,400". */
const IS_BEFORE =
  /^(?:\d.*|a|an|the|not|in|on|at|still|just|about|already|gonna|going|been|being|got|gone|free|included|recorded|running|released|required|dead|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

const forms = new Map(Object.entries(LONG_FORMS).map(([short, long]) => [short, long.split(' ')]));
const ambiguous = new Map(Object.entries(AMBIGUOUS).map(([short, long]) => [short, long.split(' ')]));

/**
 * The words that a term stands for: "don't" and "dont" are "do not". A term that may be a word of its own ("well") needs
 * its apostrophe, or, in a call that is written without any, a verb after it.
 */
export const longForm = (
  term: string,
  { hasApostrophe, isWrittenWithout, next }: { hasApostrophe: boolean; isWrittenWithout: boolean; next: string },
): readonly string[] => {
  const long = forms.get(term);
  if (long) return long;
  if (hasApostrophe && term.length > 2 && term.endsWith('s') && IS_BEFORE.test(next)) return [term.slice(0, -1), 'is'];
  const other = ambiguous.get(term);
  if (!other) return [term];
  if (hasApostrophe) return other;
  return isWrittenWithout && (MOSTLY_SHORT.has(term) || VERB_AFTER.test(next)) ? other : [term];
};

/** Tells whether nobody wrote an apostrophe into a call's words, as some speech services do: "its" may then be "it is". */
export const lacksApostrophes = oncePerCall(
  ({ words }): boolean => !words.some(({ text }) => /\p{L}['’ʼ]\p{L}/u.test(text)),
);
