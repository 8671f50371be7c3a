-- Instructions and a display that nobody has written are empty, not null.
update generation_templates set instructions = '' where instructions is null;
update generation_templates set display_config = '{}' where display_config is null;

alter table generation_templates
  alter column instructions set default '',
  alter column instructions set not null,
  alter column display_config set default '{}',
  alter column display_config set not null;
