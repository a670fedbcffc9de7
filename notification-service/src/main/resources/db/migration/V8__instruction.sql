-- what holders and recipients are told to do with a student's data of a purpose, for a person's request or because the
-- answer for a consent record changed
create table instruction (
    student_id uuid not null,
    id uuid not null unique,
    request_id uuid references request,
    record_id uuid,
    -- why, where no person asked
    cause text,
    school_id text not null,
    holder text not null,
    names jsonb not null,
    purpose text not null,
    action text not null check (action in ('STOP', 'RESTRICT', 'LIFT', 'ERASE', 'RECTIFY')),
    data_categories text[] not null,
    -- what RECTIFY puts right, sealed under the student's key and destroyed once it is done
    corrections_sealed bytea,
    -- told only once the holder has stopped
    once_stopped boolean not null default false,
    state text not null,
    since timestamptz not null,
    -- a code, why the holder refuses
    reason text,
    due timestamptz not null,
    noted_at timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    -- when the officers were told that it is refused, silent or overdue
    escalated_at timestamptz,
    -- the officer who recorded what people at the holder did, and by what it is shown, sealed under the student's key
    settled_by text,
    evidence_sealed bytea,
    primary key (student_id, id),
    check ((settled_by is null) = (evidence_sealed is null)),
    check (request_id is not null or (record_id is not null and cause is not null))
);

create unique index instruction_of_request_idx on instruction (request_id, holder, purpose, action);
create index instruction_next_idx on instruction (next_attempt_at) where next_attempt_at is not null;
create index instruction_open_idx on instruction (school_id, due)
    where state in ('PENDING', 'TOLD', 'REFUSED', 'SILENT');

insert into instruction (student_id, id, request_id, school_id, holder, names, purpose, action, data_categories, state,
    since, due, noted_at, attempts, next_attempt_at)
select s.student_id, s.id, s.request_id, r.school_id, s.holder, s.names, s.purpose, 'STOP', s.data_categories, s.state,
    s.since, s.due, s.since, s.attempts, s.next_attempt_at
from withdrawal_step s join request r on r.id = s.request_id;

-- the version before still notes its steps while both run; what it notes is carried on here. Holders know an instruction
-- by its id, so that being told by both does no harm. Table and trigger go with the next release.
create function note_instruction() returns trigger language plpgsql as $$
begin
    insert into instruction (student_id, id, request_id, school_id, holder, names, purpose, action, data_categories,
        state, since, due, noted_at, next_attempt_at)
    select new.student_id, new.id, new.request_id, r.school_id, new.holder, new.names, new.purpose, 'STOP',
        new.data_categories, new.state, new.since, new.due, new.since, new.next_attempt_at
    from request r where r.id = new.request_id
    on conflict do nothing;
    return new;
end
$$;

create trigger withdrawal_step_noted after insert on withdrawal_step
    for each row execute function note_instruction();
