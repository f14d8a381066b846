import { certificationValidity } from '../../law/casework/certification-validity.ts'
import { insuredAges } from '../../law/casework/insured-ages.ts'
import { inForce, NoValueInForce } from '../../law/in-force.ts'
import { addDays } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { type FieldError, invalid } from '../../platform/errors/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import { type Person, periodsIn } from './read.ts'
import { insuredType } from './rules/insured-type.ts'
import { type DiseaseCheck, diseaseCheck } from './rules/renewal.ts'
import { certificationPeriod, type Validity, type ValidityCase } from './rules/validity.ts'
import { maxRenewalOther, maxRenewalSame } from './settings.ts'

/** What a decision says, before its period is computed. */
export interface Decision {
  /** the row itself, when it is decided anew: it is not its own predecessor */
  id: string
  kind: string
  appliedOn: string | null
  decidedOn: string
  level: string
  months: number | null
  movedInOn: string | null
  specifiedDisease: string | null
}

export interface DecidedPeriod {
  validFrom: string | null
  validTo: string | null
  months: number | null
  isDefaultMonths: boolean
}

const none: DecidedPeriod = { validFrom: null, validTo: null, months: null, isDefaultMonths: false }

/**
 * The period that a decision of the municipality gives (CRT-04), after CRT-07 was asked. 非該当 has none.
 * @throws Problem 422 with the field, why, and what to do
 */
export async function periodOfDecision(
  tx: Tx,
  work: Work,
  person: Person,
  decision: Decision,
): Promise<DecidedPeriod> {
  const { appliedOn } = decision
  const errors = [...dayErrors(decision, work.today)]
  if (appliedOn !== null) errors.push(...diseaseErrors(person, appliedOn, decision.specifiedDisease))
  if (errors.length > 0) throw invalid(errors)
  if (decision.level === '01' || appliedOn === null) return none
  const begun = await startOf(tx, work, person, decision, appliedOn)
  const local = {
    renewalSame: maxRenewalSame,
    renewalOther: maxRenewalOther,
  } as const
  const which = begun.case
  const localMax =
    which === 'renewalSame' || which === 'renewalOther'
      ? await settingOn(tx, work.actor.insurerId, local[which], appliedOn)
      : null
  const found = certificationPeriod({
    case: which,
    startOn: begun.on,
    months: decision.months,
    national: nationalOn(appliedOn),
    localMax,
  }).value
  if (found.outcome === 'refused') throw invalid([monthsError(found)])
  await refuseSameStart(tx, work, person.id, decision.id, found.from)
  return { validFrom: found.from, validTo: found.to, months: found.months, isDefaultMonths: found.isDefault }
}

function* dayErrors({ appliedOn, decidedOn }: Decision, today: string): Iterable<FieldError> {
  if (appliedOn === null)
    yield {
      path: 'appliedOn',
      code: 'missing',
      message: '申請の受付日: 有効期間はこの日から決まります。受付日を入力してください。',
    }
  else if (decidedOn < appliedOn)
    yield {
      path: 'decidedOn',
      code: 'order',
      message: '認定年月日: 申請の受付日より前です。どちらかの日付を直してください。',
    }
  if (decidedOn > today)
    yield {
      path: 'decidedOn',
      code: 'future',
      message: '認定年月日: 先の日付です。決定した日を入力してください。',
    }
}

function diseaseErrors(person: Person, appliedOn: string, disease: string | null): FieldError[] {
  const type = insuredType(person, appliedOn, inForce(insuredAges, appliedOn).value).value
  const found = diseaseCheck(type, disease)
  return found === 'ok' ? [] : [DISEASE_ERRORS[found]]
}

