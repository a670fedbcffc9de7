-- requests to see data that are being gathered for, and what was gathered, sealed under a key of the request alone

create table gathering (
    request_id uuid primary key references request,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null
);

create index gathering_next_idx on gathering (next_attempt_at);

create table gathered (
    request_id uuid not null references request,
    holder text not null,
    as_of timestamptz not null,
    items_sealed bytea not null,
    primary key (request_id, holder)
);
