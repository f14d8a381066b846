-- Lists narrowed by town, area or worker, names by their beginning, and any part of a telephone number.
create index person_kana_of_town on casework.person (insurer_id, town_id, kana_fold, id);
create index person_kana_of_area on casework.person (insurer_id, area_id, kana_fold, id);
create index person_kana_of_staff on casework.person (insurer_id, staff_id, kana_fold, id) where staff_id is not null;
create index person_name on casework.person (insurer_id, name_fold, id);
create index person_name_of_centre on casework.person (insurer_id, centre_id, name_fold, id);
create index person_phone_trigram on casework.person using gin (phone_fold gin_trgm_ops);
create index contact_phone_trigram on casework.contact using gin (phone_fold gin_trgm_ops);
