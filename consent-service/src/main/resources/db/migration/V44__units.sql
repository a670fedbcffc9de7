-- the sector's units, where they stand, who answers for them, and who does which task (letter 8343/SGDĐT-VP par. 1.6, 2.2)
create table unit (
    code text primary key,
    level text not null check (level in ('DEPARTMENT', 'OFFICE', 'SCHOOL')),
    standing text not null check (standing in ('PUBLIC', 'NON_PUBLIC')),
    name_vi text not null,
    name_en text not null,
    contact_vi text not null,
    contact_en text not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create table unit_placement (
    unit_code text not null references unit (code),
    parent_code text not null references unit (code),
    placed_from date not null,
    placed_until date,
    placed_by text not null,
    placed_at timestamptz not null,
    primary key (unit_code, placed_from),
    check (placed_until > placed_from),
    check (unit_code <> parent_code)
);

create unique index unit_placement_open_idx on unit_placement (unit_code) where placed_until is null;
create index unit_placement_parent_idx on unit_placement (parent_code);

-- one at any time: the next begins where the last ends
create table unit_head (
    unit_code text not null references unit (code),
    person_id text not null,
    name text not null,
    position_vi text not null,
    position_en text not null,
    holds_from date not null,
    holds_until date,
    named_by text not null,
    named_at timestamptz not null,
    primary key (unit_code, holds_from),
    check (holds_until > holds_from)
);

create unique index unit_head_open_idx on unit_head (unit_code) where holds_until is null;

create table unit_duty (
    id uuid primary key,
    unit_code text not null references unit (code),
    purpose text not null,
    task text not null check (task in ('COLLECT', 'KEEP', 'SHARE', 'ANSWER')),
    person_id text not null,
    holds_from date not null,
    holds_until date,
    assigned_by text not null,
    assigned_at timestamptz not null,
    check (holds_until > holds_from)
);

create index unit_duty_idx on unit_duty (unit_code, purpose, task);

create function keep_term() returns trigger language plpgsql as $$
begin
    raise exception 'what was in force stays on record';
end $$;

create trigger unit_placement_kept before delete on unit_placement for each row execute function keep_term();
create trigger unit_head_kept before delete on unit_head for each row execute function keep_term();
create trigger unit_duty_kept before delete on unit_duty for each row execute function keep_term();
