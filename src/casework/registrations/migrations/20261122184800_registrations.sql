create table casework.registration (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  recorded_centre_id uuid,
  occasion text not null default 'first' check (occasion in ('first', 'renewal', 'again')),
  state text not null check (state in ('received', 'certificationRoute', 'checklistRoute', 'criteriaMet', 'awaitingNotification',
    'notificationAccepted', 'returned', 'registered', 'withdrawn', 'ended')),
  received_on date not null,
  last_move_on date not null,
  wish text check (wish in ('certification', 'checklist', 'noPreference')),
  consent boolean,
  is_told boolean,
  asked_by uuid,
  asked_on date,
  checklist_id uuid,
  checklist_on date,
  met text[] not null default '{}',
  notification_on date,
  notification_kind text check (notification_kind in ('new', 'change')),
  card_place text check (card_place in ('attached', 'atMunicipality', 'lost')),
  has_reissue_form boolean,
  notification_centre_id uuid,
  requested_at timestamptz,
  requested_by uuid,
  request_note text,
  received_at timestamptz,
  received_by uuid,
  returned_reason text,
  decided_on date,
  decided_by uuid,
  start_rule text check (start_rule in ('checklistDate', 'registrationDate')),
  starts_on date,
  local_class text,
  review_months integer,
  review_due date,
  reviewed_on date,
  review_checklist_id uuid,
  card_reissued_on date,
  kokuhoren_notified_on date,
  kokuhoren_month date check (extract(day from kokuhoren_month) = 1),
  notice_sent_on date,
  ended_on date,
  end_reason text check (end_reason in ('certification', 'movedOut', 'died', 'withdrawn', 'expired', 'notTargetAgain')),
  end_decided_on date,
  end_decided_by uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id),
  check ((state in ('registered', 'ended')) = (starts_on is not null)),
  check (starts_on is null or (decided_on is not null and decided_by is not null and checklist_on is not null
    and notification_on is not null and start_rule is not null)),
  check ((state = 'ended') = (ended_on is not null)),
  check (num_nulls(ended_on, end_reason, end_decided_on) in (0, 3)),
  check (ended_on is null or ended_on >= starts_on),
  check (num_nulls(kokuhoren_notified_on, kokuhoren_month) in (0, 2)),
  constraint one_registration_at_a_time exclude using gist (insurer_id with =, person_id with =,
    daterange(starts_on, ended_on, '[]') with &&) where (starts_on is not null)
);
alter table casework.registration add foreign key (insurer_id, person_id) references casework.person;
alter table casework.registration add foreign key (insurer_id, checklist_id) references casework.checklist;
create unique index registration_under_way on casework.registration (insurer_id, person_id)
  where state in ('received', 'checklistRoute', 'criteriaMet', 'awaitingNotification', 'notificationAccepted', 'returned');
create index registration_of_person on casework.registration (insurer_id, person_id, received_on desc, id);
create index registration_of_insurer on casework.registration (insurer_id, received_on desc, id);
create index registration_of_centre on casework.registration (insurer_id, centre_id, received_on desc, id);
create index registration_to_decide on casework.registration (insurer_id, requested_at, id) where state = 'notificationAccepted';
create index registration_review on casework.registration (insurer_id, review_due) where state = 'registered' and review_due is not null;
comment on table casework.registration is '事業対象者の登録 (CHK-05): one course from 相談受付 to the end; who is 事業対象者 is a row with starts_on';
comment on column casework.registration.centre_id is 'centre that looks after the person (access); follows a transfer';
comment on column casework.registration.recorded_centre_id is 'centre that took it up (counting); stays; null: the municipality itself';
comment on column casework.registration.occasion is 'first 相談受付 · renewal fork again before a 要支援 ends · again a 事業対象者 goes back to the fork';
comment on column casework.registration.state is 'CHK-05, 11; each change is a row of registration_move';
comment on column casework.registration.last_move_on is 'day of the last move: the next is not earlier';
comment on column casework.registration.wish is '本人の希望 at the fork; null: not asked';
comment on column casework.registration.consent is '同意 to the route: null not asked, false refused';
comment on column casework.registration.is_told is 'told that 認定 can be applied for at any time; null: not recorded';
comment on column casework.registration.checklist_on is '実施日 of the checklist when it was taken in; stays';
comment on column casework.registration.met is 'criteria met, as the checklist said then';
comment on column casework.registration.notification_on is '届出（介護予防サービス計画作成・介護予防ケアマネジメント依頼（変更）届出書） received on; null: 届出待ち';
comment on column casework.registration.card_place is '被保険者証 at the 届出: attached · atMunicipality (open application) · lost';
comment on column casework.registration.has_reissue_form is 'lost card: 再交付申請書 with it; null: not asked';
comment on column casework.registration.notification_centre_id is '担当センター that the 届出 names';
comment on column casework.registration.requested_at is '市へ登録を依頼: when the centre handed over; null: not yet, or sent back';
comment on column casework.registration.received_at is '受領 by the municipality';
comment on column casework.registration.returned_reason is 'why it was last sent back; null: never';
comment on column casework.registration.decided_on is '登録を決めた日';
comment on column casework.registration.start_rule is 'local setting in force on that day (CHK-05, 8)';
comment on column casework.registration.starts_on is '事業対象者 from this day; null: not registered';
comment on column casework.registration.local_class is 'code of the municipality''s own list (CHK-05, 12); the national code stays 06';
comment on column casework.registration.review_months is 'local setting in force on that day; null: none';
comment on column casework.registration.review_due is 'last day before the check is due again; null: the municipality sets none';
comment on column casework.registration.reviewed_on is '再確認: day of the newest check that still showed 基準に該当; review_due counts from it';
comment on column casework.registration.review_checklist_id is 'that checklist';
comment on column casework.registration.card_reissued_on is '証再交付; null: not done, a task';
comment on column casework.registration.kokuhoren_notified_on is '受給者異動連絡票 sent on; null: not done, a task';
comment on column casework.registration.kokuhoren_month is 'first day of the month of that notice';
comment on column casework.registration.notice_sent_on is '結果のお知らせ to the person';
comment on column casework.registration.ended_on is 'last day as 事業対象者; null: running';
select platform.tenant_table('casework.registration', person => 'person_id', centre => 'centre_id');

