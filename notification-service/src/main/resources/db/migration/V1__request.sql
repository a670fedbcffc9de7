create sequence request_reference;

create table request (
    id uuid primary key,
    reference text not null unique,
    type text not null,
    state text not null,
    requester uuid not null,
    student_id uuid not null,
    school_id text not null,
    received_at timestamptz not null,
    regime text not null,
    version bigint not null default 1,
    changed_at timestamptz not null,
    assignee text,
    -- the requester's own words, sealed under the student's key
    reason_sealed bytea,
    -- the withdrawal that consent-service recorded itself; opens one request, once
    decision_id uuid unique,
    in_effect_at timestamptz,
    not_in_effect_reason text,
    refusal_ground text,
    refusal_text text,
    available_until timestamptz
);

create index request_requester_idx on request (requester, received_at desc);
create index request_school_idx on request (school_id, state);
create index request_available_idx on request (available_until) where state = 'AVAILABLE';

create table request_purpose (
    request_id uuid not null references request,
    position smallint not null,
    code text not null,
    version integer not null,
    seqs bigint[] not null default '{}',
    applied_at timestamptz,
    refusal text,
    primary key (request_id, code)
);

create table request_clock (
    request_id uuid not null references request,
    code text not null,
    article text not null,
    due timestamptz not null,
    met_at timestamptz,
    overdue_noted_at timestamptz,
    primary key (request_id, code, article)
);

create index request_clock_open_idx on request_clock (due) where met_at is null;

create table request_timeline (
    request_id uuid not null references request,
    seq integer not null,
    at timestamptz not null,
    actor text not null,
    actor_id text,
    event text not null,
    detail text,
    primary key (request_id, seq)
);

-- what happened stays as it was told: the timeline is evidence
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger request_timeline_append_only before update or delete on request_timeline
    for each row execute function refuse_change();

create trigger request_timeline_no_truncate before truncate on request_timeline
    for each statement execute function refuse_change();

create table withdrawal_step (
    request_id uuid not null references request,
    holder text not null,
    purpose text not null,
    id uuid not null unique,
    student_id uuid not null,
    names jsonb not null,
    data_categories text[] not null,
    state text not null,
    since timestamptz not null,
    due timestamptz not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    primary key (request_id, holder, purpose)
);

create index withdrawal_step_next_idx on withdrawal_step (next_attempt_at) where next_attempt_at is not null;
