-- a receipt is signed when it is first read, and from then on it is always the same; what it says stands in the ledger
create table receipt (
    student_id uuid not null,
    decision_id uuid not null,
    jws text not null,
    issued_at timestamptz not null,
    primary key (student_id, decision_id)
);

create trigger receipt_immutable
    before update or delete on receipt
    for each row execute function refuse_change();

-- a PERMIT that has ended by itself is found by its end
create index consent_record_due_idx on consent_record (answer_until) where answer = 'PERMIT';
