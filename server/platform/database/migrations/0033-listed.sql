-- Lists and searches are events with how much they showed, and without words.
alter table audit_events add column listed integer;
