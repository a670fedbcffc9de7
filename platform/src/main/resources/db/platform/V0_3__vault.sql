create schema vault;

-- a destroyed key keeps its row, so that no later write brings the subject back
create table vault.subject_key (
    subject uuid primary key,
    wrapped bytea,
    created_at timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);
