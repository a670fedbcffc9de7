-- what a holder was told first is what it is told again under the same id, whatever becomes of request and deadline
alter table instruction
    add column told_request_id uuid,
    add column told_due timestamptz;

update instruction set told_request_id = request_id, told_due = due where attempts > 0;
