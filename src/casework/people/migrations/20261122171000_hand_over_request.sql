/*
 照会, second half: asks the centre that looks after somebody to hand the person over. Whoever asks has given the whole name
 and the birth date again and learns nothing new: no id comes back. The responsible centre gets a task with the reason;
 it decides. Locked people and people under 支援措置 are never found here, as in who_looks_after.
 Returns {outcome: 'asked' | 'already-asked' | 'not-found' | 'own-centre' | 'no-receiver'}.
*/
create function casework.request_hand_over(name text, kana text, born date, centre text, due date, reason text)
  returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  own constant uuid[] := nullif(current_setting('meguri.centres', true), '');
  found uuid[];
  person casework.person;
  receiver uuid;
  asker text;
begin
  perform platform.need_casework_reach();
  select array_agg(l.person_id) into found from casework.who_looks_after($1, $2, $3) l where l.centre_name = $4;
  if cardinality(found) is distinct from 1 then
    return jsonb_build_object('outcome', 'not-found');
  end if;
  select * into person from casework.person p where p.insurer_id = insurer and p.id = found[1];
  if person.centre_id = any (own) then
    return jsonb_build_object('outcome', 'own-centre');
  end if;
  if exists (select from platform.task t where t.insurer_id = insurer and t.person_id = person.id
    and t.kind = 'person.hand-over-request' and t.created_by = staff and t.state in ('open', 'waiting')) then
    return jsonb_build_object('outcome', 'already-asked', 'personId', person.id);
  end if;
  select o.staff_id into receiver from registers.post o
    where o.insurer_id = insurer and o.centre_id = person.centre_id and o.valid_from <= today
      and (o.valid_to is null or o.valid_to >= today)
      and (o.staff_id = person.staff_id or o.role in ('centreManager', 'centreStaff', 'coreCentreStaff', 'planner'))
    order by (o.staff_id = person.staff_id) desc nulls last, (o.role = 'centreManager') desc, o.staff_id limit 1;
  if receiver is null then
    return jsonb_build_object('outcome', 'no-receiver', 'personId', person.id);
  end if;
  select coalesce(c.short_name || ' ', '') || s.name into asker from registers.staff s
    left join registers.post o on o.insurer_id = insurer and o.staff_id = s.id and o.valid_from <= today
      and (o.valid_to is null or o.valid_to >= today)
    left join registers.centre c on c.insurer_id = insurer and c.id = o.centre_id
    where s.insurer_id = insurer and s.id = staff order by c.short_name limit 1;
  insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, handed_by, handed_at,
    source_type, source_id, created_by)
  values (insurer, person.id, person.centre_id, receiver, 'person.hand-over-request',
    '引き継ぎの依頼(' || coalesce(asker, '職員') || '): ' || reason, due, true, staff, now(), 'person', person.id, staff);
  return jsonb_build_object('outcome', 'asked', 'personId', person.id);
end $$;
comment on function casework.request_hand_over is 'door: asks the responsible centre to hand over a person known by whole name and birth date';
alter function casework.request_hand_over(text, text, date, text, date, text) owner to meguri_doors;
revoke execute on function casework.request_hand_over(text, text, date, text, date, text) from public;
grant execute on function casework.request_hand_over(text, text, date, text, date, text) to meguri_app;
