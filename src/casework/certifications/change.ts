import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, forbidden, invalid, notFound, Problem } from '../../platform/errors/index.ts'
import type { Certification } from './answers.ts'
import { applicationErrors, cardErrors } from './enter.ts'
import { followDecision } from './follow.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { periodOfDecision, refuseSameStart } from './period.ts'
import { abilitiesOn, certificationIn, type Person, personIn } from './read.ts'
import type { ChangeBody, CloseBody, DecideBody, PostponeBody, WithdrawBody } from './schema.ts'
import { byId, type StoredCertification, updateStatement, WRITTEN, type Written } from './store.ts'
import { refreshTasks } from './tasks.ts'

type Deed = 'change' | 'decide' | 'withdraw' | 'close' | 'postpone'
type Next = (
  tx: Tx,
  stored: StoredCertification,
  person: Person,
) => Promise<Partial<Written>> | Partial<Written>

const REFUSED: Record<Deed, string> = {
  change: '保険者の決定や、終わった記録は、この職では直せません。誤りは保険者の認定担当に知らせてください。',
  decide: '申請中の記録ではありません。一覧を開き直してください。',
  withdraw: '取り下げられるのは、申請中の記録と、被保険者証で確認した記録です。',
  close: '申請中か認定済みの記録だけを、却下・取消にできます。',
  postpone: '申請中の記録ではありません。一覧を開き直してください。',
}

/**
 * One deed on a record: row locked, version and right checked, stored, tasks and other areas made to follow.
 * @throws 404 · 409 with the stored record · 403/409 the record's state does not allow it · 422 fields
 */
async function deed(work: Work, id: string, version: number, name: Deed, next: Next): Promise<Certification> {
  work.about('certification', id)
  return work.write(async (tx) => {
    const { text, values } = byId(work.actor, work.today, id)
    const [seen] = await tx.query<{ id: string }>(text, values)
    if (!seen) throw notFound()
    await tx.query('select id from casework.certification where insurer_id = $1 and id = $2 for update', [
      work.actor.insurerId,
      id,
    ])
    const [stored] = await tx.query<StoredCertification>(text, values)
    if (!stored) throw notFound()
    work.touched(stored.personId)
    if (stored.version !== version) throw conflict(await certificationIn(tx, work, id))
    if (!abilitiesOn(stored, work.actor).includes(name)) throw refusal(name, stored, work)
    const person = await personIn(tx, work, stored.personId)
    const written = { ...writtenOf(stored), ...(await next(tx, stored, person)) }
    const update = updateStatement(work.actor.insurerId, id, written)
    const changed = await tx.query(update.text, update.values)
    if (changed.length === 0) throw forbidden()
    await refreshTasks(tx, work, person)
    if (written.state === 'decided') await followDecision(tx, work, person, id, written)
    return certificationIn(tx, work, id)
  })
}

const refusal = (name: Deed, { basis, state }: StoredCertification, { actor }: Work) =>
  actor.reach !== 'insurer' && (basis === 'decision' || (basis === 'application' && state !== 'received'))
    ? new Problem('certification.municipality-decides', 403, 'この記録は市町村のものです', {
        detail: REFUSED.change,
      })
    : new Problem('certification.state', 409, 'この記録には、もうその操作ができません', {
        detail: REFUSED[name],
      })

const writtenOf = (stored: StoredCertification): Written =>
  Object.fromEntries(
    Object.keys(WRITTEN).map((field) => [field, stored[field as keyof Written]]),
  ) as unknown as Written

/** Corrects a record. A period that the municipality decided is computed anew from its parts. */
export const changeCertification = (work: Work, id: string, body: ChangeBody): Promise<Certification> => {
  const { version, movedInOn, ...sent } = body
  refuseIndividualNumbers({ note: body.note })
  return deed(work, id, version, 'change', async (tx, stored, person) => {
    const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
    const row = { ...writtenOf(stored), ...(given as Partial<Written>) }
    const errors = [
      ...applicationErrors(row, work.today),
      ...(stored.basis === 'card' ? cardErrors(row, work.today) : []),
    ]
    if (errors.length > 0) throw invalid(errors)
    if (row.state !== 'decided') return { ...row, level: null, validFrom: null, validTo: null, months: null }
    if (row.level === null || (row.decidedOn === null && stored.basis !== 'card')) throw incomplete()
    if (stored.basis === 'card') {
      if (row.validFrom === null || row.validTo === null || row.confirmedOn === null) throw incomplete()
      await refuseSameStart(tx, work, person.id, id, row.validFrom)
      return { ...row, months: null }
    }
    const period = await periodOfDecision(tx, work, person, {
      id,
      kind: row.kind,
      appliedOn: row.appliedOn,
      decidedOn: row.decidedOn ?? work.today,
      level: row.level,
      months: given.months === undefined ? stored.months : row.months,
      movedInOn: movedInOn ?? (stored.kind === 'movedIn' ? stored.validFrom : null),
      specifiedDisease: row.specifiedDisease,
    })
    return { ...row, ...period }
  })
}

