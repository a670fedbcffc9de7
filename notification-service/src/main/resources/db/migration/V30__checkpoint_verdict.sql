-- one text may be heard under several signatures, of which at most one is the ledger's: each is kept
alter table checkpoint_witness drop constraint checkpoint_witness_pkey;
alter table checkpoint_witness add column signature text generated always as (md5(signed)) stored;
alter table checkpoint_witness add primary key (number, hash, signature);

-- what looking at a signature found; each finding once, and only one that was VERIFIED is witnessed. What was heard before
-- this was kept is looked at anew
create table checkpoint_verdict (
    number bigint not null,
    hash text not null,
    signature text not null,
    verdict text not null check (verdict in ('VERIFIED', 'FORGED', 'KEY_UNKNOWN', 'KEYS_AWAY')),
    at timestamptz not null,
    primary key (number, hash, signature, verdict),
    foreign key (number, hash, signature) references checkpoint_witness (number, hash, signature)
);

create trigger checkpoint_verdict_immutable
    before update or delete on checkpoint_verdict
    for each row execute function refuse_forgetting();
