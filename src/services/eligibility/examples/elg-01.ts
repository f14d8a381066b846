import type { RuleCase } from '../../../platform/computation/index.ts'
import { SERVICES } from '../codes.ts'
import type { Input } from '../rules/elg-01.rule.ts'
import type { Answer } from '../rules/eligibility.ts'

const given = (level: Input['level'], service: Input['service'], more: Partial<Input> = {}): Input => ({
  month: '2025-05',
  service,
  level,
  insuredType: 'category1Insured',
  isContinuous: null,
  isApplying: false,
  continuing: 'unset',
  general2: 'unset',
  ...more,
})
const of = (title: string, input: Input, answer: Answer): RuleCase<Input> => ({
  title,
  on: `${input.month}-01`,
  input,
  value: { answer },
})
const services = Object.keys(SERVICES) as Input['service'][]
/** ○ yes, × no, △ only where adopted, in the order of the table. */
const rowOf = (title: string, marks: string, input: Partial<Input> & Pick<Input, 'level'>) =>
  services.map((service, at) => {
    const mark = marks[at]
    const answer = mark === '○' ? 'yes' : mark === '×' ? 'no' : 'undetermined'
    return of(`表: ${title}、${SERVICES[service]}`, given(input.level, service, input), answer)
  })
const category2 = { insuredType: 'category2Insured' } as const
const kept = { isContinuous: true, continuing: 'adopted' } as const

export const elg01Cases: readonly RuleCase<Input>[] = [
  of('ELG-01-a 要支援1、通所型A6', given('12', 'former'), 'yes'),
  of('ELG-01-b 事業対象者、介護予防訪問看護', given('06', 'preventive'), 'no'),
  of('ELG-01-c 要介護1、訪問B、継続利用、市町村が採用', given('21', 'B', kept), 'yes'),
  of('ELG-01-d 要介護1、訪問B、継続利用でない', given('21', 'B', { ...kept, isContinuous: false }), 'no'),
  of('ELG-01-e 要介護2、訪問A、2023年5月', given('22', 'A', { ...kept, month: '2023-05' }), 'no'),
  of('ELG-01-f 要介護1、従前相当の通所', given('21', 'former', kept), 'no'),
  of('ELG-01-g 区分がわからない', given(null, 'B'), 'undetermined'),
  of('ELG-01-h 申請中、登録の後は事業対象者として', given('06', 'former', { isApplying: true }), 'yes'),
  ...rowOf('第1号、認定も登録もない', '××××××○×', { level: '01' }),
  ...rowOf('事業対象者', '○○○○○○○×', { level: '06' }),
  ...rowOf('要支援1（第1号）', '○○○○○○○○', { level: '12' }),
  ...rowOf('要支援2（第1号）', '○○○○○○○○', { level: '13' }),
  ...rowOf('要支援1（第2号）', '○○○○○○△○', { level: '12', ...category2 }),
  ...rowOf('要支援2（第2号）', '○○○○○○△○', { level: '13', ...category2 }),
  ...rowOf('継続利用要介護者', '×△△×△△○×', { level: '21', isContinuous: true }),
  ...rowOf('要介護5、継続利用でない', '××××××○×', { level: '25', isContinuous: false }),
  of('第2号の一般介護予防: 対象にする', given('12', 'general', { ...category2, general2: 'adopted' }), 'yes'),
  of(
    '第2号の一般介護予防: 対象にしない',
    given('12', 'general', { ...category2, general2: 'notAdopted' }),
    'no',
  ),
  of(
    '継続利用要介護者の定めは、第2号の一般介護予防を変えない',
    given('12', 'general', { ...category2, continuing: 'adopted' }),
    'undetermined',
  ),
  of(
    '第2号の定めは、継続利用要介護者を変えない',
    given('21', 'B', { isContinuous: true, general2: 'adopted' }),
    'undetermined',
  ),
  of('継続利用要介護者を対象にしない市町村', given('21', 'B', { ...kept, continuing: 'notAdopted' }), 'no'),
  of('訪問A 2024年3月', given('21', 'A', { ...kept, month: '2024-03' }), 'no'),
  of('訪問A 2024年4月', given('21', 'A', { ...kept, month: '2024-04' }), 'yes'),
  of('訪問B 2021年3月', given('21', 'B', { ...kept, month: '2021-03' }), 'no'),
  of('訪問B 2021年4月', given('21', 'B', { ...kept, month: '2021-04' }), 'yes'),
  of('移動支援D 2021年4月', given('21', 'D', { ...kept, month: '2021-04' }), 'yes'),
  of('配食・見守り 2021年4月', given('21', 'life', { ...kept, month: '2021-04' }), 'yes'),
  of('継続利用かわからないが、一般介護予防は使える', given('21', 'general'), 'yes'),
  of('継続利用かわからないが、従前相当は使えない', given('21', 'former'), 'no'),
  of('継続利用かわからず、市町村は採用', given('21', 'B', { continuing: 'adopted' }), 'undetermined'),
  of('継続利用かわからないが、市町村が採用していない', given('21', 'B', { continuing: 'notAdopted' }), 'no'),
  of('種別がわからないが、要支援は従前相当を使える', given('12', 'former', { insuredType: null }), 'yes'),
  of(
    '種別がわからず、一般介護予防は市町村による',
    given('12', 'general', { insuredType: null }),
    'undetermined',
  ),
  of(
    '種別がわからなくても、市町村が第2号も対象にすれば使える',
    given('12', 'general', { insuredType: null, general2: 'adopted' }),
    'yes',
  ),
  of('区分がわからなければ、継続利用でも判定できない', given(null, 'former', kept), 'undetermined'),
  of('認定も登録もなく、種別がわからない', given('01', 'former', { insuredType: null }), 'undetermined'),
  of('認定も登録もない第2号は、表にない', given('01', 'general', category2), 'undetermined'),
  of('事業対象者は、種別がわからなくても第1号', given('06', 'former', { insuredType: null }), 'yes'),
  {
    title: '第2号は事業対象者になれない（CHK-05-g）',
    on: '2025-05-01',
    input: given('06', 'former', category2),
    refused: { code: 'not-programme', path: 'insuredType' },
  },
  {
    title: '2015年3月に総合事業はない',
    on: '2025-05-01',
    input: given('12', 'former', { month: '2015-03' }),
    refused: { code: 'no-value-in-force' },
  },
]
