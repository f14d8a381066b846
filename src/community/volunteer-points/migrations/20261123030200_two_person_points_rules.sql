-- What earns points and what they are worth is decided by two officers: money hangs on it.

insert into registers.two_person_setting (key) values ('volunteer-points.rules');
