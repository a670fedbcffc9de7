-- what the other forms of rights ask for, and their answers
alter table request
    -- what the requester filled in beyond codes, JSON sealed under the student's key
    add column particulars_sealed bytea,
    -- what an officer answered to a complaint, or recorded of data handed over
    add column answer_text text,
    -- whom data is to be given to; with PROVIDE only
    add column provision_recipient text check (provision_recipient in ('REQUESTER', 'ORGANISATION')),
    -- the request by which the requester sees what was to be provided
    add column provision_through uuid references request;
