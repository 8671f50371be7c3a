-- Calls and transcripts referred to each other, and tables that do cannot be distributed. A call still names no transcript
-- that is not its own: each of its states is also a version, whose reference is checked.
alter table calls drop constraint calls_transcript_fkey;
