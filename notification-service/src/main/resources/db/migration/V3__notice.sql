create table notice (
    id uuid primary key,
    person_id uuid not null,
    kind text not null,
    request_id uuid not null,
    at timestamptz not null,
    read_at timestamptz,
    -- telling twice says it once
    unique (person_id, kind, request_id)
);

create index notice_inbox_idx on notice (person_id, at desc);

-- no address and no name: both are asked for at the moment of sending
create table delivery (
    notice_id uuid not null references notice,
    channel text not null check (channel in ('EMAIL')),
    state text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'NO_ADDRESS', 'FAILED')),
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    sent_at timestamptz,
    error text,
    primary key (notice_id, channel),
    check ((state = 'PENDING') = (next_attempt_at is not null)),
    check ((state = 'SENT') = (sent_at is not null))
);

create index delivery_due_idx on delivery (next_attempt_at) where state = 'PENDING';
