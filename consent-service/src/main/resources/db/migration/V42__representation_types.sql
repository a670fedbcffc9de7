-- kinds of requests about data that an authorisation is limited to (Civil Code art. 141); empty: everything
alter table representation add column request_types text[] not null default '{}'
    check (request_types <@ array['WITHDRAW', 'ACCESS', 'PROVIDE', 'RECTIFY', 'DELETE', 'RESTRICT', 'OBJECT', 'COMPLAIN']);
