-- How long a course may be extended is decided by two officers: who gets help hangs on it.

insert into registers.two_person_setting (key) values ('short-intensive.extension-months');
