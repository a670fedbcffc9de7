-- how far each holder is with what a request asks for: a silent one does not hold up the others
create table gathering_holder (
    request_id uuid not null references request,
    holder text not null,
    state text not null check (state in ('ASKED', 'ANSWERED', 'BY_HAND', 'SETTLED')),
    -- why an asked holder has not answered, or how an officer settled it; a code
    note text,
    at timestamptz not null,
    primary key (request_id, holder),
    check (state <> 'SETTLED' or note is not null)
);

insert into gathering_holder (request_id, holder, state, at)
select request_id, holder, 'ANSWERED', as_of from gathered;

-- what a holder answered is shown only once an officer has released it; what is there already could be seen before
alter table gathered
    add column answered_at timestamptz not null default now(),
    add column released_at timestamptz;

update gathered set released_at = now();

-- what was left out of a released answer, item by item, and why: evidence, without any of the data
create table redaction (
    request_id uuid not null references request,
    holder text not null,
    position smallint not null,
    reason text not null check (reason in ('OTHER_PERSON', 'NATIONAL_SECURITY', 'HARM_TO_OTHERS', 'SUBJECT_DISAGREES')),
    -- the officer who released; absent when the policy did
    decided_by text,
    decided_at timestamptz not null,
    primary key (request_id, holder, position)
);

create trigger redaction_append_only before update or delete on redaction
    for each row execute function refuse_change();

create trigger redaction_no_truncate before truncate on redaction
    for each statement execute function refuse_change();

-- which data is sensitive, by purpose; not known for versions heard of before, and then all of a purpose's data is
alter table known_purpose add column sensitive_categories text[];
