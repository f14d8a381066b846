import type { Random } from '../../random.ts'

const months = ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月']
const weekdays = ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日']
const equipment = [
  '歩行器',
  '車いす',
  '介護用ベッド',
  '手すり',
  '浴室用のいす',
  '杖',
  'スロープ',
  'ポータブルトイレ',
  '移動用リフト',
]
const services = [
  '訪問介護',
  '通所介護',
  '通所リハビリ',
  '訪問看護',
  '配食',
  '福祉用具貸与',
  '短期入所',
  '通いの場',
  '見守り訪問',
]
const partners = [
  '長男',
  '長女',
  '次男',
  '次女',
  '妹',
  '弟',
  '姪',
  '近所の知人',
  '民生委員',
  '主治医',
  '担当のケアマネジャー',
]

const fillers: Record<string, (random: Random) => string> = {
  month: (random) => random.pick(months),
  weekday: (random) => random.pick(weekdays),
  equipment: (random) => random.pick(equipment),
  service: (random) => random.pick(services),
  partner: (random) => random.pick(partners),
  days: (random) => String(random.between(2, 14)),
  months: (random) => String(random.between(2, 9)),
  count: (random) => String(random.between(2, 6)),
  kilos: (random) => String(random.between(2, 7)),
  years: (random) => String(random.between(2, 25)),
  hour: (random) => String(random.between(9, 16)),
}

/** Names of all slots a sentence may have. */
export const slotNames = Object.keys(fillers)

/** A sentence with its slots filled. @throws RangeError on a slot that does not exist */
export function fill(sentence: string, random: Random): string {
  if (!sentence.includes('{')) return sentence
  return sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const filler = fillers[slot]
    if (!filler) throw new RangeError(`no slot {${slot}}`)
    return filler(random)
  })
}
