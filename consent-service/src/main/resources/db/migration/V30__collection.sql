-- by which channels personal data may be collected (letter 8343/SGDĐT-VP par. 1.2, 1.4)
create table collection_channel (
    code text primary key,
    -- the school that it serves; every one when null
    school_id text,
    kind text not null check (kind in ('SECTOR_DATABASE', 'SCHOOL_SYSTEM', 'PORTAL', 'PAPER_DESK')),
    name_vi text not null,
    name_en text not null,
    -- where people fill something in there, if they do so on the web
    host text,
    registered_by text not null,
    registered_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    check ((ended_at is null) = (ended_by is null))
);

create index collection_channel_host_idx on collection_channel (host) where host is not null;

-- with whom data may be shared (par. 3; D356 art. 7.1)
create table sharing_recipient (
    code text primary key,
    name_vi text not null,
    name_en text not null,
    sector text not null check (sector in ('IN', 'OUT')),
    -- tax code, or code of the unit
    legal_entity text not null,
    route text not null check (route in ('SECTOR_DATABASE', 'DATA_AXIS')),
    agreement_reference text,
    agreement_signed_on date,
    agreement_from date,
    agreement_until date,
    agreement_states text[] not null default '{}',
    registered_by text not null,
    registered_at timestamptz not null,
    check (sector = 'IN' or route = 'DATA_AXIS'),
    check ((agreement_reference is null) = (agreement_signed_on is null)),
    check ((agreement_reference is null) = (agreement_from is null))
);

-- whose systems may ask at all (par. 3.4): what holds is the legal entity, whatever clients it has
create table legal_entity (
    code text primary key,
    name text not null,
    state text not null check (state in ('ACTIVE', 'SUSPENDED', 'REVOCATION_PROPOSED', 'REVOKED_PERMANENT')),
    reason text,
    case_reference text,
    intermediary boolean not null default false,
    referred_to text,
    referred_on date,
    changed_by text not null,
    changed_at timestamptz not null,
    confirmed_by text,
    check ((state = 'ACTIVE') = (reason is null)),
    check (confirmed_by is null or state = 'REVOKED_PERMANENT'),
    check (state <> 'REVOKED_PERMANENT' or confirmed_by is not null),
    check (confirmed_by <> changed_by)
);

create function keep_revoked() returns trigger language plpgsql as $$
begin
    if old.state = 'REVOKED_PERMANENT' and (tg_op = 'DELETE' or new is distinct from old) then
        raise exception 'a permanent disconnection is not taken back';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger legal_entity_revoked before update or delete on legal_entity for each row execute function keep_revoked();

-- what became of it, step by step; nothing is changed or taken out
create table legal_entity_step (
    code text not null references legal_entity (code),
    step integer not null,
    state text not null,
    reason text,
    case_reference text,
    by_whom text not null,
    at timestamptz not null,
    primary key (code, step)
);

-- the clients of the realm that belong to a legal entity
create table connected_client (
    client text primary key,
    legal_entity text not null references legal_entity (code),
    registered_by text not null,
    registered_at timestamptz not null,
    -- whether the realm still has to be told to let the client in no longer, or in again
    realm_due boolean not null default false,
    realm_enabled boolean not null default true,
    realm_attempts integer not null default 0,
    realm_next timestamptz
);

create index connected_client_due_idx on connected_client (realm_next) where realm_due;

-- how the check's answers cite what was asked besides
alter table check_log add column operation text not null default 'COLLECT' check (operation in ('COLLECT', 'SHARE'));
alter table check_log add column channel text;
alter table check_log add column recipient text;
