-- Whoever writes a person: the address and telephone of somebody under 支援措置 never stay in casework.person.

create function casework.keep_address_apart() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not new.is_protected then
    return new;
  end if;
  if coalesce(new.address_rest, new.building, new.phone, new.postal_code) is not null or new.town_id is not null then
    insert into casework.person_protected as kept
      (insurer_id, person_id, postal_code, town_id, address_rest, building, phone, protected_from)
    values (new.insurer_id, new.id, new.postal_code, new.town_id, new.address_rest, new.building, new.phone,
      coalesce((select nullif(current_setting('meguri.today', true), ''))::date, current_date))
    on conflict (insurer_id, person_id) do update set
      postal_code = coalesce(excluded.postal_code, kept.postal_code), town_id = coalesce(excluded.town_id, kept.town_id),
      address_rest = coalesce(excluded.address_rest, kept.address_rest), building = coalesce(excluded.building, kept.building),
      phone = coalesce(excluded.phone, kept.phone);
  end if;
  new.postal_code := null;
  new.town_id := null;
  new.address_rest := null;
  new.building := null;
  new.phone := null;
  new.address_fold := '';
  new.phone_fold := '';
  return new;
end $$;
alter function casework.keep_address_apart() owner to meguri_doors;
revoke execute on function casework.keep_address_apart() from public;
-- after the insert for new rows: the protected row refers to the person
create trigger keep_address_apart before update on casework.person
  for each row execute function casework.keep_address_apart();

create function casework.move_address_apart() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update casework.person set updated_at = updated_at where insurer_id = new.insurer_id and id = new.id;
  return null;
end $$;
alter function casework.move_address_apart() owner to meguri_doors;
revoke execute on function casework.move_address_apart() from public;
create trigger move_address_apart after insert on casework.person
  for each row when (new.is_protected and coalesce(new.address_rest, new.building, new.phone, new.postal_code, new.town_id::text) is not null)
  execute function casework.move_address_apart();

-- the earlier rows of somebody who becomes protected lose the address as well
create function casework.forget_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.history
    set row = row - array['postal_code', 'town_id', 'address_rest', 'building', 'phone', 'address_fold', 'phone_fold']
    where insurer_id = new.insurer_id and table_name = 'casework.person' and row_id = new.id;
  return null;
end $$;
alter function casework.forget_address() owner to meguri_doors;
revoke execute on function casework.forget_address() from public;
create trigger forget_address after update on casework.person
  for each row when (new.is_protected) execute function casework.forget_address();
