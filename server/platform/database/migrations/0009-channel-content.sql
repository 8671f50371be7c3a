-- How a recording's sound is coded, and what its channels hold; null for those that came before it was told.
alter table recordings add column codec text, add column channel_content text;
