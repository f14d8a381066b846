import { z } from 'zod'
import { gatheringPlacesFrequency, gatheringPlacesSizes } from '../../../law/community/gathering-places.ts'
import { codesOf, defineRule, orUnknown, persons, whole, yesNo } from '../../../platform/computation/index.ts'
import { FREQUENCIES, type Frequency, frequencyOf, sizeLabels, sizeOf } from './classes.ts'
import { listOf } from './fields.ts'

const place = (timesInMonth: number, isEveryWeek: boolean | null, participantsPerTime: number) => ({
  timesInMonth,
  isEveryWeek,
  participantsPerTime,
})

export const rule = defineRule({
  id: 'KYB-04',
  title: '通いの場の開催頻度と規模の区分',
  group: '通いの場',
  meaning: '通いの場を、調査の区分（開催頻度と1回の参加者数）に分けて数えます。',
  formula: '月の回数と、毎週開くかどうかで開催頻度を、1回の参加者数で規模を決める',
  source: {
    text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査',
    url: 'https://www.wic-net.com/material/document/13527/11',
  },
  confidence: 'seen',
  limits:
    '「月4回以上・週1回未満」は公表値の計が100%に足りないことから推した区分です。月1回未満の場は、調査の通いの場に入りません。',
  parameters: { frequency: gatheringPlacesFrequency, sizes: gatheringPlacesSizes },
  input: z.strictObject({
    places: listOf(
      '通いの場',
      z
        .strictObject({
          timesInMonth: whole('調査の月に開いた回数', '回', { max: 100 }),
          isEveryWeek: orUnknown(yesNo('毎週開いているか')),
          participantsPerTime: persons('1回の参加者', { max: 100_000 }), // number: what a count may be
        })
        .meta({ title: '通いの場' }),
    ),
  }),
  compute({ places }, { law, entry, note, caution }) {
    const frequencies = places.map((one) => frequencyOf(one, law.frequency))
    const sizes = places.map(({ participantsPerTime }) => sizeOf(participantsPerTime, law.sizes))
    const count = <T>(list: readonly T[], which: T) => list.filter((one) => one === which).length
    const byFrequency = (Object.keys(FREQUENCIES) as Frequency[]).map((code) => ({
      code,
      places: count(frequencies, code),
    }))
    const bySize = sizeLabels(law.sizes).map((label, at) => ({ label, places: count(sizes, at) }))
    const undetermined = count(frequencies, null)
    const empty = count(sizes, null)
    if (undetermined > 0)
      caution(`毎週開いているかわからない ${undetermined}か所は、開催頻度の区分が決まりません。`)
    if (count(frequencies, 'less') > 0) caution('月1回未満の場は、調査の通いの場に入りません。')
    for (const { code, places: value } of byFrequency)
      note?.({
        label: `頻度: ${FREQUENCIES[code]}`,
        value,
        unit: 'か所',
        source: entry.frequency.source,
        confidence: entry.frequency.confidence,
      })
    for (const { label, places: value } of bySize)
      note?.({
        label: `規模: ${label}`,
        value,
        unit: 'か所',
        source: entry.sizes.source,
        confidence: entry.sizes.confidence,
      })
    return { byFrequency, undetermined, bySize, withoutParticipants: empty }
  },
  labels: {
    byFrequency: '開催頻度',
    code: '区分',
    ...codesOf('code', FREQUENCIES),
    places: 'か所数',
    undetermined: '頻度の決まらない場',
    bySize: '規模',
    label: '区分',
    withoutParticipants: '参加者のいない場',
  },
  cases: [
    {
      title: 'すべての区分の境（架空）',
      on: '2026-04-01',
      input: {
        places: [
          place(0, null, 0),
          place(1, null, 1),
          place(2, null, 20),
          place(3, true, 21),
          place(4, true, 100),
          place(4, false, 101),
          place(5, null, 60),
        ],
      },
      value: {
        byFrequency: [
          { code: 'weekly', places: 1 },
          { code: 'many', places: 1 },
          { code: 'several', places: 2 },
          { code: 'monthly', places: 1 },
          { code: 'less', places: 1 },
        ],
        undetermined: 1,
        bySize: [
          { label: '1～20人', places: 2 },
          { label: '21～40人', places: 1 },
          { label: '41～60人', places: 1 },
          { label: '61～80人', places: 0 },
          { label: '81～100人', places: 1 },
          { label: '100人超', places: 1 },
        ],
        withoutParticipants: 1,
      },
    },
  ],
})
