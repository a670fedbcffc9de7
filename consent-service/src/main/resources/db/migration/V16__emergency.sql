-- use in an emergency without anybody's consent (Decree 13 art. 17.1, Law 91/2025 art. 19.1.a): identifiers only
create table emergency_use (
    student_id uuid not null references student (student_id),
    use_id uuid not null,
    school_id text not null,
    purpose text not null,
    categories text[] not null,
    caller text not null,
    declared_at timestamptz not null,
    -- when the use ends by itself
    until timestamptz not null,
    -- by when an officer has to judge it
    review_due timestamptz not null,
    outcome text check (outcome in ('JUSTIFIED', 'NOT_JUSTIFIED')),
    reviewed_by text,
    reviewed_at timestamptz,
    primary key (student_id, use_id),
    check ((outcome is null) = (reviewed_at is null)),
    check (reviewed_by <> caller)
);

create index emergency_use_school_idx on emergency_use (school_id, declared_at);
create index emergency_use_id_idx on emergency_use (use_id);

-- why, in the words of whoever declared it, and what the review found, sealed under the student's key
create table emergency_text (
    student_id uuid not null,
    use_id uuid not null,
    kind text not null check (kind in ('JUSTIFICATION', 'REVIEW')),
    sealed bytea not null,
    primary key (student_id, use_id, kind)
);
