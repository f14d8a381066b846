-- A city's directory speaks for the staff of that city alone. Accounts of other insurers live in the same installation, and what
-- a directory says of a staff number is its administrators' word.
create function identity.insurer_of_directory(number text) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select min(i.insurer_id) from registers.insurer i where number is null or i.insurer_number = number
    having count(*) = 1);
end $$;
comment on function identity.insurer_of_directory is 'insurer of that number, or the only one there is; null: none, or more than one';
grant create on schema identity to meguri_doors;
alter function identity.insurer_of_directory owner to meguri_doors;
revoke create on schema identity from meguri_doors;
revoke execute on function identity.insurer_of_directory from public;
grant execute on function identity.insurer_of_directory to meguri_identity;
