const APOSTROPHE = /[’ʼ＇`´]/gu;

/** Contractions that are written the same without their apostrophe, and words that are said in one for two. */
const WHOLE: Readonly<Record<string, string>> = {
  ...{ wont: 'will not', cant: 'can not', cannot: 'can not', shant: 'shall not', aint: 'is not' },
  ...{ dont: 'do not', doesnt: 'does not', didnt: 'did not', isnt: 'is not', arent: 'are not', wasnt: 'was not' },
  ...{ werent: 'were not', hasnt: 'has not', havent: 'have not', hadnt: 'had not', wouldnt: 'would not' },
  ...{ couldnt: 'could not', shouldnt: 'should not', neednt: 'need not', mustnt: 'must not' },
  ...{ im: 'i am', ive: 'i have', ill: 'i will', youre: 'you are', youve: 'you have', youll: 'you will' },
  ...{ youd: 'you would', hes: 'he is', shes: 'she is', its: 'it is', itll: 'it will', weve: 'we have' },
  ...{ theyre: 'they are', theyve: 'they have', theyll: 'they will', theyd: 'they would' },
  ...{ thats: 'that is', thatll: 'that will', theres: 'there is', heres: 'here is', whats: 'what is' },
  ...{ whos: 'who is', wheres: 'where is', hows: 'how is', lets: 'let us' },
  ...{ gonna: 'going to', wanna: 'want to', gotta: 'got to', okay: 'ok', alright: 'all right' },
};

/** Endings after an apostrophe. Without it they would make other words: "we're" and "were", "we'll" and "well". */
const ENDINGS: readonly [ending: RegExp, said: string][] = [
  [/(?<=\p{L})n't$/u, ' not'],
  [/(?<=\p{L})'re$/u, ' are'],
  [/(?<=\p{L})'ll$/u, ' will'],
  [/(?<=\p{L})'ve$/u, ' have'],
  [/(?<=\p{L})'d$/u, ' would'],
  [/(?<=\bi)'m$/u, ' am'],
];

const MARKS_AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Text of one word in small letters as it is said in full: "don't", "dont" and "Don’t" are "do not". */
export const saidInFull = (text: string): string => {
  const word = text.replace(APOSTROPHE, "'").replace(MARKS_AROUND, '');
  const bare = word.replaceAll("'", '');
  if (Object.hasOwn(WHOLE, bare)) return WHOLE[bare] as string;
  if (!word.includes("'")) return text;
  for (const [ending, said] of ENDINGS) if (ending.test(word)) return word.replace(ending, said);
  return text;
};
