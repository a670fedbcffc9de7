-- what this service heard of the ledger's checkpoints, kept by other hands than the ledger's: the first one of each number,
-- and whatever contradicted it later
create table checkpoint_witness (
    number bigint not null,
    hash text not null,
    previous text not null,
    signed text not null,
    heard_at timestamptz not null,
    primary key (number, hash)
);

create function refuse_forgetting() returns trigger language plpgsql as $$
begin
    raise exception 'a witness does not forget';
end
$$;

create trigger checkpoint_witness_immutable
    before update or delete on checkpoint_witness
    for each row execute function refuse_forgetting();
