-- the newest version of each purpose, with what a check needs beside it
create table purpose (
    code text primary key,
    version integer not null,
    last_major_version integer not null,
    lawful_basis text not null,
    data_categories text[] not null,
    period_kind text not null,
    processing_from date not null,
    processing_until date not null,
    retired_at timestamptz,
    retirement_reason text,
    check (version >= last_major_version),
    check (processing_until >= processing_from)
);

create table purpose_version (
    code text not null references purpose (code),
    version integer not null,
    last_major_version integer not null,
    content jsonb not null,
    published_at timestamptz not null,
    published_by text not null,
    primary key (code, version)
);

-- people consented to exactly this text
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger purpose_version_immutable
    before update or delete on purpose_version
    for each row execute function refuse_change();

create table served_notice (
    student_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    purpose text not null,
    version integer not null,
    language text not null,
    served_at timestamptz not null,
    primary key (student_id, id),
    foreign key (purpose, version) references purpose_version (code, version)
);

create index served_notice_id_idx on served_notice (id);

create trigger served_notice_immutable
    before update or delete on served_notice
    for each row execute function refuse_change();
