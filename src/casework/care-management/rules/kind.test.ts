import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { careManagementServices } from '../../../law/casework/care-management-services.ts'
import { inForce } from '../../../law/in-force.ts'
import { stepsAsText } from '../../../platform/explanation/index.ts'
import type { Level } from '../codes.ts'
import { type CareManagementKind, careManagementKind, type UsedService } from './kind.ts'

const law = inForce(careManagementServices, '2025-05-01')
const code = (...codes: string[]): UsedService[] => codes.map((one) => ({ code: one }))

describe('CPM-01 どちらの業務か', () => {
  it.each<[string, Level | null, UsedService[] | null, CareManagementKind]>([
    ['CPM-01-a 要支援2、介護予防訪問看護と通所型A6', '13', code('63', 'A6'), '46'],
    ['CPM-01-b 要支援2、通所型A6だけ', '13', code('A6'), 'AF'],
    ['CPM-01-c 事業対象者、訪問型A2', '06', code('A2'), 'AF'],
    ['CPM-01-d 要支援1、何も使わない', '12', [], 'none'],
    ['CPM-01-e 要支援1、福祉用具貸与だけ', '12', code('67'), '46'],
    ['CPM-01-f 状態がわからない', null, code('A6'), 'undetermined'],
    ['CPM-01-g 要支援2、グループホームを月を通じて', '13', [{ code: '37', wholeMonth: true }], 'none'],
    [
      'CPM-01-h 訪問看護のあと、月の途中から特定施設',
      '12',
      [{ code: '63' }, { code: '35', wholeMonth: false }],
      '46',
    ],
    ['CPM-01-i 小規模多機能の短期利用を5日', '12', [{ code: '69' }], '46'],
    ['要介護1は居宅介護支援', '21', code('A6'), '43'],
    ['使ったサービスがわからない', '12', null, 'undetermined'],
    ['事業対象者に予防給付の記録がある', '06', code('63'), 'undetermined'],
    ['居宅療養管理指導だけ（給付管理票に載らない）', '12', code('34'), 'none'],
    ['知らないサービスコードだけ', '12', code('ZZ'), 'undetermined'],
  ])('%s', (_, level, used, expected) => {
    expect(careManagementKind(level, used, law).value).toBe(expected)
  })

  it('サービスの順と重なりによらず、給付管理票に載らないサービスを足しても業務は変わらない', () => {
    const some = fc.constantFrom('63', '67', '75', '69', '39', '34', '35', '37', '44', 'A2', 'A6', 'ZZ')
    const used = fc.array(fc.record({ code: some, wholeMonth: fc.boolean() }), { minLength: 1 })
    const level = fc.constantFrom<Level[]>('06', '12', '13', '21')
    fc.assert(
      fc.property(level, used, (of, services) => {
        const kind = (list: UsedService[]) => careManagementKind(of, list, law).value
        expect(kind([...services].reverse())).toBe(kind(services))
        expect(kind([...services, ...services])).toBe(kind(services))
        const outside = code('34', '35', '37').map((one) => ({ ...one, wholeMonth: false }))
        if (of === '13') expect(kind([...services, ...outside])).toBe(kind(services))
      }),
    )
  })

  it('根拠と「出典未確認」の印が、結果と一緒に付いてくる', () => {
    const text = stepsAsText(careManagementKind('13', code('63', 'A6'), law).steps)
    expect(text).toContain('要支援2')
    expect(text).toContain('出典未確認')
    expect(text).toContain('給付管理票')
  })
})
