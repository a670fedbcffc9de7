-- what people were told of beforehand, so that each is told once; the keys let several instances be at it at once

create table birthday_announced (
    student_id uuid not null,
    birthday date not null,
    person_id uuid not null,
    at timestamptz not null,
    primary key (student_id, birthday, person_id)
);

create table ending_announced (
    student_id uuid not null,
    record_id uuid not null,
    ends_at timestamptz not null,
    days_ahead smallint not null,
    at timestamptz not null,
    primary key (student_id, record_id, ends_at, days_ahead)
);

create table conflict_announced (
    student_id uuid not null,
    record_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    primary key (student_id, record_id, seq)
);

-- changes that ended a consent and of which people are still to be told; written with the change, taken out when told
create table announcement_due (
    student_id uuid not null,
    cause text not null check (cause in ('ROSTER', 'NOTICE')),
    -- the school that knew the student, or the purpose whose notice changed
    subject text not null,
    at timestamptz not null,
    primary key (student_id, cause, subject, at)
);

create index announcement_due_next_idx on announcement_due (at, student_id);

-- birthdays of the coming days
create index student_birth_idx on student (birth_date, student_id) where birth_date is not null;

-- consents that end in the coming days, page by page; also finds those whose end has passed
create index consent_record_ending_idx on consent_record (answer_until, student_id, record_id) where answer = 'PERMIT';
drop index consent_record_due_idx;
