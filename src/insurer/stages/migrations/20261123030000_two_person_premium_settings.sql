-- What an ordinance says of the premium is decided by two officers.

insert into registers.two_person_setting (key) values
  ('premium.base-annual-yen'), ('premium.round-on'), ('premium.rounding'), ('premium.stages');
