create sequence incident_reference;

-- the register of violations (Decree 13 art. 23, Law 91 art. 23)
create table incident (
    id uuid primary key,
    reference text not null unique,
    -- the bodies of law that it is handled by, the one in force when it was detected first
    regimes text[] not null,
    school_id text not null,
    state text not null,
    version bigint not null default 1,
    changed_at timestamptz not null,
    nature text not null,
    kinds text[] not null,
    occurred_at timestamptz,
    detected_at timestamptz not null,
    holder text,
    holder_reported_at timestamptz,
    -- what happened, in words, sealed under the violation's own key
    contents_sealed bytea not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    harm text[],
    assessed_at timestamptz,
    assessed_by text,
    remedied_at timestamptz,
    remedied_by text,
    keep_until timestamptz,
    closed_at timestamptz,
    closed_by text,
    check (occurred_at <= detected_at),
    check (detected_at <= recorded_at),
    check (num_nulls(harm, assessed_at, assessed_by) in (0, 3)),
    check ((remedied_at is null) = (remedied_by is null)),
    check (num_nulls(closed_at, closed_by) in (0, 2)),
    -- whoever recorded the remedy does not close the file
    check (closed_by <> remedied_by)
);

create index incident_school_idx on incident (school_id, detected_at desc);

create table incident_clock (
    incident_id uuid not null references incident,
    code text not null,
    regime text not null,
    due timestamptz not null,
    met_at timestamptz,
    reminded_at timestamptz,
    overdue_noted_at timestamptz,
    primary key (incident_id, code, regime)
);

create index incident_clock_open_idx on incident_clock (due) where met_at is null;

-- what the authority was told, part by part
create table incident_phase (
    incident_id uuid not null references incident,
    number integer not null check (number > 0),
    sent_at timestamptz not null,
    sent_to text not null,
    complete boolean not null,
    reasons_sealed bytea,
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (incident_id, number)
);

create table incident_step (
    incident_id uuid not null references incident,
    step text not null,
    at timestamptz not null,
    note_sealed bytea,
    -- none: the system itself
    recorded_by text,
    primary key (incident_id, step)
);

create table incident_log (
    incident_id uuid not null references incident,
    seq integer not null,
    at timestamptz not null,
    -- none: the system itself
    by_whom text,
    event text not null,
    detail text,
    primary key (incident_id, seq)
);

create trigger incident_log_append_only before update or delete on incident_log
    for each row execute function refuse_change();

create trigger incident_log_no_truncate before truncate on incident_log
    for each statement execute function refuse_change();

create trigger incident_phase_append_only before update or delete on incident_phase
    for each row execute function refuse_change();

-- the file is kept for the time that the law names, from the remedy on (Decree 356 art. 29)
create function refuse_loss_of_file() returns trigger language plpgsql as $$
begin
    if old.keep_until is null or old.keep_until > now() then
        raise exception 'the file of violation % is kept', old.reference;
    end if;
    return old;
end
$$;

create trigger incident_kept before delete on incident
    for each row execute function refuse_loss_of_file();

create trigger incident_no_truncate before truncate on incident
    for each statement execute function refuse_change();

-- whose data it is, and how they were found
create table incident_naming (
    incident_id uuid primary key references incident,
    school_id text,
    purpose text,
    data_category text,
    holder text,
    named_at timestamptz not null,
    ordered_at timestamptz
);

create table incident_student (
    incident_id uuid not null references incident,
    student_id uuid not null,
    told_at timestamptz,
    -- how many people were told for this student; none: nobody is known who could be
    people integer,
    primary key (incident_id, student_id),
    check ((told_at is null) = (people is null))
);

create index incident_student_open_idx on incident_student (incident_id, student_id) where told_at is null;
