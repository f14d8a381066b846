import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../platform/calendar/index.ts'
import { lastDayOfMonths } from './months.ts'
import { defaultSettings, type RegistrationInput, registrationOf } from './registration.ts'

/** 2025-05-08 「基準に該当」, 第1号, no 認定, 届出 2025-05-12, registered 2025-05-14. */
const base: RegistrationInput = {
  judgement: 'target',
  insuredType: 'category1Insured',
  checklistOn: '2025-05-08',
  notificationOn: '2025-05-12',
  decision: { by: 'municipality', on: '2025-05-14' },
  certifications: [],
  settings: defaultSettings,
  end: null,
}
const of = (change: Partial<RegistrationInput>) => registrationOf({ ...base, ...change }).value
const refused = (...reasons: string[]) => ({ outcome: 'refused', reasons })
const support = { level: 'support', from: '2024-07-01', to: '2025-06-30' } as const

describe('CHK-05 事業対象者の登録', () => {
  it('CHK-05-a 届出がなければ、事業対象者ではなく届出待ち', () => {
    expect(of({ notificationOn: null, decision: null })).toEqual({
      outcome: 'waiting',
      state: 'awaitingNotification',
    })
  })

  it('CHK-05-b 届出と登録があれば、実施日から', () => {
    expect(of({})).toEqual({
      outcome: 'registered',
      from: '2025-05-08',
      to: null,
      endReason: null,
      reviewDue: null,
    })
  })

  it('CHK-05-c 市町村の設定が登録日なら、登録日から', () => {
    expect(of({ settings: { start: 'registrationDate', reviewMonths: null } })).toMatchObject({
      from: '2025-05-14',
    })
  })

  it('CHK-05-d 市町村の期限が24か月なら、再確認は2027年5月7日まで', () => {
    expect(of({ settings: { start: 'checklistDate', reviewMonths: 24 } })).toMatchObject({
      from: '2025-05-08',
      to: null,
      reviewDue: '2027-05-07',
    })
  })

  it('再確認は、開始日が実施日より後でも、実施日から数える', () => {
    expect(of({ settings: { start: 'registrationDate', reviewMonths: 24 } })).toMatchObject({
      from: '2025-05-14',
      reviewDue: '2027-05-07',
    })
  })

  it('CHK-05-e 要支援1の認定で、効力が生じる日の前日に終わる', () => {
    expect(
      of({ end: { reason: 'certification', level: 'support', effectiveFrom: '2025-09-03' } }),
    ).toMatchObject({ from: '2025-05-08', to: '2025-09-02', endReason: 'certification' })
  })

  it('CHK-05-f 要支援の有効期間中なら、その終わりの翌日から', () => {
    expect(
      of({
        certifications: [support],
        notificationOn: '2025-05-26',
        decision: { by: 'municipality', on: '2025-05-28' },
      }),
    ).toMatchObject({ outcome: 'registered', from: '2025-07-01' })
  })

  it('CHK-05-g 第2号被保険者は対象外として断る', () => {
    expect(of({ insuredType: 'category2Insured', judgement: 'notApplicable' })).toEqual(
      refused('notApplicable'),
    )
    expect(of({ insuredType: 'category2Insured' })).toEqual(refused('notApplicable')) // whatever the judgement says
  })

  it.each(['centre', 'contractedOffice'] as const)('CHK-05-h %s の登録は断る: 登録は市町村が行う', (by) => {
    expect(of({ decision: { by, on: '2025-05-14' } })).toEqual(refused('municipalityRegisters'))
    expect(of({ decision: { by, on: '2025-05-14' }, notificationOn: null })).toEqual(
      refused('municipalityRegisters'),
    )
  })

  it('届出があって登録がまだなら、登録を待つ', () => {
    expect(of({ decision: null })).toEqual({ outcome: 'waiting', state: 'notificationAccepted' })
  })

  it.each([
    ['非該当', { judgement: 'notTarget' }, 'criteriaNotMet'],
    ['判定できない', { judgement: 'undetermined' }, 'criteriaUndetermined'],
    ['種別が不明', { insuredType: null }, 'insuredTypeUnknown'],
    ['実施日が不明', { checklistOn: null }, 'checklistDateUnknown'],
    ['届出より前の登録', { decision: { by: 'municipality', on: '2025-05-11' } }, 'decidedBeforeNotification'],
    ['要介護の有効期間中', { certifications: [{ ...support, level: 'care' }] }, 'careLevelRuns'],
    ['要支援の終わりが不明', { certifications: [{ ...support, to: null }] }, 'certificationEndUnknown'],
    [
      '要介護になり、終了日が未定',
      { end: { reason: 'certification', level: 'care', lastDay: null } },
      'careLevelEndNotSettled',
    ],
    ['開始日より前の終了', { end: { reason: 'died', lastDay: '2025-05-07' } }, 'endBeforeStart'],
  ] as const)('%sでは断る', (_, change, reason) => {
    expect(of(change)).toEqual(refused(reason))
  })

  it('断る理由は、あるだけすべて示す', () => {
    expect(
      of({ judgement: 'notTarget', insuredType: null, decision: { by: 'centre', on: '2025-05-07' } }),
    ).toEqual(
      refused(
        'insuredTypeUnknown',
        'criteriaNotMet',
        'municipalityRegisters',
        'decidedBeforeChecklist',
        'decidedBeforeNotification',
      ),
    )
  })

  it.each([
    ['実施日の前日に終わった要支援', '2025-05-07', '2025-05-08'],
    ['実施日に終わる要支援', '2025-05-08', '2025-05-09'],
    ['実施日の翌日に終わる要支援', '2025-05-09', '2025-05-10'],
  ])('%s（%s）→ 開始は %s', (_, to, from) => {
    expect(of({ certifications: [{ ...support, to }] })).toMatchObject({ from })
  })

  it.each([
    ['前日', '2025-05-11', 'refused'],
    ['当日', '2025-05-12', 'registered'],
    ['翌日', '2025-05-13', 'registered'],
  ])('届出の%sの登録', (_, on, outcome) => {
    expect(of({ decision: { by: 'municipality', on } }).outcome).toBe(outcome)
  })

  it('開始日に終わる一日だけの登録もある', () => {
    expect(of({ end: { reason: 'movedOut', lastDay: '2025-05-08' } })).toMatchObject({
      from: '2025-05-08',
      to: '2025-05-08',
      endReason: 'movedOut',
    })
    expect(of({ end: { reason: 'certification', level: 'support', effectiveFrom: '2025-05-08' } })).toEqual(
      refused('endBeforeStart'),
    )
  })

  it.each([
    ['終わりの理由があり、最後の日が不明', { reason: 'died', lastDay: null }, 'endDayUnknown'],
    ['転出の日が不明', { reason: 'movedOut', lastDay: null }, 'endDayUnknown'],
    ['認定の区分が不明', { reason: 'certification', level: null }, 'endLevelUnknown'],
    [
      '要支援の効力の始まりが不明',
      { reason: 'certification', level: 'support', effectiveFrom: null },
      'supportStartUnknown',
    ],
  ] as const)('%sなら、続いているとは答えない', (_, end, reason) => {
    expect(of({ end })).toEqual(refused(reason))
  })

  const care = { level: 'care', from: '2025-05-10', to: '2026-05-31' } as const
  const later = { level: 'support', from: '2025-06-01', to: '2026-05-31' } as const
  it.each([
    ['登録日に要介護がある', [care], 'careLevelRuns'],
    ['登録日に要介護が始まる', [{ ...care, from: '2025-05-14' }], 'careLevelRuns'],
    ['登録日の翌日に要介護が始まる', [{ ...care, from: '2025-05-15' }], 'careLevelEndNotSettled'],
    [
      '登録日の前に終わった要介護が、開始日の後にある',
      [{ ...care, to: '2025-05-13' }],
      'careLevelEndNotSettled',
    ],
    ['要支援に続いて要介護が始まる', [support, { ...care, from: '2025-07-01' }], 'careLevelRuns'],
    ['同じく、並びが逆', [{ ...care, from: '2025-07-01' }, support], 'careLevelRuns'],
  ] as const)('%sときは、続く登録にしない', (_, certifications, reason) => {
    expect(of({ certifications })).toEqual(refused(reason))
  })

  it('要介護の後まで続くのは、最後の日を決めた認定の終わりだけ', () => {
    const end = (lastDay: string) => ({ reason: 'certification', level: 'care', lastDay }) as const
    expect(of({ certifications: [care], end: end('2025-05-20') })).toMatchObject({
      from: '2025-05-08',
      to: '2025-05-20',
      endReason: 'certification',
    })
    expect(of({ certifications: [care], end: { reason: 'died', lastDay: '2025-05-09' } })).toMatchObject({
      to: '2025-05-09',
      endReason: 'died',
    })
    expect(of({ certifications: [care], end: { reason: 'died', lastDay: '2025-05-10' } })).toEqual(
      refused('careLevelRuns'),
    )
  })

  it('開始日の後に始まる要支援の前日には、必ず終わる', () => {
    const ended = { from: '2025-05-08', to: '2025-05-31', endReason: 'certification' }
    expect(of({ certifications: [later] })).toMatchObject(ended)
    expect(of({ certifications: [{ ...later, to: null }] })).toMatchObject(ended)
    expect(of({ certifications: [later], end: { reason: 'movedOut', lastDay: '2025-06-01' } })).toMatchObject(
      ended,
    )
    expect(of({ certifications: [later], end: { reason: 'movedOut', lastDay: '2025-05-31' } })).toMatchObject(
      { to: '2025-05-31', endReason: 'movedOut' },
    )
    expect(
      of({
        certifications: [care, later],
        end: { reason: 'certification', level: 'care', lastDay: '2025-07-01' },
      }),
    ).toMatchObject(ended)
  })

  it('要支援が続いていれば、その最後の翌日から。間が空けば、その間だけ', () => {
    const next = { level: 'support', from: '2025-07-01', to: '2026-06-30' } as const
    expect(of({ certifications: [next, support] })).toMatchObject({ from: '2026-07-01', to: null })
    expect(of({ certifications: [{ ...next, from: '2025-07-03' }, support] })).toMatchObject({
      from: '2025-07-01',
      to: '2025-07-02',
    })
  })

  it('要介護の終了日は、確かめて入力した日による', () => {
    expect(of({ end: { reason: 'certification', level: 'care', lastDay: '2025-09-30' } })).toMatchObject({
      to: '2025-09-30',
      endReason: 'certification',
    })
  })

  it('説明に、開始日の決め方と、断ったときにすることが出る', () => {
    const steps = registrationOf({ ...base, certifications: [support] }).steps
    expect(steps.find(({ label }) => label === '事業対象者の開始日')).toMatchObject({
      value: '令和7年7月1日',
      confidence: 'recalled',
    })
    const why = registrationOf({ ...base, decision: { by: 'centre', on: '2025-05-14' } }).steps.at(-1)
    expect(why).toMatchObject({
      label: '登録できない理由',
      value: '登録は市町村が行います。登録の依頼として市町村へ引き継いでください。',
    })
  })
})

describe('月数で数える期間の最後の日', () => {
  it.each([
    ['2025-04-10', 6, '2025-10-09'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-05-08', 24, '2027-05-07'],
    ['2025-05-01', 1, '2025-05-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-12-15', 1, '2026-01-14'],
  ])('%s から %iか月 → %s', (from, months, last) => {
    expect(lastDayOfMonths(from, months)).toBe(last)
  })

  it.each([0, -1, 1.5])('%s か月は受け付けない', (months) => {
    expect(() => lastDayOfMonths('2025-05-08', months)).toThrow(RangeError)
    expect(() => of({ settings: { start: 'checklistDate', reviewMonths: months } })).toThrow(RangeError)
  })

  it('始まりが遅いほど、終わりが早くなることはない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (days, months) => {
        const from = addDays('2020-01-01', days)
        const [one, next] = [lastDayOfMonths(from, months), lastDayOfMonths(addDays(from, 1), months)]
        expect(next >= one && one >= from).toBe(true)
      }),
    )
  })
})
