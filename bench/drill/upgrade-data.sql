-- A city of scale 1 as the release of the drill's start stored it: 120,000 people, 290,000 consultations, half a million lines of the
-- audit. Triggers and foreign keys are off while it is filled; the numbers fit all the same.
set session_replication_role = replica;
insert into registers.insurer (insurer_id, insurer_number, name, kind) values (990001, '990001', '見本市', 'municipality');
insert into registers.centre (insurer_id, id, name, short_name, kind, operation, valid_from)
  select 990001, ('019aa000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, '見本センター' || g, '見本' || g, 'standard', 'direct',
    '2020-04-01' from generate_series(1, 20) g;
insert into registers.staff (insurer_id, id, staff_number, name, kana, profession, valid_from)
  select 990001, ('019aa000-0000-7000-9000-' || lpad(g::text, 12, '0'))::uuid, 's' || g, '見本　職員', 'みほん　しょくいん', 'socialWorker',
    '2020-04-01' from generate_series(1, 200) g;
insert into casework.person (insurer_id, id, centre_id, staff_id, resident_number, name, kana, alias, name_fold, kana_fold, sex, birth_on,
    source, address_rest, address_fold, phone, phone_fold)
  select 990001, ('019aa000-0000-7000-a000-' || lpad(g::text, 12, '0'))::uuid,
    ('019aa000-0000-7000-8000-' || lpad((g % 20 + 1)::text, 12, '0'))::uuid,
    ('019aa000-0000-7000-9000-' || lpad((g % 200 + 1)::text, 12, '0'))::uuid, g::text,
    '見本' || md5(g::text), 'みほん' || md5(g::text), case when g % 20 = 0 then '通称' || g end, '見本' || md5(g::text),
    'みほん' || md5(g::text), 'female', date '1940-01-01' + g % 7000, 'core-system', g || '番地', g || '番地', '0120' || g, '0120' || g
  from generate_series(1, 120000) g;
insert into casework.person_key (insurer_id, person_id, key)
  select 990001, ('019aa000-0000-7000-a000-' || lpad(g::text, 12, '0'))::uuid, substr(md5(g::text), n, 8)
  from generate_series(1, 120000) g, generate_series(1, 8) n on conflict do nothing;
insert into casework.contact (insurer_id, person_id, centre_id, name, relationship)
  select 990001, ('019aa000-0000-7000-a000-' || lpad(g::text, 12, '0'))::uuid,
    ('019aa000-0000-7000-8000-' || lpad((g % 20 + 1)::text, 12, '0'))::uuid, '見本　家族', '子' from generate_series(1, 60000) g;
insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on, received_at,
    channel, continuity, caller, urgency, text, text_fold)
  select 990001, ('019aa000-0000-7000-a000-' || lpad((g % 120000 + 1)::text, 12, '0'))::uuid,
    ('019aa000-0000-7000-8000-' || lpad((g % 20 + 1)::text, 12, '0'))::uuid,
    ('019aa000-0000-7000-8000-' || lpad((g % 20 + 1)::text, 12, '0'))::uuid,
    ('019aa000-0000-7000-9000-' || lpad((g % 200 + 1)::text, 12, '0'))::uuid, 'socialWorker', date '2025-01-01' + g % 600,
    timestamptz '2025-01-01' + g * interval '3 minutes', 'telephone', 'new', 'self', 'normal',
    '介護の相談 ' || md5(g::text), '介護の相談 ' || md5(g::text)
  from generate_series(1, 290000) g;
insert into audit.line (insurer_id, staff_id, request_id, action, outcome, person_ids, at)
  select 990001, ('019aa000-0000-7000-9000-' || lpad((g % 200 + 1)::text, 12, '0'))::uuid, g::text, 'person.viewed', 'done',
    array[('019aa000-0000-7000-a000-' || lpad((g % 120000 + 1)::text, 12, '0'))::uuid], timestamptz '2025-01-01' + g * interval '1 minute'
  from generate_series(1, 500000) g;
set session_replication_role = origin;
analyze;
