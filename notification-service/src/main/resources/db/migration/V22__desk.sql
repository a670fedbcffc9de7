-- requests that an officer wrote down for somebody at the desk
create table request_desk (
    request_id uuid primary key references request,
    entered_by uuid not null,
    entered_at timestamptz not null,
    capacity text not null,
    identity text not null
        check (identity in ('CITIZEN_ID', 'PASSPORT', 'BIRTH_CERTIFICATE', 'STUDENT_CARD', 'KNOWN_AT_SCHOOL')),
    help text not null check (help in ('NONE', 'HELPED', 'WRITTEN_FOR')),
    form text not null check (form in ('ON_SCREEN', 'ON_PAPER')),
    hand_over_at timestamptz,
    language text not null check (language in ('vi', 'en')),
    -- what was typed, JSON sealed under the student's key
    words_sealed bytea not null,
    check_needed boolean not null,
    checked_by uuid,
    checked_at timestamptz,
    check (num_nonnulls(checked_by, checked_at) in (0, 2)),
    -- nobody checks an entry of their own
    check (checked_by <> entered_by)
);

create index request_desk_waiting_idx on request_desk (entered_at) where check_needed and checked_at is null;
