create table registers.staff (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  staff_number text not null unique,
  name text not null,
  kana text not null,
  profession text not null check (profession in
    ('publicHealthNurse', 'socialWorker', 'chiefCareManager', 'careManager', 'clerk', 'coordinator', 'other')),
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (insurer_id, id)
);
comment on table registers.staff is 'people who work with the system; staff_number is the log-in name, unique over all insurers of the installation';
comment on column registers.staff.profession is '保健師等 · 社会福祉士 · 主任介護支援専門員 · 介護支援専門員 · 事務 · コーディネーター · その他';
select platform.tenant_table('registers.staff', written_by => 'insurer');

create table registers.post (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  role text not null,
  centre_id uuid,
  organisation_id uuid,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (insurer_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
alter table registers.post add foreign key (insurer_id, staff_id) references registers.staff;
alter table registers.post add foreign key (insurer_id, centre_id) references registers.centre;
alter table registers.post add foreign key (insurer_id, organisation_id) references registers.organisation;
create index post_of_staff on registers.post (insurer_id, staff_id);
comment on table registers.post is '職: what a member of staff is, where, from when to when; rights come from the post, never from the name';
comment on column registers.post.role is 'a role of src/platform/access/roles.ts';
select platform.tenant_table('registers.post', written_by => 'insurer');
