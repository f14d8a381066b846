import pg from 'pg'
import { ROLES } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound, Problem } from '../../platform/errors/index.ts'
import type { PostRequest } from './schema.ts'

const LIST = `
  select r.id, f.staff_number as "staffNumber", f.name as "staffName", r.role, coalesce(c.name, o.name) as place,
    r.valid_from as "validFrom", r.valid_to as "validTo", r.reason, q.name as "requestedBy", r.requested_at as "requestedAt",
    d.name as "decidedBy", r.decided_at as "decidedAt", r.decision,
    case when r.decision is not null then 'nothing' when r.requested_by = $2 then 'withdraw'
      when r.staff_id = $2 then 'nothing' else 'decide' end as may
  from registers.post_request r
  join registers.staff f on f.insurer_id = r.insurer_id and f.id = r.staff_id
  left join registers.staff q on q.insurer_id = r.insurer_id and q.id = r.requested_by
  left join registers.staff d on d.insurer_id = r.insurer_id and d.id = r.decided_by
  left join registers.centre c on c.insurer_id = r.insurer_id and c.id = r.centre_id
  left join registers.organisation o on o.insurer_id = r.insurer_id and o.id = r.organisation_id
  where r.insurer_id = $1
  order by r.decision is not null, r.requested_at desc, r.id limit 200`

const labels: Record<string, { label: string }> = ROLES

/** Posts that wait for a second person, then the last that were decided. */
export async function listRequests(work: Work): Promise<PostRequest[]> {
  const { insurerId, staffId } = work.actor
  const [rows] = (await work.flight([{ text: LIST, values: [insurerId, staffId] }])) as [
    Omit<PostRequest, 'roleLabel'>[],
  ]
  work.about('post-request', undefined, { count: rows.length })
  return rows.map((row) => ({ ...row, roleLabel: labels[row.role]?.label ?? row.role }))
}

type Outcome = 'decided' | 'own' | 'reset' | 'confirmed' | 'refused' | 'withdrawn' | null

/** Confirms, refuses or withdraws; the audit line names who asked beside who decided. @throws notFound · invalid · Problem 409 */
export async function decideRequest(
  work: Work,
  { id, decision }: { id: string; decision: 'confirmed' | 'refused' | 'withdrawn' },
): Promise<void> {
  work.about('post-request', id, { decision })
  const outcome = await explained(
    work.write(async (tx) => {
      const [asked] = await tx.query<{ requested_by: string; staff_id: string; role: string }>(
        'select requested_by, staff_id, role from registers.post_request where insurer_id = $1 and id = $2',
        [work.actor.insurerId, id],
      )
      if (!asked) throw notFound()
      work.about('post-request', id, {
        requestedBy: asked.requested_by,
        staffId: asked.staff_id,
        role: asked.role,
      })
      const [row] = await tx.query<{ outcome: Outcome }>('select registers.decide_post($1, $2) as outcome', [
        id,
        decision,
      ])
      return row?.outcome ?? null
    }),
  )
  if (outcome === null) throw notFound()
  if (outcome === 'own') {
    const message =
      decision === 'withdrawn'
        ? '取り下げられるのは、頼んだ人だけです。「断る」を選んでください。'
        : '頼んだ人と、職を受ける本人は確認できません。ほかの管理者か保険者職員に頼んでください。'
    throw invalid([{ path: 'decision', code: 'own', message }])
  }
  if (outcome === 'reset') {
    throw new Problem('staff.recently-reset', 409, 'いまは職を決められません', {
      detail:
        '管理者があなたのパスワードか2要素を出し直してから、24時間たっていません。24時間たってから決めるか、ほかの管理者か保険者職員に頼んでください。出し直しに心当たりがなければ、監査の担当者に知らせてください。',
    })
  }
  if (outcome === 'decided') {
    throw new Problem('staff.request-decided', 409, 'もう決まっています', {
      detail: 'ほかの人が先に決めました。一覧を開き直してください。',
    })
  }
}

async function explained<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '23P01') throw error
    const message = '頼まれたあとに、同じ職が加わりました。この頼みは断ってください。'
    throw invalid([{ path: 'decision', code: 'overlaps', message }])
  }
}
