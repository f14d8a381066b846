import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'
import { ADOPTIONS, type Adoption } from './codes.ts'

const adoption = (key: string, title: string, help: string) =>
  setting<Adoption>({
    key: `eligibility.${key}`,
    approval: 'two',
    group: '総合事業',
    title,
    unit: null,
    help,
    schema: z.enum(['adopted', 'notAdopted', 'unset'], `${title}: どれかを選んでください。`),
    input: {
      kind: 'choice',
      choices: Object.entries(ADOPTIONS).map(([code, label]) => ({ code, label })),
    },
    initial: 'unset',
    source: { text: '市町村の総合事業の実施要綱（全国一律の定めはない）' },
    confidence: 'unverified',
  })

export const continuing = adoption(
  'continuing',
  '継続利用要介護者',
  '要介護になる前から続けて使っている方を、サービス・活動A・B・Dなどの対象にするかどうかです。',
)
export const generalCategory2 = adoption(
  'general-category2',
  '第2号被保険者の一般介護予防事業',
  '要支援の第2号被保険者を、一般介護予防事業の対象にするかどうかです。',
)

export const settings = [continuing, generalCategory2]
