// Calls in which more than one person is named: who died, who calls, who is next of kin, who signs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sheetOf } from './told.fixture.ts';

/** Values that the sheet has, the label of the caller's voice, and the turns. */
const CALLS: readonly (readonly [values: Record<string, string>, label: string, ...lines: string[]])[] = [
  [
    {
      decedent_name: 'Eleanor Marsh',
      caller_name: 'Greg Marsh',
      next_of_kin_name: 'Harold',
      next_of_kin_relationship: 'husband',
    },
    'Greg Marsh, son',
    'us: Harbor Light, this is Ellen.',
    'them: Hi, this is Greg Marsh. My mother, Eleanor Marsh, passed away at Mercy Hospital tonight. My sister Linda Cole is with her.',
    "us: I'm sorry. Who's the next of kin?",
    'them: My dad, Harold.',
    'us: Has she been released?',
    'them: Yes.',
    'us: Any pacemaker?',
    'them: No.',
  ],
  [
    { decedent_name: 'Samuel Ruiz' },
    'Rosa Ruiz, wife',
    'us: Harbor Light, this is Ellen.',
    'them: My husband died. His name is Samuel Ruiz. Our son Daniel Ruiz is driving in from Dayton.',
    'us: Was he at home?',
    'them: Yes. Pastor Mike Hill is here.',
    'us: Does he weigh more than two hundred?',
    'them: No, one seventy.',
  ],
  [
    { decedent_name: 'Luis Ortega', next_of_kin_name: 'Carmen Ortega', next_of_kin_relationship: 'daughter' },
    'Dana Fox, nursing supervisor',
    'us: Harbor Light, Ellen speaking.',
    'them: Good evening, this is Dana at Mercy Hospital, I have a death to report.',
    'us: Go ahead, Dana. Name of the patient?',
    'them: Luis Ortega. O-R-T-E-G-A.',
    "us: And who's the next of kin?",
    "them: His daughter, Carmen Ortega. She's the one who signed.",
    'us: Is he released?',
    'them: He is.',
  ],
  [
    { decedent_name: 'Mildred Jane Cooper' },
    'Steve Cooper, grandson',
    'us: Harbor Light, this is Ellen.',
    "them: Hi Ellen, I'm Steve Cooper. It's about my grandmother, Mildred Cooper. She died this afternoon.",
    'us: And her full legal name?',
    'them: Mildred Jane Cooper.',
    'us: How old was she?',
    'them: Ninety-six.',
  ],
  [
    { decedent_name: 'Thomas Bell', caller_relationship: 'sister' },
    'Joan Bell, sister',
    'us: Harbor Light, this is Ellen.',
    "them: Um, hello. My brother Thomas passed. Thomas Bell. I'm Joan, Joan Bell.",
    "us: I'm sorry, Joan. Was he married?",
    'them: No.',
    'us: How old was he?',
    'them: Sixty.',
    'us: Stairs there?',
    'them: No stairs.',
  ],
  [
    { decedent_name: 'Irene Kowalski', next_of_kin_relationship: 'son' },
    'Beth Ann Moore, hospice nurse',
    'us: Harbor Light, this is Ellen.',
    'them: This is Nurse Beth Ann Moore from Comfort Hospice. Mrs. Kowalski has died. Irene Kowalski.',
    "us: I'm sorry. Is the family there?",
    "them: Her son Mark is here, he's the next of kin. Mark Kowalski.",
    'us: Is she released?',
    'them: Yes.',
  ],
  [
    { caller_name: 'Rita Voss', decedent_name: 'Albert Voss' },
    'Rita Voss, daughter',
    'us: Harbor Light, this is Ellen.',
    "them: Oh, hello. I don't know how to do this. My dad died.",
    "us: I'm so sorry. Can I get your name?",
    "them: It's Rita. Rita Voss.",
    "us: And your dad's name, Rita?",
    'them: Albert. Albert Voss, same last name.',
    'us: Was there a doctor?',
    'them: Dr. Pine.',
  ],
  [
    { decedent_name: 'Dorothy Lane' },
    'Jim Lane, husband',
    'us: Harbor Light, this is Ellen.',
    'them: Hi, this is Jim Lane. We talked yesterday about my wife, Dorothy.',
    'us: Yes, Jim. Dorothy Lane.',
    'them: I need to bring her dress by.',
  ],
  [
    { decedent_name: 'Cecil Rhodes Baker', taken_by: 'Ellen' },
    'Lou Baker, nephew',
    'us: Harbor Light, this is Ellen.',
    "them: My uncle passed, Cecil Baker. Cecil Rhodes Baker is what's on his license.",
    'us: Where is he?',
    'them: At his house on Oak Street.',
    'us: Did he have a pacemaker?',
    'them: No.',
    'us: What time did he die?',
    'them: About six.',
  ],
];

for (const [values, label, ...lines] of CALLS)
  test(`${Object.values(values).join(', ')}: ${lines[1]}`, () => {
    const found = new Map(sheetOf(label, lines).map(({ name, value }) => [name, value]));
    for (const [field, value] of Object.entries(values)) assert.equal(found.get(field), value, field);
  });
