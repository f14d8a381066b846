-- How soon somebody's safety is looked after is decided by two officers: lives hang on it.

insert into registers.two_person_setting (key) values ('abuse.fact-finding-hours');
