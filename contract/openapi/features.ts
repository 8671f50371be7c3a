import type { ProtocolRoutes, Routes } from '../table/routes.ts';

/** Titles and introductions of the features, in the words of the people who use them. */
export const FEATURES: Record<keyof Routes | keyof ProtocolRoutes, { title: string; text: string }> = {
  calls: {
    title: 'Calls',
    text:
      'A call is a recorded conversation of the home with a family or with somebody who helps it: a hospital, a ' +
      'florist, a parish. It belongs to a case, and holds what was said word by word and who said it.',
  },
  cases: {
    title: 'Cases',
    text:
      'A case is one person who has died, or who plans ahead, with all that belongs to their funeral. ' +
      'Every call is part of one.',
  },
  recordings: {
    title: 'Recordings',
    text:
      'The sound of a call: WAV, MP3, M4A, AAC, OGG, FLAC or WebM, recognised by its bytes. A file of up to 4 GiB goes ' +
      'in one body here, or in pieces to `/v1/uploads`, which speaks tus 1.0 (https://tus.io): `Upload-Metadata` names ' +
      'the call with `call_uuid` and may have `filename`, and an upload that was cut off goes on where it was for a week. ' +
      'A call has one recording; the same file twice in a case is refused with the call that has it already.',
  },
  uploads: {
    title: 'Uploads',
    text:
      'A large recording is sent in pieces by tus 1.0 (https://tus.io/protocols/resumable-upload), for which there are ' +
      'ready clients: begin with its length, then append from the offset that is there, also after a break of days. ' +
      'Answers are those of the protocol; refusals are those of everything else here.',
  },
  generationTemplates: {
    title: 'Generation templates',
    text:
      'A generation template says what is to be found in calls or written of them: a summary, whether something ' +
      'occurs, or a value such as the day of a service. Those of your organization are yours to change; others are ' +
      'shared by all organizations of the installation, and only its operators change them.',
  },
  search: {
    title: 'Search',
    text:
      'Every word that a call holds is found from the moment its write was answered. A query is words, which all have to ' +
      'be in the call, an `"exact phrase"`, `a OR b`, `-not` and `prefix*`; case, accents and punctuation do not matter. ' +
      'In Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese every letter is a word, and letters in a row are a ' +
      'phrase. Numbers are found however they were said or written, English words in all their forms, and words of the ' +
      'trade by each other, each of which can be switched off. `who` keeps to what `ours` or `theirs` say, or those of ' +
      'one label: a label is ours where it names a user of the organization or has a role word such as director.',
  },
  retention: {
    title: 'Retention',
    text:
      'What was deleted can be restored for a time, and cases are kept as long as the organization or their location ' +
      'says, counted from when they were last touched. Then the server removes them for good, with everything that ' +
      'was made from them, and leaves a certificate. A hold keeps a case with its calls, and what was deleted of it ' +
      'restorable, until it is released.',
  },
  jobs: {
    title: 'Jobs',
    text:
      'A recording is turned into words by a speech provider, which takes its time. The wish is answered with a job ' +
      'at once; the words are in the call when the job has succeeded. What a person wrote meanwhile is never replaced.',
  },
  callbacks: {
    title: 'Callbacks',
    text: 'Where speech providers say that they are done. People and programs have no use for these.',
  },
  me: {
    title: 'Me',
    text: 'Who the token or the session of a request belongs to.',
  },
  sessions: {
    title: 'Sessions',
    text:
      'People sign in with a password and get a session, which their browser keeps as a cookie that no script can ' +
      'read. Whatever changes something with a session has to come from a page of this server.',
  },
  invitations: {
    title: 'Invitations',
    text:
      'Nobody chooses a password for somebody else: a new user gets a link, and with it chooses their own. A link ' +
      'works once, and for 7 days.',
  },
  users: {
    title: 'Users',
    text:
      'The people of an organization, and what each may do. An organization always keeps somebody who is at least ' +
      'an admin, and the installation an operator.',
  },
  tokens: {
    title: 'Tokens',
    text: 'A token lets a program in as one of its user. It may do less than they may, never more, and ends with them.',
  },
  locations: {
    title: 'Locations',
    text:
      'The houses of an organization. A case can belong to one; viewers and members can be limited to the cases of ' +
      'some. A case of no location is for everybody.',
  },
  organizations: {
    title: 'Organizations',
    text: 'A funeral home, or several under one name. It sees nothing of any other.',
  },
  audit: {
    title: 'Audit',
    text:
      'Every write, every reading of a transcript, every sign-in and every refusal is an event. The events of an ' +
      'organization are a chain, in which each hash covers the event and the hash before it, so that none can be ' +
      'changed, put in or taken out unseen. They name no family and hold no words.',
  },
  demo: {
    title: 'Demo',
    text:
      'A new installation begins with a sample home: three cases whose external_id begins with DEMO-, with five ' +
      'calls. It goes with one request.',
  },
  about: {
    title: 'Health',
    text: 'For whoever watches over the server. These need no token and tell nothing of anybody.',
  },
};
