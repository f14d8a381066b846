import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prefectureCode, readMunicipalityCodes } from '../../../exchange/municipality-codes/index.ts'
import { collectItems } from '../../../exchange/tabular/index.ts'
import { insurerNames } from '../testing/insurer-names.ts'
import { list } from '../testing/load.ts'
import { matchInsurers } from './match-insurers.ts'
import { foldMunicipality, type Municipality } from './municipality.ts'

const { rows } = await collectItems(
  await readMunicipalityCodes({ name: 'list.csv', bytes: readFileSync(list.path) }),
)
const municipalities = rows.map(
  (row): Municipality => ({
    ...row,
    fold: foldMunicipality(row.name),
    prefectureCode: prefectureCode(row.code),
  }),
)
const nameOf = (code: string) => municipalities.find((one) => one.code === code)?.name
const matched = matchInsurers({ insurers: insurerNames, municipalities })
const find = (name: string) => matched.find((one) => one.name === name)

describe('年報の1,571の保険者を市町村に結ぶ', () => {
  it('1,531は名前で結ばれ、40の広域連合・組合のうち9は残りの市町村から決まり、31は分からないまま', () => {
    const counts = Map.groupBy(matched, ({ basis }) => basis)
    expect(Object.fromEntries([...counts].map(([basis, all]) => [basis, all.length]))).toEqual({
      name: 1_531,
      deduced: 9,
      unknown: 31,
    })
  })

  it.each([
    ['金ヶ崎町', '033812'],
    ['鎌ヶ谷市', '122246'],
    ['関ヶ原町', '213624'],
  ])('%s は書き方が違っても %s', (name, code) =>
    expect(find(name)).toMatchObject({ basis: 'name', municipalityCodes: [code] }),
  )

  it('同じ名前の市町村は、都道府県ごとに別', () => {
    const fuchu = matched.filter(({ name }) => name === '府中市')
    expect(fuchu.map(({ municipalityCodes }) => municipalityCodes)).toEqual([['132063'], ['342084']])
  })

  it.each([
    ['大里広域市町村圏組合', ['熊谷市', '深谷市', '寄居町']],
    ['坂井地区広域連合', ['あわら市', '坂井市']],
    ['くすのき広域連合', ['守口市', '門真市', '四條畷市']],
    ['南部箕蚊屋広域連合', ['日吉津村', '南部町', '伯耆町']],
    ['みよし広域連合', ['三好市', '東みよし町']],
    ['島原地域広域市町村圏組合', ['島原市', '雲仙市', '南島原市']],
  ])('%s は県でただ一つの広域連合なので、残りの市町村から成る', (name, members) => {
    const found = find(name)
    expect(found?.basis).toBe('deduced')
    expect(found?.municipalityCodes.map(nameOf)).toEqual(members)
  })

  it('一つの県に広域連合が二つ以上あれば、決めない', () => {
    expect(find('本荘由利広域市町村圏組合')).toMatchObject({ basis: 'unknown', municipalityCodes: [] })
  })

  it('どの市町村も、二つの保険者に入らない', () => {
    const all = matched.flatMap(({ municipalityCodes }) => municipalityCodes)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('構成市町村が示されれば', () => {
  // 秋田県: five municipalities are left for two unions
  const stated = ['052108', '052141'].map((municipalityCode) => ({
    prefectureCode: '050008',
    insurerFold: foldMunicipality('本荘由利広域市町村圏組合'),
    municipalityCode,
  }))

  it('そのとおりに結び、県に残った一つの広域連合も決まる', () => {
    const again = matchInsurers({ insurers: insurerNames, municipalities, members: stated })
    const of = (name: string) => again.find((one) => one.name === name)
    expect(of('本荘由利広域市町村圏組合')?.basis).toBe('stated')
    expect(of('大曲仙北広域市町村圏組合')).toMatchObject({ basis: 'deduced' })
    expect(of('大曲仙北広域市町村圏組合')?.municipalityCodes.map(nameOf)).toEqual([
      '大仙市',
      '仙北市',
      '美郷町',
    ])
  })

  it('一覧が全部でないときは、残りから決めない', () => {
    const some = matchInsurers({ insurers: insurerNames, municipalities, isWhole: false })
    expect(some.some(({ basis }) => basis === 'deduced')).toBe(false)
  })
})
