import { number } from './numbers.ts';

/** The texts that are printed, and those of printing itself. */
export const print = {
  print: 'Print',
  preparing: 'Preparing the pages',
  goes_on: 'The list goes on. What was shown on the screen is printed.',
  on_record: 'On record since',
  length: 'Length',
  transcript: 'Transcript',
  by_hand: 'written by hand',
  changed: 'Last changed',
  unsaved: 'Printed with changes that are not saved yet.',
  doubtful: 'Doubtful',
  doubtful_words: (n: number) =>
    n === 1
      ? '1 word, underlined with dots: the transcription was not sure of it.'
      : `${number(n)} words, underlined with dots: the transcription was not sure of them.`,
  no_name: 'no name yet',
  end: 'End of the call',
  printed: (when: string) => `Printed ${when}`,
  printed_by: (when: string, who: string) => `Printed ${when} by ${who}`,
  call: (uuid: string) => `Call ${uuid}`,
  certificate: 'Certificate of removal',
  certificate_says: (home: string) =>
    `What is named here was removed for good from the call records of ${home}. This certificate holds no names and no words of those concerned.`,
  number: 'Certificate',
  removed_what: 'What was removed',
  removed_at: 'Removed',
  removed_by: 'By',
  rule: 'Under the rule',
  rows: 'Records of it',
  digest: 'Digest (SHA-256)',
  digest_says:
    'The digest was made of everything that was removed. Whoever has a copy can make it again, and so see whether it is a copy of the same.',
  signature: 'Signature',
  day: 'Date',
  one_certificate: (uuid: string) => `Print: certificate ${uuid}`,
};
