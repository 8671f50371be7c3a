import { number, plural } from './numbers.ts';

/** Printing, and what is on the printed pages. */
export const print = {
  print: 'Print',
  preparing: 'Preparing to print…',
  goes_on: 'The list continues. Only what was on screen is printed.',
  on_record: 'Added',
  started: 'Date and time',
  direction: 'Direction',
  from: 'From',
  to: 'To',
  answered_by: 'Taken by',
  length: 'Length',
  transcript: 'Transcript',
  by_hand: 'typed by hand',
  changed: 'Last edited',
  unsaved: 'Includes changes that weren’t saved yet.',
  doubtful: 'To check',
  doubtful_words: (n: number) =>
    plural(
      n,
      '1 word with a dotted underline: the transcription was unsure of it.',
      `${number(n)} words with a dotted underline: the transcription was unsure of them.`,
    ),
  no_name: 'not named yet',
  end: 'End of call',
  printed: (when: string) => `Printed ${when}`,
  printed_by: (when: string, who: string) => `Printed ${when} by ${who}`,
  call: (uuid: string) => `Call ${uuid}`,
  certificate: 'Certificate of deletion',
  certificate_says: (home: string) =>
    `The records listed here were permanently deleted from the call records of ${home}. This certificate contains no names and nothing that was said.`,
  number: 'Certificate',
  removed_what: 'Deleted record',
  removed_at: 'Deleted',
  removed_by: 'By',
  rule: 'Rule',
  rows: 'Included',
  elsewhere: 'May still be at',
  digest: 'Digest (SHA-256)',
  digest_says:
    'The digest was computed from everything that was deleted. Computing it again from a copy shows whether the copy matches.',
  signature: 'Signature',
  day: 'Date',
  one_certificate: (uuid: string) => `Print certificate ${uuid}`,
};
