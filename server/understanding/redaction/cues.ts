import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import type { Token } from './tokens.ts';

/**
 * Words that ask for a secret or announce it, from token `at` to `end`. `reach` is how many other words may follow before
 * its digits; a weak cue means something else more often. With `kind` null they ask for something else that has digits:
 * what was asked for before is then over, or only the kind that `ends` names.
 */
export type Cue = {
  kind: RedactionKind | null;
  at: number;
  end: number;
  reach: number;
  is_strong: boolean;
  ends?: RedactionKind;
};

type Pattern = Pick<Cue, 'kind' | 'ends'> & { words: RegExp; reach: number; is_strong?: boolean };

const STRONG = 70;
const WEAK = 16;

// Where two of them begin at one place, the first one counts.
const PATTERNS: readonly Pattern[] = [
  {
    kind: null,
    words:
      /\b(?:zip|area|dress|postal) codes?\b|\bpostal\b|\bsocial (?:workers?|hall|hour|media|services?|club)\b|\bsocial security (?:office|benefits?|checks?|administration|income|payments?)\b/g,
    reach: 0,
  },
  {
    kind: null,
    words:
      /(?<!\b(?:over|on|by) (?:the |your |my )?)\b(?:tele)?phones?\b|\bcell(?:phone)?\b|\bmobile\b|\bcall (?:\w+ ){1,4}at\b|\bcall (?:me|us|him|her|them|you)(?: back)? on\b|\bcall ?back (?:number|at)\b|\breach (?:me|us|him|her|them|you)\b|\bbest number\b|\bgood number\b|\bnumber (?:to|for) (?:you|reach|call)\b|\bnumber back\b|\bfax\b|\btext me\b|\btelefono\b|\bcelular\b/g,
    reach: 0,
  },
  {
    kind: null,
    words:
      /\b(?:policy|case|claim|confirmation|order|invoice|reference|tracking|badge|license|permit|file|record|contract|member|membership|group|flight|serial|plot|lot|section|model|booking|reservation|certificate|registration|ticket|receipt|room|check|cheque|box) (?:number|no|id|#)\b|\bnumber for that (?:case|policy|claim)\b|\baddress\b|\bhow (?:old|much|many|tall|big|heavy)\b/g,
    reach: 0,
  },
  {
    kind: 'social_security_number',
    words:
      /\bsocial security(?: card)?(?: number| numbers| no)?\b|\bsocials?(?: number)?\b|\bssn\b|\bs s n\b|\bss (?:number|no)\b|\b(?:numero de )?seguro social\b/g,
    reach: STRONG,
    is_strong: true,
  },
  {
    kind: 'security_code',
    words:
      /\b(?:pin|pins)\b(?: number| code)?|\bp i n\b|\bcvv2?\b|\bc v v\b|\bcvc\b|\bc v c\b|\bcid\b|\bsecurity (?:code|number)\b|\b(?:three|four|3|4|last)(?: \w+)?(?: digits?| numbers?)? (?:code )?(?:on|from|at|off) (?:the )?(?:back|front|reverse)\b|\bdigits? on the back\b|\b(?:pass|access|gate|door|alarm|entry|lockbox|lock box|key ?pad|verification|garage|unlock|security system|safe|combination|voicemail|authorization|confirmation) ?(?:code|pin)\b|\bpass ?(?:code|word|key)s?\b|\bkey ?pad\b|\bcodes?\b|\bcombination\b|\bcodigo(?: de seguridad)?\b|\bclave\b/g,
    reach: 24,
  },
  {
    kind: 'card_number',
    words:
      /\b(?:credit|debit) ?card(?: number)?\b|\bcard numbers?\b|\bcard no\b|\b(?:visa|mastercard|master card|amex|american express|discover|tarjeta)\b(?: card)?(?: number)?|\bnumbers? (?:on|off|from) (?:the|your|my|his|her|that|this) (?:front of (?:the|your) )?card\b|\b(?:long|sixteen digit|16 digit) number\b|\b(?:sixteen|16) digits\b|\bnumero de (?:la )?tarjeta\b/g,
    reach: STRONG,
    is_strong: true,
  },
  { kind: 'card_number', words: /\bcards?\b/g, reach: STRONG },
  {
    kind: 'bank_account',
    words:
      /\brouting(?: and account)?(?: numbers?| no)?\b|\baba(?: number| routing)?\b|\ba b a\b|\b(?:bank|checking|chequing|savings) accounts?(?: numbers?| no)?\b|\baccount (?:numbers?|no|and routing)(?: numbers?)?\b|\bacct\b|\biban\b|\bnumero de (?:cuenta|ruta)\b|\bcuenta (?:de banco|bancaria|corriente)\b/g,
    reach: STRONG,
    is_strong: true,
  },
  { kind: 'bank_account', words: /\baccounts?\b|\bbank\b|\bchecking\b|\bsavings\b|\bcuenta\b/g, reach: WEAK },
  {
    kind: 'date_of_birth',
    words:
      /\b(?:date|day|month|year) of (?:his |her |their |your |the )?birth\b|\bbirth ?(?:date|day)s?\b|\bborn\b|\bdob\b|\bd o b\b|\b(?:fecha de )?nacimiento\b|\bnacio\b|\bnaci\b|\bcumpleanos\b/g,
    reach: 0,
  },
  {
    kind: 'date_of_birth',
    words:
      /\b(?:would have|would ?ve|(?:he|she) ?d have|going to|gonna) (?:been|be|turn(?:ed)?) (?=\w+teen|\w+ty|\d\d\b|one hundred|a hundred)|\bturn(?:s|ed|ing)? (?=\w+teen|\w+ty|\d\d\b)/g,
    reach: 0,
  },
  {
    kind: null,
    ends: 'date_of_birth',
    words: /\b(?:died|passed|death|deceased|expired|married|wedding|buried|murio|fallecio)\b/g,
    reach: 0,
  },
];

/** Cues of a call in its order, by the terms of each turn. Of those that overlap, the first one counts. */
export const cuesIn = (tokens: readonly Token[]): Cue[] => {
  const cues: Cue[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while (to < tokens.length && tokens[to]?.turn === tokens[from]?.turn) to += 1;
    cues.push(...cuesOfTurn(tokens, from, to));
    from = to;
  }
  return cues.sort((a, b) => a.at - b.at);
};

const cuesOfTurn = (tokens: readonly Token[], from: number, to: number): Cue[] => {
  const starts: number[] = [];
  let text = '';
  for (const { term, text: written } of tokens.slice(from, to)) {
    starts.push(text.length);
    // "The routing's" is "the routing".
    text += `${/['’]s\W*$/.test(written) ? term.replace(/s$/, '') : term} `;
  }
  const tokenAt = (character: number) => from + starts.findLastIndex((start) => start <= character);
  const cues: Cue[] = [];
  for (const { kind, words, reach, is_strong = false, ends } of PATTERNS)
    for (const { index, 0: found } of text.matchAll(words)) {
      const [at, end] = [tokenAt(index), tokenAt(index + found.length - 1) + 1];
      if (!cues.some((cue) => at < cue.end && cue.at < end))
        cues.push({ kind, at, end, reach, is_strong, ...(ends && { ends }) });
    }
  return cues;
};
