// Ways in which calls begin, and what their first words tell: why somebody calls, who it is, and about whom.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callOf } from '../evaluation/labelled-call.ts';
import { extractSheet } from './extract-sheet.ts';

const valuesIn = (label: string, lines: readonly string[]): Map<string, unknown> => {
  const turns = lines.map((line): [string, string] => {
    const [side = '', text = ''] = line.split(/: (.*)/s);
    return [side, text];
  });
  const call = callOf({
    id: 'opening',
    title: '',
    kind: '',
    home: { name: 'Harbor Light Funeral Home', state: 'OH', called_on: '2026-03-11T23:34:00-04:00' },
    speakers: { us: { label: 'Ellen Marsh, director', side: 'us' }, them: { label, side: 'them' } },
    turns,
    labels: { sheet: {} },
  });
  return new Map(extractSheet(call).map(({ name, value }) => [name, value]));
};

/** Values that the sheet has, the label of the caller's voice, and the turns. */
const OPENINGS: readonly (readonly [values: Record<string, string>, label: string, ...lines: string[]])[] = [
  [
    { call_kind: 'at_need', caller_name: 'Tom Baker', caller_relationship: 'son', decedent_name: 'Alice Baker' },
    'Tom Baker, son',
    'us: Harbor Light, this is Ellen.',
    "them: Hi, this is Tom Baker. I'm calling because my mom died a little while ago. Alice Baker.",
    "us: I'm sorry, Tom. How old was she?",
    'them: Eighty.',
    'us: And did she have a pacemaker?',
    'them: No.',
  ],
  [
    {
      call_kind: 'at_need',
      caller_name: 'Maria Lopez',
      caller_relationship: 'hospice nurse',
      decedent_name: 'Walter Simms',
      place_kind: 'residence',
    },
    'Maria Lopez, hospice nurse',
    'us: Harbor Light Funeral Home, Ellen speaking.',
    "them: Hi, this is Maria Lopez with Comfort Hospice. I'm calling to report a death.",
    "us: Okay, go ahead. What's the patient's name?",
    'them: Walter Simms. S-I-M-M-S. He passed at 2:14 this morning at home.',
    'us: Has he been released?',
    'them: Yes.',
  ],
  [
    { call_kind: 'pre_need', caller_name: 'George Hall', caller_relationship: 'self' },
    'George Hall',
    'us: Harbor Light, this is Ellen.',
    "them: Good morning. My name is George Hall and I'd like to make arrangements for myself, ahead of time.",
    'us: Wonderful. Would that be burial or cremation?',
    'them: Cremation.',
  ],
  [
    { call_kind: 'price_inquiry' },
    'Caller',
    'us: Harbor Light, this is Ellen.',
    'them: Hi, what do you charge for a simple cremation?',
    "us: It's $1,895.",
    'them: Okay, thanks.',
  ],
  [
    { call_kind: 'price_inquiry', caller_name: 'Joan Reed' },
    'Joan Reed, wife',
    'us: Harbor Light, this is Ellen.',
    "them: I'm trying to compare prices. My husband is in hospice.",
    'us: Of course. Who am I speaking with?',
    'them: Joan Reed.',
  ],
  [
    { call_kind: 'imminent', caller_relationship: 'daughter' },
    'Sue Park, daughter',
    'us: Harbor Light, this is Ellen.',
    "them: Hi, my dad is on hospice and they're telling us it'll be a day or two. I wanted to know what we should do when it happens.",
    "us: You call us, any hour. What's your name?",
    "them: Sue Park. And he's Henry Park.",
  ],
  [
    { call_kind: 'existing_case', caller_name: 'Lisa Grant', decedent_name: 'Robert Grant' },
    'Lisa Grant, daughter',
    'us: Harbor Light, this is Ellen.',
    "them: Hi Ellen, it's Lisa Grant. I'm calling about my father's service, Robert Grant. We need to change the time.",
    'us: Sure, Lisa.',
  ],
  [
    { call_kind: 'existing_case' },
    'Ann Novak, sister',
    'us: Harbor Light, this is Ellen.',
    "them: Hi, I'm wondering if my brother's ashes are ready to be picked up.",
    'us: What was his name?',
    'them: Peter Novak.',
  ],
  [
    { call_kind: 'vendor' },
    'Rob, vault company',
    'us: Harbor Light, this is Ellen.',
    "them: Hey Ellen, it's Rob from Precision Vaults. What time do you want the vault out there on Friday?",
    'us: By nine, please.',
  ],
  [
    { call_kind: 'trade' },
    'Mike Stone, funeral director',
    'us: Harbor Light, this is Ellen.',
    'them: Hi, this is Mike Stone at Stone Funeral Home in Tulsa. We have a family whose dad died in your area and we need a removal and embalming.',
    "us: Okay, Mike. What's his name?",
    'them: Leon Fitch.',
    'us: Is he released?',
    "them: Yes, he's at Mercy Hospital.",
  ],
  [
    { call_kind: 'other' },
    'Caller',
    'us: Harbor Light, this is Ellen.',
    "them: Hi, I'm calling to see if you have any job openings.",
    'us: Not right now.',
  ],
  [
    { call_kind: 'other' },
    'Caller',
    'us: Harbor Light, this is Ellen.',
    "them: Is this Domino's?",
    'us: No, this is a funeral home. You have the wrong number.',
  ],
  [
    {
      call_kind: 'at_need',
      decedent_name: 'Harold Price',
      caller_relationship: 'wife',
      next_of_kin_relationship: 'wife',
    },
    'Betty Price, wife',
    'us: Harbor Light, this is Ellen.',
    "them: My husband just passed. I don't know what to do.",
    "us: I'm so sorry. What's your name?",
    'them: Betty Price.',
    "us: And your husband's name?",
    'them: Harold. Harold Price.',
    'us: Was he at home?',
    'them: Yes.',
    'us: Any pacemaker?',
    'them: No.',
  ],
  [
    {
      call_kind: 'at_need',
      caller_name: 'Denise Wong',
      caller_relationship: 'charge nurse',
      place_kind: 'hospital',
      place_name: 'Saint Anne Hospital',
      decedent_name: 'Carl Jensen',
    },
    'Denise Wong, charge nurse',
    'us: harbor light funeral home ellen speaking',
    'them: hi ellen this is denise wong im the charge nurse at saint anne hospital i have a release for you its carl jensen j e n s e n',
    'us: okay and is he released',
    'them: yes he is',
    'us: about how much does he weigh',
    'them: two hundred',
    'us: next of kin',
    'them: his wife doris',
  ],
  [
    { call_kind: 'at_need', caller_name: 'Paul Kim', caller_relationship: 'grandson', decedent_name: 'Soon Kim' },
    'Paul Kim, grandson',
    'us: Harbor Light Funeral Home, this is Ellen.',
    'them: Yes, hello. My name is Paul Kim, and my grandmother, Soon Kim, passed away this evening at Brookside Manor.',
    "us: I'm sorry, Paul. Have they released her?",
    'them: Yes.',
    'us: How old was she?',
    'them: Ninety-four.',
  ],
  [
    { call_kind: 'existing_case' },
    'Kate Avery, daughter',
    'us: Harbor Light, this is Ellen.',
    'them: Hi, I need to order more death certificates for my mom.',
    "us: What's her name?",
    'them: June Avery.',
  ],
  [
    { call_kind: 'pre_need' },
    'Ray Soto, son',
    'us: Harbor Light, this is Ellen.',
    "them: Hi, I'd like to talk to somebody about preplanning for my parents.",
    'us: Sure. What are their names?',
  ],
  [
    { call_kind: 'vendor' },
    'Carla, florist',
    'us: Harbor Light, this is Ellen.',
    "them: Hi, this is Carla at Bloom Florist. I've got the standing spray for the Miller service. Should I bring it tonight?",
    'us: Yes please.',
  ],
  [
    { call_kind: 'at_need' },
    'Nina, nursing supervisor',
    'us: Harbor Light, this is Ellen.',
    "them: Hello, I'm the nursing supervisor at Brookside. We had a resident expire tonight.",
    'us: Okay. Name?',
    'them: Rose Tully.',
    'us: And is she released?',
    'them: She is.',
    'us: Weight?',
    'them: One twenty.',
  ],
  [
    { call_kind: 'at_need', caller_name: 'Frank Ortiz', caller_relationship: 'deputy coroner', place_kind: 'coroner' },
    'Frank Ortiz, deputy coroner',
    'us: Harbor Light, this is Ellen.',
    'them: Ellen, Frank Ortiz, deputy coroner over in Lake County. Got a gentleman the family wants you to pick up.',
    "us: Okay, Frank. What's his name?",
    "them: James Dunn. He's at the county coroner's office.",
    'us: Is he released?',
    'them: He is.',
    'us: What time was he pronounced?',
    'them: Four ten.',
  ],
  [
    { call_kind: 'imminent' },
    'Bill Shaw, husband',
    'us: Harbor Light, this is Ellen.',
    "them: Hi. My wife is in the hospital and the doctors say she doesn't have long. Maybe tonight. I just want to know who to call.",
    'us: You call right here.',
  ],
  [
    { call_kind: 'at_need' },
    'Jo, neighbor',
    'us: Harbor Light, this is Ellen.',
    'them: I just found my neighbor. The police are here and they said to call a funeral home.',
    'us: Oh my. Has the coroner been called?',
    "them: Yes, he's here.",
    'us: How old was he?',
    "them: I'd say seventy.",
  ],
];

for (const [values, label, ...lines] of OPENINGS)
  test(`${values.call_kind}: ${lines[1]}`, () => {
    const found = valuesIn(label, lines);
    for (const [field, value] of Object.entries(values)) assert.equal(found.get(field), value, field);
  });