const DISEASE_ERRORS: Record<Exclude<DiseaseCheck, 'ok'>, FieldError> = {
  unknown: {
    path: 'birthOn',
    code: 'insured-type',
    message: '被保険者の種別: 生年月日が分からないため決められません。先に生年月日を確認してください。',
  },
  notInsured: {
    path: 'birthOn',
    code: 'not-insured',
    message:
      '被保険者の種別: 申請日に被保険者ではありません。生年月日、被保険者番号、資格の期間を確かめてください。介護扶助だけの方（H番号）の認定は、介護保険では決定しません。',
  },
  diseaseMissing: {
    path: 'specifiedDisease',
    code: 'disease',
    message:
      '特定疾病: 申請日に65歳未満（第2号被保険者）です。特定疾病がなければ認定は決められません。主治医意見書を確認して選んでください。',
  },
}

function nationalOn(appliedOn: string) {
  try {
    return inForce(certificationValidity, appliedOn)
  } catch (error) {
    if (!(error instanceof NoValueInForce)) throw error
    throw invalid([
      {
        path: 'appliedOn',
        code: 'before-history',
        message:
          '申請の受付日: 平成30年4月より前の申請は、有効期間の定めを持っていません。被保険者証の期間を「被保険者証で確認」として記録してください。',
      },
    ])
  }
}

/** First day and case: 新規・区分変更 from the application, 更新 from the eve's next day, 転入 from moving in. */
async function startOf(
  tx: Tx,
  work: Work,
  person: Person,
  decision: Decision,
  appliedOn: string,
): Promise<{ on: string; case: ValidityCase }> {
  const { kind, level } = decision
  if (kind === 'movedIn') {
    if (decision.movedInOn === null)
      throw invalid([
        {
          path: 'movedInOn',
          code: 'missing',
          message: '転入した日: 転入の認定はこの日から始まります。入力してください。',
        },
      ])
    return { on: decision.movedInOn, case: 'new' }
  }
  if (kind !== 'renewal') return { on: appliedOn, case: kind === 'new' ? 'new' : 'change' }
  const before = (await periodsIn(tx, work.actor.insurerId, person.id)).findLast(
    ({ id, validFrom }) => id !== decision.id && validFrom <= appliedOn,
  )
  if (!before || before.lastDay < appliedOn)
    throw invalid([
      {
        path: 'kind',
        code: 'no-previous',
        message: before
          ? '申請区分: 前の認定は申請の受付日より前に終わっています。新規申請として記録してください。'
          : '申請区分: 更新の前の認定が記録にありません。先に前の認定を「被保険者証で確認」として記録してください。',
      },
    ])
  return { on: addDays(before.lastDay, 1), case: before.level === level ? 'renewalSame' : 'renewalOther' }
}

function monthsError({ reason, limits }: Extract<Validity, { outcome: 'refused' }>): FieldError {
  const why = {
    belowMinimum: `有効期間: 下限は${limits.min}か月です。`,
    aboveNationalMaximum: `有効期間: 上限は${limits.max}か月です。`,
    aboveLocalMaximum: `有効期間: この市町村の上限は${limits.max}か月です。`,
    localBelowMinimum: `有効期間: この市町村の上限（${limits.max}か月）が、国の下限（${limits.min}か月）より短くなっています。設定の上限を直してください。`,
    notWhole: '有効期間: 月数を整数で入力してください。',
  }[reason]
  if (reason === 'localBelowMinimum') return { path: 'months', code: reason, message: why }
  return {
    path: 'months',
    code: reason,
    message: `${why}${limits.min}～${limits.max}か月で入力してください。`,
  }
}

/** Two periods of a person cannot begin on one day. @throws Problem 422 */
export async function refuseSameStart(
  tx: Tx,
  work: Work,
  personId: string,
  id: string,
  validFrom: string,
): Promise<void> {
  const found = await tx.query(
    `select 1 from casework.certification where insurer_id = $1 and person_id = $2 and id <> $3 and valid_from = $4
       and state = 'decided'`,
    [work.actor.insurerId, personId, id, validFrom],
  )
  if (found.length > 0)
    throw invalid([
      {
        path: 'validFrom',
        code: 'taken',
        message:
          '有効期間の始まり: 同じ日に始まる認定がすでにあります。その記録を開いて、直すか取り消してください。',
      },
    ])
}
