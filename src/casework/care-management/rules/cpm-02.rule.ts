import { z } from 'zod'
import { choice, codesOf, defineRule } from '../../../platform/computation/index.ts'
import { COURSE_TYPES, type CourseType, labelOf, SERVICE_GROUPS, type ServiceGroup } from '../codes.ts'
import { cpm02Cases } from '../examples/cpm-02.ts'
import { careManagementType, PROCESS, type TypeTable, usualTypes } from './type.ts'

const labelsOf = <C extends string>(codes: readonly { code: C; label: string }[]) =>
  Object.fromEntries(codes.map(({ code, label }) => [code, label])) as Record<C, string>
const types = labelsOf(COURSE_TYPES)

const typeField = ({ code, label }: (typeof SERVICE_GROUPS)[number]) =>
  choice(`${label}の類型（市町村の定め）`, types)
    .optional()
    .meta({ setting: `care-management.type.${code}` })
type TypeField = ReturnType<typeof typeField>
const typeFields = Object.fromEntries(
  SERVICE_GROUPS.map((group) => [`${group.code}Type`, typeField(group)]),
) as Record<`${ServiceGroup}Type`, TypeField>

const Input = z.strictObject({
  services: z
    .array(choice('サービス', labelsOf(SERVICE_GROUPS)))
    .max(20, '計画のサービス: 20までです。') // number: room for a plan
    .meta({
      title: '計画のサービス',
      description: '計画に入れたサービスの種類。まだ決めていなければ空のまま',
    }),
  ...typeFields,
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'CPM-02',
  title: '介護予防ケアマネジメントの類型',
  group: '介護予防ケアマネジメント',
  meaning:
    '計画のサービスから、類型A（原則的）・B（簡略化した）・C（初回のみの）の案と、その類型で行うことを出します。決めるのは担当者です。',
  formula: 'サービスごとの類型（市町村の定め、なければ一般的な扱い）のうち、A、B、C の順に重いもの',
  source: { text: '介護予防ケアマネジメントの実施について（平成27年6月5日老振発0605第1号、以後の改正）' },
  confidence: 'recalled',
  limits: 'サービスがどの類型になるかは市町村が決めます。一般的な扱いと、類型Cで行うことは出典未確認です。',
  parameters: {},
  input: Input,
  compute(input, { note }) {
    const own = (code: ServiceGroup): CourseType | undefined => input[`${code}Type`]
    const table = Object.fromEntries(
      SERVICE_GROUPS.map(({ code }) => [code, own(code) ?? usualTypes[code]]),
    ) as unknown as TypeTable
    const isOwn = input.services.some((code) => table[code] !== usualTypes[code])
    const source = isOwn
      ? '市町村の定め'
      : '介護予防ケアマネジメントの実施について（平成27年6月5日老振発0605第1号）の一般的な扱い'
    const { value: type, steps } = careManagementType(input.services, { table, source, isOwn })
    for (const step of steps) note?.(step)
    return { type, label: type === null ? null : labelOf(COURSE_TYPES, type), process: type && PROCESS[type] }
  },
  labels: {
    type: '類型',
    ...codesOf('type', types),
    label: '類型の名称',
    process: '行うこと',
    assessment: 'アセスメント',
    plan: 'ケアプラン',
    conference: 'サービス担当者会議',
    monitoring: 'モニタリング',
    evaluation: '評価',
  },
  cases: cpm02Cases,
})
