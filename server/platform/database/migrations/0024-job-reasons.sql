-- Why a job failed, and what is to be known of its result, is data, so that everybody reads it in their own language.
-- Sentences of before that hold values, or are several, are kept as they are.

create function reason_of(sentence text) returns json language sql immutable as $$
  select case
    when sentence is null then null
    when sentence = 'Whoever worked on it ended every time' then json_build_object('code', 'worker_stopped')
    when sentence = 'The call has no recording any more' then json_build_object('code', 'no_recording')
    when sentence = 'Something failed on our side' then json_build_object('code', 'internal_error')
    when sentence = 'The recording could not be read from the storage' then
      json_build_object('code', 'recording_unreadable')
    when sentence = 'The recording cannot be read as sound' then json_build_object('code', 'recording_not_audio')
    when sentence = 'The recording takes ffmpeg too long' then json_build_object('code', 'ffmpeg_timeout')
    when sentence in ('ffmpeg is not installed', 'Transcribing on this machine needs ffmpeg on it') then
      json_build_object('code', 'ffmpeg_missing')
    when sentence = 'The engine of this machine ended before it was done' then
      json_build_object('code', 'engine_stopped')
    when sentence in ('deepgram is not set up here any more', 'assembly_ai is not set up here any more',
      'speech_server is not set up here any more', 'local is not set up here any more') then
      json_build_object('code', 'provider_not_configured')
    when sentence in ('Deepgram broke off in the middle of its answer', 'AssemblyAI broke off in the middle of its answer',
      'The speech server broke off in the middle of its answer') then
      json_build_object('code', 'answer_broken_off')
    when sentence in ('Deepgram answered with no JSON, or with half of it',
      'AssemblyAI answered with no JSON, or with half of it',
      'The speech server answered with no JSON, or with half of it') then
      json_build_object('code', 'answer_invalid')
    when sentence in ('Deepgram answered with more than 64 MiB', 'AssemblyAI answered with more than 64 MiB',
      'The speech server answered with more than 64 MiB') then
      json_build_object('code', 'answer_too_large')
    when sentence in ('Deepgram cannot be reached', 'AssemblyAI cannot be reached', 'The speech server cannot be reached')
      then json_build_object('code', 'provider_unreachable')
    when sentence = 'Deepgram did not call back; is PUBLIC_URL reachable from the internet?' then
      json_build_object('code', 'callback_missing')
    when sentence = 'AssemblyAI gave the transcript no id' then json_build_object('code', 'answer_without_id')
    when sentence = 'AssemblyAI has not finished after hours' then json_build_object('code', 'provider_timeout')
    when sentence = 'The speech server answers at once, or not at all' then json_build_object('code', 'result_lost')
    else json_build_object('code', 'text', 'given', json_build_object('text', sentence))
  end
$$;

create function remarks_of(sentence text) returns json language sql immutable as $$
  select case
    when sentence is null then null
    when sentence = 'The call was deleted meanwhile' then json_build_array(json_build_object('code', 'call_deleted'))
    when sentence = 'There are no words in this file.' then json_build_array(json_build_object('code', 'no_words'))
    when sentence = 'Both channels were heard as one, without telling who spoke: splitting them needs ffmpeg' then
      json_build_array(json_build_object('code', 'channels_mixed'))
    when sentence =
      'Both channels have the same sound: they were heard as one, and speakers were told apart by their voices' then
      json_build_array(json_build_object('code', 'channels_identical'))
    when sentence =
      'Both channels have the same sound: one of them was heard, and speakers were told apart by their voices' then
      json_build_array(json_build_object('code', 'channels_inverted'))
    when sentence =
      'The right channel is silent: only the left one was heard, and speakers were told apart by their voices' then
      json_build_array(json_build_object('code', 'left_channel_only'))
    when sentence =
      'The left channel is silent: only the right one was heard, and speakers were told apart by their voices' then
      json_build_array(json_build_object('code', 'right_channel_only'))
    else json_build_array(json_build_object('code', 'text', 'given', json_build_object('text', sentence)))
  end
$$;

alter table jobs alter column error type json using reason_of(error);
alter table jobs alter column note type json using remarks_of(note);
alter table jobs rename column error to reason;
alter table jobs rename column note to remarks;

drop function reason_of(text);
drop function remarks_of(text);
