-- The staffing of the ordinance is decided by two officers: whether a centre has enough staff hangs on it.

insert into registers.two_person_setting (key) values ('centre-evaluation.staffing-ordinance');
