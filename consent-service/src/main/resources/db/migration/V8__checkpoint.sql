-- signed roots over the heads of all chains, each naming the one before it
create table checkpoint (
    number bigint primary key,
    made_at timestamptz not null,
    chains bigint not null,
    root bytea not null,
    previous bytea not null,
    hash bytea not null,
    jws text not null
);

create trigger checkpoint_immutable
    before update or delete on checkpoint
    for each row execute function refuse_change();

-- the leaves of the newest checkpoint: where each chain ended then, whose by a hash of the id, and what the leaf before said
create table checkpoint_leaf (
    student_id uuid primary key,
    subject bytea not null,
    seq bigint not null,
    hash bytea not null,
    since bigint not null,
    previous_seq bigint,
    previous_hash bytea
);

create unique index checkpoint_leaf_subject_idx on checkpoint_leaf (subject) include (seq, hash);

-- the newest checkpoint's tree down to tiles of neighbouring leaves; paths are made from it
create table checkpoint_tile (
    number bigint not null,
    tile integer not null,
    first_subject bytea not null,
    hash bytea not null,
    primary key (number, tile)
);
