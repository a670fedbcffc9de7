-- consents that schools already held, entered together. Who submitted a batch declared that the evidence of every line
-- shows a notice with the content in force: without that declaration there is no batch.
create table intake_batch (
    batch_id uuid primary key,
    school_id text not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    lines integer not null check (lines > 0),
    plan_least integer not null,
    plan_percent integer not null,
    rejected_before integer not null,
    sample_size integer not null check (sample_size between 1 and lines),
    seed text not null,
    state text not null check (state in ('SAMPLING', 'ACCEPTED', 'REJECTED')),
    decided_at timestamptz,
    check ((state = 'SAMPLING') = (decided_at is null))
);

create index intake_batch_school_idx on intake_batch (school_id, submitted_at desc);

-- what a line says stands in the ledger, under its decision
create table intake_line (
    batch_id uuid not null references intake_batch (batch_id),
    line integer not null,
    student_id uuid not null,
    decision_id uuid not null,
    sampled boolean not null,
    correct boolean,
    wrong_because text,
    checked_by uuid,
    checked_at timestamptz,
    primary key (batch_id, line),
    check (sampled or correct is null),
    check ((correct is null) = (checked_by is null) and (correct is null) = (checked_at is null)),
    check (correct is distinct from true or wrong_because is null)
);

create unique index intake_line_decision_idx on intake_line (decision_id);
