-- which of the school's people and systems looked at what stands about a student: append-only, each student's entries
-- chained, so that none can be changed or taken out unseen. Identifiers only.
create table staff_look (
    student_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    viewer text not null,
    position text not null check (position in ('SCHOOL_OFFICER', 'SCHOOL_STAFF', 'HEAD_OF_UNIT',
        'DATA_PROTECTION_OFFICER', 'DEPARTMENT_OFFICER', 'INSPECTOR', 'SCHOOL_SYSTEM')),
    school_id text,
    what text not null check (what in ('CONSENTS', 'LEDGER', 'RECEIPT', 'PAPER', 'REPRESENTATION', 'EMERGENCY',
        'CAMPAIGN')),
    hash bytea not null,
    primary key (student_id, seq)
);

-- the hash of an entry: over the hash before it and everything that it says
create function staff_look_hash(previous bytea, entry staff_look) returns bytea language sql stable as $$
    select sha256(previous || convert_to(concat_ws('|', entry.student_id, entry.seq, extract(epoch from entry.at),
        entry.viewer, entry.position, coalesce(entry.school_id, ''), entry.what), 'UTF8'))
$$;

create trigger staff_look_append_only before update or delete on staff_look
    for each row execute function refuse_change();

create trigger staff_look_no_truncate before truncate on staff_look
    for each statement execute function refuse_change();
