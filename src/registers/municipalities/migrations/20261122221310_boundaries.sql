-- 行政区域の境界 (国土数値情報 N03): published reference without a tenant. A set is one file: a prefecture or the nation on a day. Borders
-- are arcs shared by the areas on both sides, so that wards can be dissolved into their city without slivers.

create table registers.boundary_set (
  id uuid primary key default uuidv7(),
  area_code text not null check (area_code ~ '^[0-9]{6}$'),
  as_of date not null,
  transform jsonb not null,
  arcs jsonb not null,
  left_out integer not null default 0,
  release_id uuid not null references platform.dataset_release,
  unique (area_code, as_of)
);
comment on table registers.boundary_set is 'one file of boundaries: what area, of when, and the arcs its areas share';
comment on column registers.boundary_set.id is 'names the set in routes';
comment on column registers.boundary_set.area_code is 'six digits of the prefecture; 000000 the nation';
comment on column registers.boundary_set.as_of is 'the day whose areas these are, from the name of the file';
comment on column registers.boundary_set.transform is 'degrees = number × scale + translate, longitude first';
comment on column registers.boundary_set.arcs is 'TopoJSON arcs: the first point, then the steps, whole numbers';
comment on column registers.boundary_set.left_out is 'areas of the file without a code (所属未定地), not stored';
comment on column registers.boundary_set.release_id is 'the file';

create table registers.boundary (
  set_id uuid not null references registers.boundary_set on delete cascade,
  code text not null check (code ~ '^[0-9]{6}$'),
  name text not null,
  city_name text,
  prefecture_code text not null check (prefecture_code ~ '^[0-9]{6}$'),
  polygons jsonb not null,
  outline text not null,
  primary key (set_id, code)
);
comment on table registers.boundary is 'municipalities and wards of designated cities as shapes of a set';
comment on column registers.boundary.set_id is 'the file';
comment on column registers.boundary.code is 'six digits, of the day of the set';
comment on column registers.boundary.name is 'as the file writes it: 中央区, 高松市';
comment on column registers.boundary.city_name is 'the designated city of a ward: 札幌市; null otherwise';
comment on column registers.boundary.prefecture_code is 'six digits';
comment on column registers.boundary.polygons is 'polygons, rings, indexes of arcs of the set; ~index walks an arc backwards';
comment on column registers.boundary.outline is 'rings, points and a hash of them: tells whether a newer file changes the shape';

grant select on registers.boundary_set, registers.boundary to meguri_app, meguri_doors, meguri_readonly;
grant select, insert, update, delete on registers.boundary_set, registers.boundary to meguri_reference;
