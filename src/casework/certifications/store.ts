/**
 * Every period of a person's 認定 with its last day in force: the decided one, cut by a cancellation or by the eve of the next
 * 認定. $1 insurer, $2 person.
 */
export const IN_FORCE = `select c.id, c.level, c.kind, c.basis, c.decided_on as "decidedOn", c.valid_from as "validFrom",
    c.valid_to as "validTo", least(c.valid_to, c.ended_on, (lead(c.valid_from) over (order by c.valid_from)) - 1) as "lastDay"
  from casework.certification c
  where c.insurer_id = $1 and c.person_id = $2 and c.level <> '01' and c.valid_from is not null
    and (c.state = 'decided' or (c.state = 'cancelled' and c.ended_on >= c.valid_from))`
