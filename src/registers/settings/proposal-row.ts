import type { Actor } from '../../platform/access/index.ts'
import { asStated, changedBy, type SettingDefinition } from './definition.ts'
import type { Proposal } from './schema.ts'

export interface ProposalRow extends Omit<Proposal, 'oldValue' | 'oldFrom' | 'ordinance' | 'may'> {
  title: string
  number: string | null
  article: string | null
  isMine: boolean
}

const SELECT = `select p.id, p.key, p.operation, p.setting_id as "settingId", p.valid_from as "from", p.value,
    p.ordinance_title as title, p.ordinance_number as number, p.ordinance_article as article, p.source, p.note,
    b.name as "proposedBy", p.proposed_at as "proposedAt", d.name as "decidedBy", p.decided_at as "decidedAt",
    p.decision, p.reason, p.proposed_by = $2 as "isMine"
  from registers.setting_proposal p
  left join registers.staff b on b.insurer_id = p.insurer_id and b.id = p.proposed_by
  left join registers.staff d on d.insurer_id = p.insurer_id and d.id = p.decided_by
  where p.insurer_id = $1`

/** Of an insurer, with who reads: those that wait · all of one key, newest first · one. */
export const OPEN = `${SELECT} and p.decision is null order by p.valid_from, p.proposed_at`
export const OF_KEY = `${SELECT} and p.key = $3 order by p.proposed_at desc limit 200`
export const ONE = `${SELECT} and p.id = $3`

type DatedValue = { id: string; from: string; value: unknown }

/** A proposal beside what it would change. @param rows the own values of the setting, oldest first */
export function shownProposal(
  { title, number, article, isMine, ...row }: ProposalRow,
  definition: SettingDefinition,
  rows: readonly DatedValue[],
  actor: Actor,
): Proposal {
  const changed = rows.find(({ id }) => id === row.settingId)
  const before = rows.findLast(({ from }) => from <= row.from)
  const isOpen = row.decision === null && actor.role === changedBy(row.key)
  return {
    ...row,
    value: row.operation === 'remove' ? null : asStated(definition, row.value),
    ordinance: { title, number, article },
    oldValue: changed ? changed.value : before ? before.value : definition.initial,
    oldFrom: changed?.from ?? null,
    may: isOpen ? (isMine ? 'withdraw' : 'decide') : 'nothing',
  }
}
