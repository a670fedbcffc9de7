-- the family reads who asked about the student, newest first
create index check_log_student_idx on check_log (student_id, asked_at);

-- which client of the realm asked, so that it can be named; not kept before
alter table check_log add column client text;
