-- figures are counted by the year of receipt, of every school or of one
create index request_received_idx on request (received_at);
create index request_school_received_idx on request (school_id, received_at);
