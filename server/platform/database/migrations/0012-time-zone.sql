-- The clock of a home, for times of day in its documents; null where nobody has said.
alter table organizations add column time_zone text;