const incomplete = () =>
  invalid([
    {
      path: 'level',
      code: 'missing',
      message:
        '認定の内容: 区分・認定年月日・有効期間を空にはできません。取り消すときは「取消」を選んでください。',
    },
  ])

/** 決定 of an open application by the municipality. */
export const decideCertification = (work: Work, id: string, body: DecideBody): Promise<Certification> => {
  const { version, months, movedInOn, ...said } = body
  return deed(work, id, version, 'decide', async (tx, stored, person) => {
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
    const specifiedDisease = said.specifiedDisease ?? stored.specifiedDisease
    const period = await periodOfDecision(tx, work, person, {
      id,
      kind: stored.kind,
      appliedOn: stored.appliedOn,
      decidedOn: body.decidedOn,
      level: body.level,
      months: months ?? null,
      movedInOn: movedInOn ?? null,
      specifiedDisease,
    })
    return { ...given, ...period, specifiedDisease, state: 'decided', basis: 'decision' }
  })
}

/** 取下げ of an application, or of an entry by card that was a mistake. */
export const withdrawCertification = (work: Work, id: string, body: WithdrawBody): Promise<Certification> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'withdraw', (_tx, stored) => {
    refuseDay('on', '取り下げた日', body.on, stored.appliedOn, work.today)
    return { state: 'withdrawn', closedOn: body.on, closedReason: body.reason }
  })
}

/** 却下 of an application, 取消 of a decided 認定. */
export const closeCertification = (work: Work, id: string, body: CloseBody): Promise<Certification> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'close', (_tx, stored) => {
    refuseDay(
      'on',
      body.outcome === 'rejected' ? '却下した日' : '取り消した日',
      body.on,
      stored.appliedOn,
      work.today,
    )
    const wants = body.outcome === 'rejected' ? 'received' : 'decided'
    if (stored.state !== wants)
      throw invalid([
        {
          path: 'outcome',
          code: 'state',
          message:
            body.outcome === 'rejected'
              ? '却下できるのは申請中の記録です。認定を無くすときは「取消」を選んでください。'
              : '取り消せるのは認定された記録です。申請中のものは「却下」か「取下げ」を選んでください。',
        },
      ])
    const endedOn = body.outcome === 'cancelled' ? (body.endedOn ?? null) : null
    if (
      endedOn !== null &&
      stored.validFrom !== null &&
      (endedOn < stored.validFrom || endedOn > (stored.validTo ?? endedOn))
    )
      throw invalid([
        {
          path: 'endedOn',
          code: 'outside',
          message:
            '効力の最後の日: 有効期間の中の日を入力してください。初めから無かったものとするときは空にします。',
        },
      ])
    return { state: body.outcome, closedOn: body.on, closedReason: body.reason, endedOn }
  })
}

function refuseDay(path: string, label: string, on: string, appliedOn: string | null, today: string): void {
  if (on > today)
    throw invalid([
      { path, code: 'future', message: `${label}: 先の日付です。その日が来てから記録してください。` },
    ])
  if (appliedOn !== null && on < appliedOn)
    throw invalid([
      { path, code: 'order', message: `${label}: 申請の受付日より前です。日付を確かめてください。` },
    ])
}

/** 延期通知 (CRT-06): told within the 30 days, with the day until which it will take and why. */
export const postponeDecision = (work: Work, id: string, body: PostponeBody): Promise<Certification> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'postpone', (_tx, stored) => {
    refuseDay('toldOn', '延期を通知した日', body.toldOn, stored.appliedOn, work.today)
    if (body.to <= body.toldOn)
      throw invalid([
        { path: 'to', code: 'order', message: '処理見込みの日: 通知した日より後の日を入力してください。' },
      ])
    return { postponedTo: body.to, postponedReason: body.reason, postponementToldOn: body.toldOn }
  })
}
