-- what officers are writing; at most one draft of each purpose, new or next version
create table purpose_draft (
    code text primary key,
    edition uuid not null,
    base_version integer not null,
    content jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null
);

-- the row triggers of V1 do not see a truncation
create trigger purpose_version_kept
    before truncate on purpose_version
    for each statement execute function refuse_change();
create trigger served_notice_kept
    before truncate on served_notice
    for each statement execute function refuse_change();