create table casework.registration_move (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  registration_id uuid not null,
  person_id uuid not null,
  centre_id uuid,
  from_state text not null,
  to_state text not null,
  moved_on date not null,
  staff_id uuid not null,
  office text not null check (office in ('municipality', 'centre', 'contractedOffice')),
  reason text not null check (btrim(reason) <> ''),
  wish text,
  consent boolean,
  is_told boolean,
  asked_by uuid,
  asked_on date,
  at timestamptz not null default now(),
  primary key (insurer_id, id)
);
alter table casework.registration_move add foreign key (insurer_id, registration_id) references casework.registration;
create index move_of_registration on casework.registration_move (insurer_id, registration_id, at, id);
create index move_of_person on casework.registration_move (insurer_id, person_id, at desc, id);
comment on table casework.registration_move is 'every transition of a course with its person, date and reason; append-only';
comment on column casework.registration_move.centre_id is 'centre that looks after the person (access); follows a transfer';
comment on column casework.registration_move.moved_on is 'day of the transition; `at` is when it was typed';
comment on column casework.registration_move.office is 'for whom the person acted: only the municipality registers';
comment on column casework.registration_move.wish is '本人の希望, on the way through the fork';
select platform.tenant_table('casework.registration_move', person => 'person_id', centre => 'centre_id', history => false);

/*
 The second lock of "the centre proposes, the municipality registers" (CHK-05, 4): whatever a route should let through, no
 session of a centre or of a contractor can bring a row into 登録, 差戻し or 終了, nor touch one that is there; nobody deletes a
 course, and a move, once written, stays.
*/
create policy municipality_registers on casework.registration as restrictive for insert to meguri_app with check (
  current_setting('meguri.scope', true) = 'insurer'
  or (current_setting('meguri.scope', true) = 'centre' and state not in ('registered', 'ended', 'returned') and decided_by is null));
create policy municipality_registers_change on casework.registration as restrictive for update to meguri_app using (
  (select current_setting('meguri.scope', true)) = 'insurer'
  or ((select current_setting('meguri.scope', true)) = 'centre' and state not in ('registered', 'ended')))
  with check (
  current_setting('meguri.scope', true) = 'insurer'
  or (current_setting('meguri.scope', true) = 'centre' and state not in ('registered', 'ended', 'returned') and decided_by is null));
create policy never_removed on casework.registration as restrictive for delete to meguri_app using (false);
create policy by_own_office on casework.registration_move as restrictive for insert to meguri_app with check (
  staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
  and ((current_setting('meguri.scope', true) = 'insurer' and office = 'municipality')
    or (current_setting('meguri.scope', true) = 'centre' and office = 'centre'
      and to_state not in ('registered', 'ended', 'returned'))));
create policy stays on casework.registration_move as restrictive for update to meguri_app using (false);
create policy never_removed on casework.registration_move as restrictive for delete to meguri_app using (false);
