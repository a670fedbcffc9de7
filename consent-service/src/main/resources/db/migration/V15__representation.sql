-- who acts by authorisation for a guardian or an adult student (Decree 13 art. 11.11): ids, dates and where the document is
create table representation (
    student_id uuid not null references student (student_id),
    representation_id uuid not null,
    represented uuid not null,
    representative uuid not null,
    -- empty: every purpose
    purposes text[] not null,
    reference text not null,
    valid_from date not null,
    -- first day no longer in force; one year after the first where the document states none (Civil Code art. 140.2.b)
    valid_until date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    -- counts once a second person has compared it with the document
    outcome text check (outcome in ('CONFIRMED', 'REJECTED')),
    checked_by uuid,
    checked_at timestamptz,
    ended_by uuid,
    ended_at timestamptz,
    primary key (student_id, representation_id),
    check (valid_until > valid_from),
    check (represented <> representative),
    check (checked_by <> recorded_by)
);

create index representation_person_idx on representation (representative);
create index representation_waiting_idx on representation (recorded_at) where outcome is null and ended_at is null;

-- which representation a decision was made by, and who made it for the party
alter table decision
    add column representation_id uuid,
    add column representative uuid,
    add constraint decision_mandate_whole check ((representation_id is null) = (representative is null));
