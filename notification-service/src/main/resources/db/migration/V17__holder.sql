-- the registry of those who hold or receive students' data; what the configuration names is entered once, people keep it
create table holder (
    code text primary key,
    names jsonb not null,
    -- base address of the data-holder API; absent when people there are told by people
    url text,
    -- a role, not a person: whom to call when it does not answer
    contact text,
    -- public half of the key by which it signs (JWK)
    key jsonb,
    -- the agreement under which it receives data (Law 91 art. 37.2.a), and what that states (Decree 356 art. 7.1)
    agreement_reference text,
    agreement_signed_on date,
    agreement_from date,
    agreement_until date,
    agreement_states text[] not null default '{}',
    suspended_at timestamptz,
    suspension_reason text,
    version bigint not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_failure text,
    consecutive_failures integer not null default 0,
    latency_ms integer,
    check ((suspended_at is null) = (suspension_reason is null)),
    check (agreement_reference is null or num_nulls(agreement_signed_on, agreement_from) = 0)
);

-- what holders answered under their signature: evidence
create table acknowledgement (
    student_id uuid not null,
    instruction_id uuid not null,
    status text not null,
    at timestamptz not null,
    key_id text not null,
    signed text not null,
    body text not null,
    primary key (student_id, instruction_id, status)
);

create trigger acknowledgement_append_only before update or delete on acknowledgement
    for each row execute function refuse_change();

create trigger acknowledgement_no_truncate before truncate on acknowledgement
    for each statement execute function refuse_change();
