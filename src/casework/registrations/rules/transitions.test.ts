import { describe, expect, it } from 'vitest'
import { REGISTRATION_STATES, type RegistrationState } from '../codes.ts'
import { type Move, moveTo, NEXT_STATES, openActs, type RouteChoice } from './transitions.ts'

const route: RouteChoice = {
  askedBy: 'staff-1',
  askedOn: '2025-05-08',
  wish: 'checklist',
  consent: true,
  toldOfCertification: true,
}
const move = (to: RegistrationState, change: Partial<Move> = {}): Move => ({
  to,
  by: 'staff-1',
  office: 'municipality',
  on: '2025-05-08',
  reason: '架空の理由',
  route,
  ...change,
})
const reasonsOf = (state: RegistrationState, one: Move) => {
  const moved = moveTo(state, '2025-05-08', one)
  return moved.outcome === 'moved' ? [] : moved.reasons
}

const ALLOWED = [
  'received → certificationRoute',
  'received → checklistRoute',
  'received → withdrawn',
  'certificationRoute → checklistRoute',
  'certificationRoute → withdrawn',
  'checklistRoute → criteriaMet',
  'checklistRoute → certificationRoute',
  'checklistRoute → withdrawn',
  'criteriaMet → awaitingNotification',
  'criteriaMet → notificationAccepted',
  'criteriaMet → certificationRoute',
  'criteriaMet → withdrawn',
  'awaitingNotification → notificationAccepted',
  'awaitingNotification → certificationRoute',
  'awaitingNotification → withdrawn',
  'notificationAccepted → registered',
  'notificationAccepted → returned',
  'notificationAccepted → certificationRoute',
  'notificationAccepted → withdrawn',
  'returned → awaitingNotification',
  'returned → notificationAccepted',
  'returned → certificationRoute',
  'returned → withdrawn',
  'registered → ended',
]
const states = REGISTRATION_STATES.map(({ code }) => code)
const pairs = states.flatMap((from) => states.map((to) => ({ from, to, name: `${from} → ${to}` })))

describe('CHK-05 登録までの状態', () => {
  it.each(pairs)('$name', ({ from, to, name }) => {
    expect(reasonsOf(from, move(to))).toEqual(ALLOWED.includes(name) ? [] : ['notNext'])
  })

  it('受付から登録、終了まで進める', () => {
    let state: RegistrationState = 'received'
    for (const to of [
      'checklistRoute',
      'criteriaMet',
      'notificationAccepted',
      'registered',
      'ended',
    ] as const) {
      const moved = moveTo(state, '2025-05-08', move(to))
      expect(moved.outcome).toBe('moved')
      if (moved.outcome === 'moved') state = moved.state
    }
    expect(state).toBe('ended')
    expect(NEXT_STATES[state]).toEqual([])
  })

  it.each([
    ['行った人がない', { by: ' ' }, ['personMissing']],
    ['理由がない', { reason: '' }, ['reasonMissing']],
    ['前の動きより前の日', { on: '2025-05-07' }, ['beforeLastMove']],
    ['同じ日', { on: '2025-05-08' }, []],
    ['センターによる登録', { office: 'centre' }, ['municipalityRegisters']],
    ['委託先による登録', { office: 'contractedOffice' }, ['municipalityRegisters']],
  ] as const)('登録: %s', (_, change, reasons) => {
    expect(reasonsOf('notificationAccepted', move('registered', change))).toEqual(reasons)
  })

  it.each([
    ['尋ねていない', undefined, ['routeNotAsked']],
    ['尋ねた人がない', { ...route, askedBy: '' }, ['routeNotAsked']],
    ['同意を尋ねていない', { ...route, consent: null }, ['consentMissing']],
    ['同意しなかった', { ...route, consent: false }, ['consentMissing']],
    [
      '認定申請ができることを伝えていない',
      { ...route, toldOfCertification: false },
      ['notToldOfCertification'],
    ],
    ['希望なしで同意', { ...route, wish: 'noPreference' }, []],
  ] as const)('分岐: %s', (_, choice, reasons) => {
    for (const to of ['checklistRoute', 'certificationRoute'] as const)
      expect(reasonsOf('received', move(to, { route: choice, office: 'centre' }))).toEqual(reasons)
  })

  it('証再交付と国保連への連絡は、済むまでがすること', () => {
    expect(openActs({ cardReissuedOn: null, kokuhorenNotifiedOn: null })).toEqual([
      'cardReissuedOn',
      'kokuhorenNotifiedOn',
    ])
    expect(openActs({ cardReissuedOn: '2025-05-20', kokuhorenNotifiedOn: null })).toEqual([
      'kokuhorenNotifiedOn',
    ])
    expect(openActs({ cardReissuedOn: '2025-05-20', kokuhorenNotifiedOn: '2025-06-01' })).toEqual([])
  })
})
