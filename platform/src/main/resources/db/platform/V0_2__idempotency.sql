create table idempotent_response (
    caller text not null,
    route text not null,
    idempotency_key text not null,
    body_hash bytea not null,
    status smallint,
    headers text,
    body bytea,
    created_at timestamptz not null default now(),
    primary key (caller, route, idempotency_key)
);

create index idempotent_response_created_idx on idempotent_response (created_at);
