import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, notFound, Problem } from '../../platform/errors/index.ts'
import { allSettings } from './find.ts'
import { sourceOf } from './ordinance.ts'
import { OF_KEY, ONE, type ProposalRow, shownProposal } from './proposal-row.ts'
import type { Proposal, ProposeSetting, Setting } from './schema.ts'
import { changeable, checkedValue, dayTaken, findSetting } from './service.ts'

/** Proposals of a setting with what became of them, newest first. @throws Problem 404 */
export async function listProposals(work: Work, key: string): Promise<Proposal[]> {
  const definition = (await allSettings()).get(key)
  if (!definition) throw notFound()
  const { insurerId, staffId } = work.actor
  const [found] = await work.flight([{ text: OF_KEY, values: [insurerId, staffId, key] }])
  const { dated } = await findSetting(work, definition)
  return (found as ProposalRow[]).map((row) => shownProposal(row, definition, dated, work.actor))
}

/**
 * Proposes a dated value, its correction or its removal; nothing is in force by it.
 * @throws Problem 404 · 403 · 422 value, or the day is taken · 409 changed meanwhile, another proposal waits, or one person decides it
 */
export async function proposeSetting(work: Work, key: string, entry: ProposeSetting): Promise<Setting> {
  const definition = await changeable(work, key)
  if (definition.approval !== 'two')
    throw new Problem('settings.needs-no-second', 409, 'ひとりで決められる設定です', {
      detail: `「${definition.title}」には承認が要りません。「値を加える」から入力してください。`,
    })
  const { operation, from, ordinance, note } = entry
  const value = operation === 'remove' ? null : JSON.stringify(checkedValue(definition, entry.value))
  const row = operation === 'add' ? { id: null, version: null } : entry
  const { title, number, article } = ordinance
  await work.write(async (tx) => {
    const [answer] = await tx.query<{ outcome: string; id: string | null }>(
      'select outcome, id from registers.propose_setting($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [operation, row.id, row.version, key, from, value, title, number, article, sourceOf(ordinance), note],
    )
    work.about('setting-proposal', answer?.id ?? undefined, { key, operation, from })
    if (answer?.outcome === 'proposed') return
    if (answer?.outcome === 'taken') throw dayTaken()
    if (answer?.outcome === 'pending') throw waitingFor(await oneIn(tx, work, answer.id))
    throw conflict(await findSetting(work, definition))
  })
  return findSetting(work, definition)
}

const oneIn = async (tx: Tx, { actor }: Work, id: string | null): Promise<ProposalRow | undefined> =>
  (await tx.query<ProposalRow>(ONE, [actor.insurerId, actor.staffId, id]))[0]

/** Says whose proposal is in the way and what can be done about it. */
function waitingFor(other: ProposalRow | undefined): Problem {
  const whose = other?.isMine ? 'あなた' : `${other?.proposedBy ?? 'ほかの職員'}さん`
  const what = other?.isMine
    ? '先の提案を取り下げるか、決まるのを待ってから、もう一度提案してください。'
    : '先の提案を承認するか差し戻してから、もう一度提案してください。'
  return new Problem('settings.proposal-waits', 409, '同じ日の提案が承認を待っています', {
    detail: `${other ? formatDate(other.from as IsoDate) : 'この日'}からの値は、${whose}の提案が先に出ています。${what}`,
  })
}

export type Decision = 'approved' | 'returned' | 'withdrawn'
type Outcome = Decision | 'decided' | 'own' | 'reset' | 'taken' | 'changed' | null

/**
 * A second officer approves or returns; the first may withdraw. The audit line names who proposed beside who decides.
 * @throws Problem 404 · 422 the value no longer fits · 409 decided before, one's own, lately reset, or the stored value moved on
 */
export async function decideProposal(
  work: Work,
  id: string,
  decision: Decision,
  reason: string | null = null,
): Promise<Setting> {
  work.about('setting-proposal', id, { decision })
  const [found] = await work.flight([{ text: ONE, values: [work.actor.insurerId, work.actor.staffId, id] }])
  const [asked] = found as ProposalRow[]
  if (!asked) throw notFound()
  const definition = await changeable(work, asked.key)
  work.about('setting-proposal', id, { key: asked.key, operation: asked.operation, from: asked.from })
  if (decision === 'approved' && asked.operation !== 'remove') checkedValue(definition, asked.value)
  await work.write(async (tx) => {
    const [row] = await tx.query<{ outcome: Outcome; proposedBy: string }>(
      `select registers.decide_setting($2, $3, $4) as outcome, p.proposed_by as "proposedBy"
       from registers.setting_proposal p where p.insurer_id = $1 and p.id = $2`,
      [work.actor.insurerId, id, decision, reason],
    )
    work.about('setting-proposal', id, { proposedBy: row?.proposedBy })
    if (row?.outcome !== decision) throw refusalOf(row?.outcome ?? null, decision)
  })
  return findSetting(work, definition)
}

function refusalOf(outcome: Outcome, decision: Decision): Problem {
  const told = (code: string, title: string, detail: string) =>
    new Problem(`settings.${code}`, 409, title, { detail })
  switch (outcome) {
    case null:
      return notFound()
    case 'own':
      return decision === 'withdrawn'
        ? told(
            'own',
            '取り下げられません',
            '取り下げられるのは提案した人だけです。「差し戻す」を選んでください。',
          )
        : told(
            'own',
            '提案した人は承認できません',
            'ほかの保険者職員が、根拠を確かめて承認します。内容を改めるときは、取り下げてから提案し直してください。',
          )
    case 'reset':
      return told(
        'recently-reset',
        'いまは決められません',
        '管理者があなたのパスワードか2要素を出し直してから、24時間たっていません。24時間たってから決めるか、ほかの保険者職員に頼んでください。',
      )
    case 'taken':
    case 'changed':
      return told(
        'moved-on',
        '提案のあとで値が変わりました',
        'この提案のもとになった値が、すでに変わっています。差し戻して、提案し直してもらってください。',
      )
    default:
      return told('decided', 'もう決まっています', 'ほかの人が先に決めました。画面を開き直してください。')
  }
}
