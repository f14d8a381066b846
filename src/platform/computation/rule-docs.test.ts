import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { choice, whole } from './index.ts'
import { inputRowsOf } from './input-rows.ts'
import type { InputSchema } from './input-schema.ts'
import { ruleDocs } from './rule-docs.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'rules')

it('docs/rules は、今の決まりから作ったもののままである（ちがうときは script/rule-docs）', async () => {
  const pages = await ruleDocs()
  const stored = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.md')) : []
  expect(stored.filter((name) => !pages.has(name))).toEqual([])
  const stale = [...pages].filter(
    ([name, text]) => !stored.includes(name) || readFileSync(join(FOLDER, name), 'utf8') !== text,
  )
  expect(stale.map(([name]) => name)).toEqual([])
})

it('何度作っても同じで、式、数値の日付と確かさ、計算例の過程がある', async () => {
  const pages = await ruleDocs()
  expect([...(await ruleDocs())]).toEqual([...pages])
  const page = pages.get('prm-04.md') ?? ''
  for (const words of [
    '（標準給付費見込額＋地域支援事業費）×第1号被保険者負担割合',
    '| standardBenefitYen | 標準給付費見込額 | 円 | 必須 | 0〜100,000,000,000,000 |',
    '| 2027-04-01〜2030-03-31 | 230 |',
    '出典未確認、仮置き',
    '"firstInsuredShareYen": 2325959991',
    '第1号被保険者負担分相当額: 2,325,959,991円',
    '（二次資料）',
  ])
    expect(page).toContain(words)
  expect(pages.get('README.md')).toContain('[PRM-04](prm-04.md)')
})

it('入力の表は、表の列、まとまりの中、初めの値、保険者の設定まで言う', () => {
  const input = z.strictObject({
    stages: z.array(z.strictObject({ stage: whole('段階', '段階') })).meta({ title: '段階の表' }),
    adopt: z
      .strictObject({ kind: choice('種類', { a: '甲' }).default('a') })
      .meta({ title: '端数' })
      .optional(),
    base: whole('基準額', '円').meta({ title: '基準額', setting: 'premium.base' }),
    byArea: z.record(z.string(), whole('人数', '人')).meta({ title: '圏域ごと' }),
  })
  const schema = z.toJSONSchema(input, { io: 'input' }) as unknown as InputSchema
  expect(inputRowsOf(schema).map(([path, title, unit, need]) => [path, title, unit, need])).toEqual([
    ['stages', '段階の表', '', '必須'],
    ['stages[].stage', '段階', '段階', '必須'],
    ['adopt', '端数', '', ''],
    ['adopt.kind', '種類', '', ''],
    ['base', '基準額', '円', '必須'],
    ['byArea', '圏域ごと', '', '必須'],
  ])
  const said = inputRowsOf(schema).map((row) => row[5])
  expect(said[3]).toContain('省くと a。')
  expect(said[4]).toContain('保険者の設定 `premium.base` で補える。')
})
