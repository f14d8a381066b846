-- The list by points, most first: those whom a visit should reach early.
create index checklist_points_of_centre on casework.checklist (insurer_id, centre_id, known_points, answered_on, id);
create index checklist_points_of_insurer on casework.checklist (insurer_id, known_points, answered_on, id);
