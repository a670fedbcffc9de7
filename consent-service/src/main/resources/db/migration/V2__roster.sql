-- names and sector numbers are sealed under the student's own key; the blind index finds a sector number by equality
create table student (
    student_id uuid primary key,
    sector_index bytea not null unique,
    sector_sealed bytea not null,
    name_sealed bytea not null,
    person_id uuid,
    birth_date date,
    birth_date_source text not null,
    school_id text not null,
    version bigint not null,
    changed_at timestamptz not null,
    check (birth_date_source in ('SECTOR_DATABASE', 'BIRTH_CERTIFICATE', 'DECLARED'))
);

create index student_person_idx on student (person_id) where person_id is not null;

create table enrolment (
    student_id uuid not null references student (student_id),
    school_id text not null,
    class_name text not null,
    enrolled_from date not null,
    enrolled_until date,
    primary key (student_id, school_id, enrolled_from)
);

create index enrolment_school_idx on enrolment (school_id, class_name);

create table guardianship (
    student_id uuid not null references student (student_id),
    person_id uuid not null,
    capacity text not null,
    valid_from date not null,
    valid_until date,
    suspended_from date,
    suspended_until date,
    primary key (student_id, person_id, valid_from),
    check (capacity in ('FATHER', 'MOTHER', 'GUARDIAN'))
);

create index guardianship_person_idx on guardianship (person_id);

-- the last line of each school about a student, as a keyed digest: what has not changed is not written again
create table roster_line (
    student_id uuid not null references student (student_id),
    school_id text not null,
    digest bytea not null,
    as_of timestamptz not null,
    primary key (student_id, school_id)
);
