create table outbox (
    id bigint generated always as identity primary key,
    event_id uuid not null,
    bucket smallint not null,
    topic text not null,
    key text not null,
    type text not null,
    payload text not null,
    created_at timestamptz not null default clock_timestamp()
);

-- the relay reads one bucket in order
create index outbox_bucket_idx on outbox (bucket, id);

-- rows live for milliseconds: let vacuum keep up with them
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

create table intake (
    consumer text not null,
    event_id uuid not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index intake_received_idx on intake (received_at);
