-- who looked at a student's requests and data, and who tried to without the right: append-only, each student's entries
-- chained, so that none can be changed or taken out unseen. Identifiers only.
create table look (
    student_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    request_id uuid not null,
    viewer text not null,
    role text not null check (role in ('REQUESTER', 'SCHOOL_OFFICER', 'DATA_PROTECTION_OFFICER', 'OTHER')),
    what text not null check (what in ('REQUEST', 'GATHERED_DATA', 'PERSONAL_DATA')),
    allowed boolean not null,
    hash bytea not null,
    primary key (student_id, seq),
    check (allowed = (role <> 'OTHER'))
);

-- the hash of an entry: over the hash before it and everything that it says
create function look_hash(previous bytea, entry look) returns bytea language sql stable as $$
    select sha256(previous || convert_to(concat_ws('|', entry.student_id, entry.seq,
        extract(epoch from entry.at), entry.request_id, entry.viewer, entry.role, entry.what, entry.allowed), 'UTF8'))
$$;

create trigger look_append_only before update or delete on look
    for each row execute function refuse_change();

create trigger look_no_truncate before truncate on look
    for each statement execute function refuse_change();
