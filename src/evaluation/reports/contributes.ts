import './policy.ts'
import type { Contributes, NoticeSource } from '../../platform/contributes/index.ts'
import { SOURCE } from './words.ts'

/** How many of the reports `r` a new or overdue task of the reader already tells of. */
const TOLD = `count(*) filter (where exists (select from platform.task t where t.insurer_id = r.insurer_id
    and t.source_type = '${SOURCE}' and t.source_id = r.id and t.holder_id = $2 and t.state in ('open', 'waiting')
    and (t.is_new or t.due_on < current_setting('meguri.today')::date)))::int as told`

/** 月報の受理待ち of the officer. */
const toDecide: NoticeSource = {
  id: 'monthly-reports-to-decide',
  label: '受理を待つ月報',
  link: '/monthly-reports',
  may: 'monthly-report.decide',
  query: ({ insurerId, staffId }) => ({
    text: `select count(*)::int as count, ${TOLD} from evaluation.monthly_report r
      where r.insurer_id = $1 and r.state = 'confirmed' and r.centre_id is not null`,
    values: [insurerId, staffId],
  }),
}

/** Last month's reports that a manager has not confirmed, and whatever was sent back. */
const toConfirm: NoticeSource = {
  id: 'monthly-reports-to-confirm',
  label: '確定していない月報',
  link: '/monthly-reports',
  may: 'monthly-report.confirm',
  query: ({ insurerId, staffId, centreId }) => ({
    text: `with last (month) as (select (date_trunc('month', current_setting('meguri.today')::date) - interval '1 month')::date),
      r as (
        select k.insurer_id, m.id, m.state from registers.centre k cross join last
        left join evaluation.monthly_report m on m.insurer_id = k.insurer_id and m.centre_id = k.id and m.month = last.month
        where k.insurer_id = $1 and k.id = $3 and coalesce(m.state, 'draft') = 'draft'
        union all
        select m.insurer_id, m.id, m.state from evaluation.monthly_report m
        where m.insurer_id = $1 and m.centre_id = $3 and m.state = 'returned')
      select count(*)::int as count, ${TOLD} from r`,
    values: [insurerId, staffId, centreId],
  }),
}

export const contributes: Contributes = { notices: [toDecide, toConfirm] }
