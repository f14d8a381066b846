import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/yen-02.rule.ts'

const of = (
  title: string,
  [units, unitPriceHundredths, share]: [Input['units'], Input['unitPriceHundredths'], Input['share']],
  [costYen, insuranceYen, userYen]: [number | null, number | null, number | null],
): RuleCase<Input> => ({
  title,
  on: '2025-05-01',
  input: { units, unitPriceHundredths, share },
  value: { costYen, insuranceYen, userYen },
})

const seenIn = (one: RuleCase<Input>, text: string, url?: string): RuleCase<Input> => ({
  ...one,
  source: url ? { text, url } : { text },
  isSecondary: true,
})
const BILL = '2026年7月の請求の例（公開された請求ソフトの試験データ）'

export const yen02Cases: readonly RuleCase<Input>[] = [
  of('YEN-02-a 1,176単位、11.40円、1割', [1176, 1140, '1'], [13_406, 12_065, 1341]),
  seenIn(of('YEN-02-b 1,489単位、11.05円、1割', [1489, 1105, '1'], [16_453, 14_807, 1646]), BILL),
  of('YEN-02-c 1,489単位、11.05円、2割', [1489, 1105, '2'], [16_453, 13_162, 3291]),
  of('YEN-02-d 1,489単位、11.05円、3割', [1489, 1105, '3'], [16_453, 11_517, 4936]),
  of('YEN-02-e 1,798単位、10.90円、1割', [1798, 1090, '1'], [19_598, 17_638, 1960]),
  of('YEN-02-f 3,621単位、10.68円、3割', [3621, 1068, '3'], [38_672, 27_070, 11_602]),
  of('YEN-02-g 287単位×3回、10.70円、1割', [861, 1070, '1'], [9212, 8290, 922]),
  seenIn(
    of('YEN-02-h 5,032単位、11.40円、1割', [5032, 1140, '1'], [57_364, 51_627, 5737]),
    '目黒区「居宅サービスの支給限度額」',
    'https://www.city.meguro.tokyo.jp/kaigohoken/kenkoufukushi/koureisha/kubunsikyugendogaku.html',
  ),
  of('YEN-02-i 単価がわからない', [1176, null, '1'], [null, null, null]),
  of('単位数がわからない', [null, 1140, '1'], [null, null, null]),
  of('負担割合がわからない: 費用の額だけ', [1176, 1140, null], [13_406, null, null]),
  of('0単位は0円', [0, 1140, '1'], [0, 0, 0]),
  of('給付制限の4割', [1489, 1105, '4'], [16_453, 9871, 6582]),
  // 10.00 円: no fraction of a yen in the cost, one in the benefit
  of('端数のない費用', [1000, 1000, '1'], [10_000, 9000, 1000]),
  of('給付の端数は利用者の負担になる', [1, 1000, '1'], [10, 9, 1]),
  of('費用9円: 8.1円は8円', [9, 100, '1'], [9, 8, 1]),
  of('費用の0.99円は切り捨てる', [1, 199, '1'], [1, 0, 1]),
  of('100円のすぐ下', [1, 9999, '2'], [99, 79, 20]),
  {
    title: '負担割合は4割まで',
    on: '2025-05-01',
    input: { units: 1, unitPriceHundredths: 1000, share: '5' as '4' },
    refused: { code: 'invalid_value', path: 'share' },
  },
  {
    title: '単位数に小数はない',
    on: '2025-05-01',
    input: { units: 1.5, unitPriceHundredths: 1000, share: '1' },
    refused: { code: 'invalid_type', path: 'units' },
  },
  {
    title: '単価は0より大きい',
    on: '2025-05-01',
    input: { units: 1, unitPriceHundredths: 0, share: '1' },
    refused: { code: 'too_small', path: 'unitPriceHundredths' },
  },
]
