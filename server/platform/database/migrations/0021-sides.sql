-- Whose voice a label is, and which words mean the same, as an organization says it; null for the usual role words.
alter table organizations
  add column role_words text[],
  add column trade_words jsonb not null default '[]',
  -- Every call that has words is in the search index. An organization that begins has none.
  add column is_indexed boolean not null default false;
alter table organizations alter column is_indexed set default true;
grant update (role_words, trade_words, is_indexed) on organizations to pharos_app;

-- What people said of a voice, beside its label.
alter table calls add column speaker_sides json not null default '{}';
alter table call_versions add column speaker_sides json not null default '{}';
grant update (speaker_sides) on calls to pharos_app;
