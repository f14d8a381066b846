-- Lists read newest first by (received_at, id) backwards: one order for lists, timeline and finder.
drop index casework.consultation_of_person;
drop index casework.consultation_of_centre;
drop index casework.consultation_of_insurer;
create index consultation_of_person on casework.consultation (insurer_id, person_id, received_at, id) where person_id is not null;
create index consultation_of_centre on casework.consultation (insurer_id, centre_id, received_at, id);
create index consultation_of_insurer on casework.consultation (insurer_id, received_at, id);
create index consultation_of_staff on casework.consultation (insurer_id, staff_id, received_at, id);
create unique index abuse_case_of_consultation on casework.abuse_case (insurer_id, consultation_id);
create index referral_to_centre on casework.referral (insurer_id, to_centre_id, sent_on) where to_centre_id is not null;
create index referral_to_staff on casework.referral (insurer_id, to_staff_id, sent_on) where to_staff_id is not null;

alter table casework.referral add column task_id uuid;
comment on column casework.referral.task_id is 'the giver''s 回答待ち task that the receipt ends';

-- 委託先 see the shared slice of their people only: nothing that speaks of abuse, whose reporters are secret (虐待防止法 第8条).
create policy abuse_not_shared on casework.consultation as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or not ('abuse' = any (topics)));
create policy abuse_not_shared on casework.abuse_case as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment');
create policy abuse_not_shared on casework.referral as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment'
  or exists (select from casework.consultation c where c.insurer_id = referral.insurer_id and c.id = referral.consultation_id));

/* Ends a statement, and with it the transaction, when what it rests on is absent or not visible. SQLSTATE MG404. */
create function casework.refuse(what text) returns boolean language plpgsql as $$
begin
  raise exception 'refused: %', what using errcode = 'MG404';
end $$;
comment on function casework.refuse(text) is 'raises MG404; called inside a statement that must store everything or nothing';

/*
 The finder: text search needs a trigram index, which row-level security would refuse to use. It keeps within the scope
 of the session by itself and returns places only; the caller joins them back under the policies.
*/
create function casework.find_consultations(
  pattern text, from_at timestamptz, until_at timestamptz, before_at timestamptz, before_id uuid, row_limit integer
) returns table (id uuid, received_at timestamptz) language plpgsql stable security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  scope constant text := current_setting('meguri.scope', true);
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '')::uuid[];
  holders constant uuid[] := nullif(current_setting('meguri.holders', true), '')::uuid[];
  today constant date := nullif(current_setting('meguri.today', true), '')::date;
begin
  return query
    select c.id, c.received_at from casework.consultation c
    where c.insurer_id = insurer and c.text_fold like pattern
      and (from_at is null or c.received_at >= from_at) and (until_at is null or c.received_at < until_at)
      and (before_at is null or (c.received_at, c.id) < (before_at, before_id))
      and (scope = 'insurer' or (scope = 'centre' and c.centre_id = any (centres))
        or (scope = 'assignment' and not ('abuse' = any (c.topics)) and exists (
          select from platform.person_access a where a.insurer_id = insurer and a.person_id = c.person_id
            and a.holder_id = any (holders) and a.valid_from <= today and (a.valid_to is null or a.valid_to >= today))))
    order by c.received_at desc, c.id desc
    limit least(greatest(coalesce(row_limit, 200), 1), 2000);
end $$;
comment on function casework.find_consultations is 'places of consultations whose folded text is like the pattern, newest first, within the scope of the session';
alter function casework.find_consultations owner to meguri_doors;
revoke execute on function casework.find_consultations from public;
grant execute on function casework.find_consultations to meguri_app;

/* The door of a receiving centre or officer: referrals addressed to them, of people they may not see. */
create function casework.referrals_to_me(row_limit integer) returns table (
  id uuid, version integer, sent_on date, reply_due_on date, from_centre text, from_staff text, to_name text,
  content text, person_name text, person_kana text, received_at timestamptz, result text
) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.id, r.version, r.sent_on, r.reply_due_on, k.name, s.name, r.to_name, r.content,
    case when r.consent or c.consent = 'emergency' then p.name end,
    case when r.consent or c.consent = 'emergency' then p.kana end, r.received_at, r.result
  from casework.referral r
  join casework.consultation c on c.insurer_id = r.insurer_id and c.id = r.consultation_id
  left join casework.person p on p.insurer_id = r.insurer_id and p.id = r.person_id
  left join registers.centre k on k.insurer_id = r.insurer_id and k.id = c.recorded_centre_id
  left join registers.staff s on s.insurer_id = r.insurer_id and s.id = c.staff_id
  where r.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer
    and (r.to_staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      or r.to_centre_id = any (nullif(current_setting('meguri.centres', true), '')::uuid[]))
    and c.withdrawn_at is null
  order by r.received_at is not null, r.sent_on desc, r.id
  limit least(greatest(coalesce(row_limit, 50), 1), 200)
$$;
comment on function casework.referrals_to_me is 'referrals addressed to the session''s staff or centres, open ones first; the person''s name only with consent or in an emergency';
alter function casework.referrals_to_me owner to meguri_doors;
revoke execute on function casework.referrals_to_me from public;
grant execute on function casework.referrals_to_me to meguri_app;

/* 受領 by the addressee: marks the referral and ends the giver's waiting task. Empty: not addressed to the session. */
create function casework.receive_referral(referral_id uuid, at timestamptz) returns table (
  id uuid, version integer, received_at timestamptz, received_by uuid
) language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '')::uuid[];
begin
  update casework.referral r set received_at = at, received_by = staff
  where r.insurer_id = insurer and r.id = referral_id and r.received_at is null
    and (r.to_staff_id = staff or r.to_centre_id = any (centres));
  if found then
    update platform.task t set state = 'done', is_new = false, done_at = at, done_by = staff
    from casework.referral r
    where r.insurer_id = insurer and r.id = referral_id and t.insurer_id = insurer and t.id = r.task_id
      and t.state in ('open', 'waiting');
  end if;
  return query select r.id, r.version, r.received_at, r.received_by from casework.referral r
    where r.insurer_id = insurer and r.id = referral_id and (r.to_staff_id = staff or r.to_centre_id = any (centres));
end $$;
comment on function casework.receive_referral is 'receipt of a referral by whom it is addressed to; a repeated call changes nothing';
alter function casework.receive_referral owner to meguri_doors;
revoke execute on function casework.receive_referral from public;
grant execute on function casework.receive_referral to meguri_app;
