-- the one extension of a request (R-DL-01): the key allows no second
create table request_extension (
    request_id uuid primary key references request,
    days integer not null check (days > 0),
    article text not null,
    -- told to the requester; sealed under the student's key
    reason_sealed bytea not null,
    granted_at timestamptz not null
);

-- when a clock was due before it was extended
alter table request_clock add column extended_from timestamptz;
