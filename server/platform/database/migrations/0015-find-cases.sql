-- The text by which a case is found, folded once when it is written instead of for every search. The server folds it
-- (server/cases/search-text.ts); cases of before are folded here as nearly as SQL can, and anew when they are written.
alter table cases add column search_text text not null default '';

create function fold_words(given text) returns text language sql immutable as $$
  select trim(regexp_replace(
    regexp_replace(
      normalize(replace(replace(replace(replace(translate(
        lower(translate(given, U&'''`\2019\2018\201B\00B4\02BB\02BC\2032', '')), 'øłđðħıŋŧſ', 'olddhints'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), nfkd),
      U&'[\0300-\036F]', '', 'g'),
    '[][\s.,;:!?/\\()"#%&*+_=<>|@$^~{}–—-]+', ' ', 'g'))
$$;

update cases set search_text = concat_ws(' ', replace(fold_words(first_name), ' ', ''),
  replace(fold_words(last_name), ' ', ''), replace(fold_words(external_id), ' ', ''), fold_words(summary));

drop function fold_words;

grant update (search_text) on cases to pharos_app;
