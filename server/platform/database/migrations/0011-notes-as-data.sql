-- What a version or a certificate says of itself is data, so that everybody reads it in their own language.
-- Sentences of before that are not known are kept as they are.

create function note_of(sentence text) returns json language sql immutable as $$
  select case
    when sentence is null then null
    when sentence = 'restored the original transcript' then json_build_object('kind', 'restored_transcript')
    when sentence ~ '^restored version [0-9]{1,9}$' then
      json_build_object('kind', 'restored', 'version', substring(sentence from '[0-9]+')::integer)
    when sentence ~ '^Result of [a-z_]+$' then
      json_build_object('kind', 'transcribed', 'source', substring(sentence from '^Result of ([a-z_]+)$'))
    when sentence ~ '^Result of [a-z_]+ without words, kept beside those that are there$' then
      json_build_object('kind', 'set_aside', 'source', substring(sentence from '^Result of ([a-z_]+)'), 'reason', 'no_words')
    when sentence ~ '^Result of [a-z_]+, kept beside an edit made meanwhile$' then
      json_build_object('kind', 'set_aside', 'source', substring(sentence from '^Result of ([a-z_]+)'), 'reason', 'edited')
    when sentence ~ '^As in version [0-9]{1,9}: words are not replaced by none$' then
      json_build_object('kind', 'kept', 'version', substring(sentence from '[0-9]+')::integer, 'reason', 'no_words')
    when sentence ~ '^As in version [0-9]{1,9}: an edit is not replaced by a result$' then
      json_build_object('kind', 'kept', 'version', substring(sentence from '[0-9]+')::integer, 'reason', 'edited')
    else json_build_object('kind', 'text', 'text', sentence)
  end
$$;

create function rule_of(sentence text) returns json language sql immutable as $$
  select case
    when sentence ~ '^deleted more than [0-9]{1,9} days? ago$' then
      json_build_object('reason', 'deleted', 'days', substring(sentence from '[0-9]+')::integer)
    when sentence ~ '^(pre|at)-need cases( of this location)? are kept [0-9]{1,9} days?$' then
      json_build_object(
        'reason', substring(sentence from '^(pre|at)') || '_need',
        'days', substring(sentence from '[0-9]+')::integer,
        'set_by', case when sentence like '% of this location %' then 'location' else 'organization' end)
    else json_build_object('reason', 'text', 'text', sentence)
  end
$$;

alter table call_versions alter column note type json using note_of(note);
alter table case_versions alter column note type json using note_of(note);
alter table purge_certificates alter column rule type json using rule_of(rule);

drop function note_of(text);
drop function rule_of(text);
