-- how a person wants to be reached outside the portal; who never chose is reached in the usual way
create table notice_preference (
    person_id uuid primary key,
    -- the first one first; none: the portal alone
    channels text[] not null,
    -- by the clocks of Asia/Ho_Chi_Minh; none: at any hour
    quiet_from time,
    quiet_to time,
    -- whether notices come that no law asks for
    optional boolean not null,
    changed_at timestamptz not null,
    check ((quiet_from is null) = (quiet_to is null)),
    check (channels <@ array['EMAIL', 'SMS', 'ZALO'])
);

-- told and kept, but neither shown nor sent: the person wants none of that kind
alter table notice add column silenced boolean not null default false;

-- the message that still waits for what else is told to a person; takes the place of notice_digest, which the release
-- before still writes
create table notice_window (
    person_id uuid primary key,
    heading_id uuid,
    closes_at timestamptz,
    check ((heading_id is null) = (closes_at is null))
);

-- what goes out with the message of another notice
create table notice_together (
    notice_id uuid primary key references notice,
    heading_id uuid not null references notice
);

create index notice_together_heading_idx on notice_together (heading_id);

alter table delivery
    drop constraint delivery_channel_check,
    drop constraint delivery_state_check,
    drop constraint delivery_check1,
    add constraint delivery_channel_check check (channel in ('EMAIL', 'SMS', 'ZALO')),
    add constraint delivery_state_check
        check (state in ('PENDING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'NO_ADDRESS', 'FAILED')),
    add constraint delivery_sent_check
        check ((state in ('SENT', 'DELIVERED', 'UNDELIVERED')) = (sent_at is not null)),
    add column ordered_at timestamptz not null default now(),
    -- how often an officer had it sent anew: each time is another message
    add column round integer not null default 0,
    -- what the mail server or the gateway answered when it took the message
    add column evidence text,
    add column gateway_id text,
    -- when the gateway's report came that it arrived, or did not
    add column reported_at timestamptz,
    add column ask_at timestamptz,
    add column asked integer not null default 0,
    -- which words were sent
    add column template text,
    add column template_version integer,
    add column language text,
    add check (ask_at is null or (state = 'SENT' and gateway_id is not null));

create index delivery_channel_due_idx on delivery (channel, next_attempt_at) where state = 'PENDING';
create index delivery_ask_idx on delivery (ask_at) where ask_at is not null;
create index delivery_gateway_idx on delivery (gateway_id) where gateway_id is not null;
create index delivery_newest_idx on delivery (ordered_at desc);
create index delivery_dead_idx on delivery (ordered_at desc) where state in ('FAILED', 'UNDELIVERED');

-- how each delivery ended that an officer had sent anew
create table delivery_round (
    notice_id uuid not null references notice,
    channel text not null,
    round integer not null,
    state text not null,
    attempts integer not null,
    sent_at timestamptz,
    reported_at timestamptz,
    error text,
    evidence text,
    gateway_id text,
    template text,
    template_version integer,
    language text,
    replayed_by text not null,
    replayed_at timestamptz not null,
    primary key (notice_id, channel, round)
);

create trigger delivery_round_append_only before update or delete on delivery_round
    for each row execute function refuse_change();

create trigger delivery_round_no_truncate before truncate on delivery_round
    for each statement execute function refuse_change();

-- when the next message may leave by a channel, whichever instance sends it
create table channel_pace (
    channel text primary key check (channel in ('EMAIL', 'SMS', 'ZALO')),
    free_from timestamptz not null
);

insert into channel_pace (channel, free_from)
values ('EMAIL', '-infinity'), ('SMS', '-infinity'), ('ZALO', '-infinity');

-- every wording that was ever sent; what a delivery names by its version is read here word for word
create table notice_template (
    name text not null,
    channel text not null check (channel in ('PORTAL', 'EMAIL', 'SMS', 'ZALO')),
    language text not null check (language in ('vi', 'en')),
    version integer not null check (version > 0),
    subject text not null,
    body text not null,
    digest text not null,
    since timestamptz not null,
    primary key (name, channel, language, version),
    unique (name, channel, language, digest)
);

create trigger notice_template_append_only before update or delete on notice_template
    for each row execute function refuse_change();

create trigger notice_template_no_truncate before truncate on notice_template
    for each statement execute function refuse_change();
