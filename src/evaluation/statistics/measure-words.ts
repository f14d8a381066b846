import { careServices } from '../../exchange/care-offices/index.ts'
import { ownMeasureLabel } from '../../exchange/mapped-figures/index.ts'
import { measures as municipalMeasures } from '../../exchange/municipal-figures/index.ts'

/** What a measure of published counts is called, from its parts: `certified.80-84.care3` is 認定者数 80〜84歳 要介護3. */
const WORDS: Readonly<Record<string, string>> = {
  insured: '第1号被保険者数',
  certified: '要介護・要支援認定者数',
  population: '人口',
  offices: '事業所数',
  centres: '地域包括支援センター数',
  distance: '最寄りまでの距離',
  total: '計',
  all: '第1号・第2号の計',
  first: '第1号被保険者',
  second: '第2号被保険者',
  households: '世帯数',
  foreign: '外国人被保険者',
  'address-exception': '住所地特例被保険者',
  male: '男',
  female: '女',
  support: '要支援',
  care: '要介護',
}

const WHOLE = new Map(municipalMeasures.map(({ id, label }) => [id, label]))
const SERVICES = new Map<string, string>(careServices.map(({ code, label }) => [code, label]))

export const measureLabel = (measure: string): string =>
  WHOLE.get(measure) ?? ownMeasureLabel(measure) ?? measure.split('.').map(wordOf).join(' ')

function wordOf(part: string): string {
  const known = WORDS[part] ?? SERVICES.get(part)
  if (known) return known
  const band = /^(?:aged)?(\d+)-(\d+)$/.exec(part)
  if (band) return `${band[1]}〜${band[2]}歳`
  const over = /^(?:aged)?(\d+)over$/.exec(part)
  if (over) return `${over[1]}歳以上`
  const level = /^(support|care)(\d)$/.exec(part)
  return level ? `${WORDS[level[1] ?? '']}${level[2]}` : part
}
