-- where an officer left out some words of an item only: where each stretch begins and ends, never what it says;
-- empty for the whole item
alter table redaction add column stretches integer[] not null default '{}';
