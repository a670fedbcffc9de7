-- what requests beside withdrawal and access need

-- a restriction can be lifted again, purpose by purpose; absent while it stands
alter table request_purpose
    add column lifted_at timestamptz,
    -- why it was not lifted when its requester asked for that
    add column lift_refusal text;

-- why data is to be deleted; with DELETE only
alter table request add column deletion_ground text;

-- why a request stopped without an answer
alter table request add column stop_reason text;
create index request_undecided_idx on request (student_id) where state in ('AWAITING_CONFIRMATION', 'RECEIVED');

-- the one appeal against a refusal, decided once by the head of the unit: the key allows no second
create table request_appeal (
    request_id uuid primary key references request,
    -- the requester's words and the head's, sealed under the student's key
    text_sealed bytea not null,
    lodged_at timestamptz not null,
    outcome text check (outcome in ('DISMISSED', 'ALLOWED')),
    answer_sealed bytea,
    decided_by text,
    decided_at timestamptz,
    check (num_nonnulls(outcome, answer_sealed, decided_by, decided_at) in (0, 4))
);

create index request_appeal_open_idx on request_appeal (lodged_at) where outcome is null;

-- who asked for the same as an open request, and was joined to it
create table request_party (
    request_id uuid not null references request,
    person_id uuid not null,
    joined_at timestamptz not null,
    primary key (request_id, person_id)
);

create index request_party_person_idx on request_party (person_id);
create index request_student_idx on request (student_id, type);
