-- what is not a decision but belongs to the proof is an entry of the same chain: checks of what was entered for others,
-- corrections, settlements of conflicts, orders of authorities, restrictions
alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check check (kind in (
    'GIVEN', 'REFUSED', 'WITHDRAWN', 'CHECK_CONFIRMED', 'CHECK_REJECTED', 'SETTLED_GIVEN', 'SETTLED_REFUSED',
    'ENDED_BY_ORDER', 'RESTRICTED', 'RESTRICTION_LIFTED', 'LEFT_OUT', 'READ_AS_GIVEN', 'READ_AS_REFUSED',
    'READ_AS_WITHDRAWN'));
alter table decision alter column capacity drop not null;
alter table decision add constraint decision_capacity_known
    check (capacity is not null or kind not in ('GIVEN', 'REFUSED', 'WITHDRAWN'));
alter table decision
    add column target_seq bigint,
    add column entered_by uuid,
    add column expressed_on date,
    add column reference text,
    add column last_day date,
    add column conditions_digest text;

-- what officers have entered for others, until a second person has checked it
create index decision_entered_idx on decision (school_id, decided_at) where entered_by is not null;

-- parties' own words with their salt, sealed under the student's key; the ledger holds a digest only
create table decision_text (
    student_id uuid not null,
    decision_id uuid not null,
    sealed bytea not null,
    primary key (student_id, decision_id)
);

-- conditions stand in words outside; what an authority or a person imposed stands in the ledger
alter table consent_record add column conditional_on uuid[] not null default '{}';
alter table consent_record drop column conditions, drop column standing;
