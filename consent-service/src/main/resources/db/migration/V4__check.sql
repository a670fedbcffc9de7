-- what was asked and answered: the school's proof that it asked first. Identifiers only.
create table check_log (
    student_id uuid not null,
    check_id uuid not null,
    purpose text not null,
    school_id text not null,
    caller text not null,
    categories text[],
    answer text not null,
    reason text not null,
    record_id uuid,
    asked_at timestamptz not null,
    primary key (student_id, check_id, purpose)
);

create index check_log_school_idx on check_log (school_id, asked_at);
