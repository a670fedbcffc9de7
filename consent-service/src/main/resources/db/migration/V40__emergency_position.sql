-- as what the caller declared a use: what the family reads of it; not kept before
alter table emergency_use add column position text check (position in ('SCHOOL_SYSTEM', 'SCHOOL_OFFICER'));
