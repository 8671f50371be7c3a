import type { ProtocolRoutes, Routes } from '../table/routes.ts';

/** Titles and introductions of the features, in the words of the people who use them. */
export const FEATURES: Record<keyof Routes | keyof ProtocolRoutes, { title: string; text: string }> = {
  calls: {
    title: 'Calls',
    text:
      'A call is a recorded telephone call of the funeral home, with a family, a hospital, a florist, a parish. It ' +
      'belongs to a case, and holds what was said, word by word, and who said it.',
  },
  cases: {
    title: 'Cases',
    text:
      'A case is one person who has died, or who plans ahead, and everything about their funeral. Every call ' +
      'belongs to one.',
  },
  recordings: {
    title: 'Recordings',
    text:
      'The audio of a call: WAV, MP3, M4A, AAC, OGG, FLAC or WebM, detected from its bytes. Upload a file of up to ' +
      '4 GiB in one body here, or in pieces to `/v1/uploads`, which speaks tus 1.0 (https://tus.io): ' +
      '`Upload-Metadata` has the `call_uuid` and optionally the `filename`, and an interrupted upload can be ' +
      'resumed for a week. A call has one recording. The same file twice in a case is refused, with the call that ' +
      'already has it.',
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
      'A generation template says what to find in calls or to write about them: a summary, a detection, or a value ' +
      "such as the date of a service. You can edit your organization's templates; the shared ones can only be " +
      'edited by operators.',
  },
  generations: {
    title: 'Generations',
    text:
      'What templates found in a call. Every value stands with the words that bear it out, by their places in the ' +
      'transcript. The templates in production run by themselves soon after a call has words, and anew when its words, ' +
      'its labels or a template change; until then the old result is marked `stale`. Nothing leaves the server.',
  },
  generationRuns: {
    title: 'Generation runs',
    text:
      'One template over many calls, such as a new one over those of last year. A run tells how far it is, can be ' +
      'cancelled, and goes on where it was after a restart.',
  },
  chat: {
    title: 'Chat',
    text:
      'Questions in plain words about what was said. The answer is in the own words of those who spoke, each with its ' +
      'place in the transcript; where nobody said it, the answer is that it was not said.',
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
      'Deleted records can be restored for a while, and cases are kept as long as the organization or the location ' +
      'says, counted from their last change. Then the server permanently deletes them, with everything made from ' +
      'them, and leaves a certificate. A hold keeps a case with its calls, and its deleted records restorable, ' +
      'until it is released.',
  },
  jobs: {
    title: 'Jobs',
    text:
      'A speech service takes its time to transcribe a recording. Requesting a transcription returns a job ' +
      'immediately, and the words are in the call when the job has succeeded. They never replace what a person ' +
      'wrote in the meantime.',
  },
  callbacks: {
    title: 'Callbacks',
    text: "Routes on which speech services report that they are done. People and programs don't need them.",
  },
  me: {
    title: 'Me',
    text: 'The user that the token or session of a request belongs to.',
  },
  sessions: {
    title: 'Sessions',
    text:
      'People sign in with a password and get a session, kept in a cookie that no script can read. A request that ' +
      'changes something with a session has to come from a page of this server.',
  },
  invitations: {
    title: 'Invitations',
    text: 'A new user gets a link and chooses their own password with it. A link works once, for 7 days.',
  },
  users: {
    title: 'Users',
    text:
      'The people of an organization, and what each of them can do. An organization always keeps at least one ' +
      'admin, and the server one operator.',
  },
  tokens: {
    title: 'Tokens',
    text:
      'A token gives a program access as one of its users. It can have fewer rights than its user, never more, and ' +
      'it stops working when the user is deactivated.',
  },
  locations: {
    title: 'Locations',
    text:
      'The locations of an organization. A case can belong to one. Viewers and members can be limited to the cases ' +
      'of some locations. A case without a location is visible to all.',
  },
  organizations: {
    title: 'Organizations',
    text: 'A funeral home, or several under one name. It never sees the records of another.',
  },
  speech: {
    title: 'Speech services',
    text:
      'A speech service transcribes recordings. The server may have some of its own, set up by its environment; an ' +
      'organization can set up others, or choose among them. A key is kept encrypted, with a key outside the database, ' +
      'and never shown.',
  },
  vcons: {
    title: 'vCons',
    text: 'Calls as other systems exchange them: JSON containers of conversations (draft-ietf-vcon-vcon-core-04), in and out.',
  },
  sources: {
    title: 'Sources',
    text:
      'A source is a telephone system that calls come in from by themselves: Twilio, Zoom Phone, Telnyx, any other by ' +
      'messages that are signed as Standard Webhooks are, or a folder of the server. What comes in becomes a call of a ' +
      'case that is not identified yet, with its facts and its recording, and is transcribed where a speech service is ' +
      'set up. Everything that came is in a log, with what became of it. Secrets are kept encrypted and never shown.',
  },
  intake: {
    title: 'Intake',
    text:
      'The address that a source sends its messages to. A message of the generic kind has the headers `webhook-id`, ' +
      '`webhook-timestamp` (seconds) and `webhook-signature` (`v1,` and base64 of HMAC-SHA256 over ' +
      '`id.timestamp.body`), and says `{"type": "call.recorded", "data": {"recording_id", "recording_url", ' +
      '"started_at"?, "direction"?, "from"?, "to"?, "answered_by"?, "title"?, "source_call_id"?, "file_name"?}}`. It is ' +
      'answered 200 once it is kept; the recording is fetched afterwards, and again over days where that fails.',
  },
  audit: {
    title: 'Audit',
    text:
      'Every write, every reading of a transcript, every sign-in and every refusal is an event. The events of an ' +
      'organization form a chain: each hash covers the event and the previous hash, so no event can be altered, ' +
      'added or removed without a trace. Events contain no family names and no words.',
  },
  changes: {
    title: 'Changes',
    text:
      'What changes in an organization, oldest first, for programs that follow it. A change says which record and which ' +
      'version, and nothing of its contents: read the record. Begin without `since`, or with `since=now` after reading ' +
      'everything once, and send the `next_cursor` of each answer as the next `since`. With `wait`, an answer comes as ' +
      'soon as there is a change. A cursor skips nothing, however many write at once, and does not expire. What you may ' +
      'not see is left out: records of other locations than yours. Deleting a case is one change, though its calls go ' +
      'with it.',
  },
  webhooks: {
    title: 'Webhooks',
    text:
      'A webhook is an address that is called with each change, by Standard Webhooks: the headers `webhook-id`, ' +
      '`webhook-timestamp` (seconds) and `webhook-signature`, one `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body` ' +
      'for each secret of the moment. The body is `{"type", "timestamp", "data"}`, where `data` is the change, and with a ' +
      'whole payload also its `call` or `case`. Anything but an answer of 2xx within ten seconds is tried again, after five ' +
      'seconds first and twelve hours at most, over three days; then it is parked until it is replayed. Changes of one call ' +
      'come in their order. A change can come twice: its `webhook-id` stays the same. 410 disables the webhook. Redirects ' +
      'are not followed, and no address inside the network of the server is called unless its operator allows the host.',
  },
  backups: {
    title: 'Backups',
    text:
      'Backups of the whole installation, which its operator makes with a command or by a schedule. They hold every ' +
      'organization; here is only when the newest was made.',
  },
  demo: {
    title: 'Demo',
    text:
      'A new server starts with sample data: three cases, whose external_id begins with DEMO-, and five calls. One ' +
      'request removes it.',
  },
  about: {
    title: 'Health',
    text: 'Routes for monitoring. They need no token and reveal nothing about anyone.',
  },
};
