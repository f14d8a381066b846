import type { RuleProblem } from '../../../platform/computation/index.ts'
import type { LedgerInput } from './ledger-types.ts'
import { beginOf } from './refusals.ts'
import { stepProblems } from './rule-fields.ts'

const DAY = 1440 // number: minutes of a day

/** What makes a ledger impossible: versions out of order, events after the day of the ledger, activities past midnight. */
export function ledgerProblems({
  versions,
  stamps,
  exchanges,
  asOf,
  bornOn,
  registeredOn,
}: LedgerInput): RuleProblem[] {
  const say = (path: string, code: string, message: string): RuleProblem => ({ path, code, message })
  const late = (list: readonly { on: string }[], path: string) =>
    list.flatMap(({ on }, at) =>
      on > asOf ? [say(`${path}.${at}.on`, 'after-as-of', `${on} は、台帳の日 ${asOf} より後です。`)] : [],
    )
  return [
    ...versions.flatMap(({ validFrom, steps }, at) => [
      ...(at > 0 && validFrom <= versions[at - 1]!.validFrom
        ? [
            say(
              `versions.${at}.validFrom`,
              'versions-not-ascending',
              '決まりの版は、有効になる日の古い順に、同じ日を二度書かずに並べてください。',
            ),
          ]
        : []),
      ...stepProblems(steps, `versions.${at}.steps`),
    ]),
    ...(bornOn > registeredOn
      ? [say('registeredOn', 'before-birth', '登録した日が、生まれた日より前です。')]
      : []),
    ...late(stamps, 'stamps'),
    ...late(exchanges, 'exchanges'),
    ...stamps.flatMap((stamp, at) =>
      beginOf(stamp) + stamp.minutes > DAY
        ? [say(`stamps.${at}.minutes`, 'past-midnight', '日をまたぐ活動は、日ごとに分けて入力してください。')]
        : [],
    ),
  ]
}
