-- what the other service has told; each row keeps the newest that was heard

create table known_student (
    student_id uuid primary key,
    version bigint not null,
    school_id text not null,
    person_id uuid,
    birth_date date,
    enrolled_from date not null,
    enrolled_until date
);

create index known_student_person_idx on known_student (person_id) where person_id is not null;

create table known_guardian (
    student_id uuid not null references known_student,
    person_id uuid not null,
    capacity text not null,
    in_force_from date not null,
    in_force_until date,
    suspended_from date,
    suspended_until date
);

create index known_guardian_student_idx on known_guardian (student_id);
create index known_guardian_person_idx on known_guardian (person_id);

-- when a roster event last came too late; authority is not taken as proven right after
create table roster_lag (
    one boolean primary key default true check (one),
    late_at timestamptz not null
);

create table known_purpose (
    code text not null,
    version integer not null,
    lawful_basis text not null,
    data_categories text[] not null,
    names jsonb not null,
    consequences jsonb not null,
    recipients jsonb not null,
    published_at timestamptz not null,
    retired_at timestamptz,
    primary key (code, version)
);

create table known_decision (
    student_id uuid not null,
    school_id text not null,
    purpose text not null,
    period text not null,
    party uuid not null,
    seq bigint not null,
    decision text not null,
    purpose_version integer not null,
    decided_at timestamptz not null,
    primary key (student_id, school_id, purpose, period, party)
);
