-- what an officer has to know from the requester before going on; texts sealed under the student's key
create table request_question (
    request_id uuid not null references request,
    number integer not null,
    about text not null check (about in ('IDENTITY', 'AUTHORITY', 'CONTENT')),
    text_sealed bytea not null,
    asked_at timestamptz not null,
    asked_by text not null,
    answer_by timestamptz not null,
    pauses boolean not null,
    outcome text not null default 'OPEN' check (outcome in ('OPEN', 'ANSWERED', 'UNANSWERED', 'MOOT')),
    closed_at timestamptz,
    answer_sealed bytea,
    primary key (request_id, number),
    check ((outcome = 'OPEN') = (closed_at is null)),
    check (answer_sealed is null or outcome = 'ANSWERED')
);

create unique index request_question_open_idx on request_question (request_id) where outcome = 'OPEN';
create index request_question_due_idx on request_question (answer_by) where outcome = 'OPEN';

-- since when a clock stands still, while the requester has to answer
alter table request_clock add column paused_at timestamptz;

-- the same may happen to one request more than once, and is told each time
alter table notice
    add column occasion integer not null default 1,
    drop constraint notice_person_id_kind_request_id_key,
    add constraint notice_told_once unique (person_id, kind, request_id, occasion);
