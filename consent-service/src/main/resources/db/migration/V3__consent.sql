-- the newest link of each student's chain; its row lock puts a student's writers in line
create table ledger_head (
    student_id uuid primary key,
    seq bigint not null,
    hash bytea not null,
    last_at timestamptz not null
);

-- the controller's proof (Decree 13 art. 11.10): append-only, one chain of hashes per student
create table decision (
    student_id uuid not null,
    seq bigint not null,
    decision_id uuid not null,
    record_id uuid not null,
    school_id text not null,
    purpose text not null,
    period text not null,
    purpose_version integer not null,
    major_version integer not null,
    kind text not null check (kind in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
    party uuid not null,
    capacity text not null check (capacity in ('SELF', 'FATHER', 'MOTHER', 'GUARDIAN')),
    categories text[] not null,
    method text not null,
    notice_id uuid,
    language text,
    request_id uuid,
    decided_at timestamptz not null,
    body text not null,
    prev_hash bytea not null,
    body_hash bytea not null,
    hash bytea not null,
    primary key (student_id, seq)
) partition by hash (student_id);

do $$
begin
    for part in 0..7 loop
        execute format(
            'create table decision_%s partition of decision for values with (modulus 8, remainder %s)', part, part);
    end loop;
end
$$;

create index decision_id_idx on decision (decision_id);

create trigger decision_immutable
    before update or delete on decision
    for each row execute function refuse_change();

-- what all decisions on a record amount to; a check reads this one row. Can be rebuilt from the ledger.
create table consent_record (
    student_id uuid not null,
    controller_id text not null,
    purpose_id text not null,
    period text not null,
    record_id uuid not null,
    state text not null,
    answer text not null check (answer in ('PERMIT', 'DENY', 'RESTRICTED')),
    categories text[] not null,
    conditions text[] not null default '{}',
    answer_until timestamptz,
    reminder_may_help boolean not null,
    major_version integer not null,
    last_seq bigint not null,
    standing text not null default 'NORMAL' check (standing in ('NORMAL', 'RESTRICTED', 'ENDED')),
    reconfirm_after bigint not null default 0,
    changed_at timestamptz not null,
    primary key (student_id, controller_id, purpose_id, period)
);

-- a MAJOR version makes the records of one purpose stale
create index consent_record_purpose_idx on consent_record (purpose_id) where answer = 'PERMIT';
