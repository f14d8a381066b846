-- How the base amount of the premium is rounded is decided by two officers, as the rest of the ordinance is.

insert into registers.two_person_setting (key) values ('premium.base-rounding');
