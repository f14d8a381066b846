import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const settled = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.appear-late')].every((one) => one.getAnimations().length === 0),
  )
const picture = (page: Page, title: string | RegExp) =>
  page.getByRole('figure', { name: title }).locator('[role=img] svg')
const tab = (page: Page, name: string) => page.getByRole('tab', { name })

async function fitsWindow(page: Page, where: string): Promise<void> {
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expectTrue(!isWide, `${where} is wider than the window`)
}

/** How do we differ from our neighbours, is it real, and where do the numbers come from: 高松市, on the published files. */
async function takamatsu(stage: Stage): Promise<void> {
  const page = await stage.open('/indicators')
  await stage.signIn(page, 'm1101', 'meguri-sample')
  const row = page.getByRole('row', { name: /^要介護認定率 / }).first()
  await row.getByText('21.4%', { exact: true }).waitFor({ timeout: 30_000 })
  expectTrue(
    (await row.getByRole('img').first().getAttribute('aria-label'))?.includes('この場所は21.4。全国は19.4'),
    'the strip says where ours lies',
  )
  await settled(page)
  await stage.accessible(page, '指標の一覧')
  await stage.shot(page, 'indicator-catalogue')

  await page.getByLabel('指標の名や内容で探す').fill('要介護認定率')
  await page.getByRole('link', { name: '要介護認定率', exact: true }).click()
  const lead = page.getByRole('region', { name: 'まとめ' })
  await lead.getByText(/全国（19\.4%）より 2\.0ポイント高く、差は偶然の幅より大きいです/).waitFor()
  const said = (await lead.textContent()) ?? ''
  for (const words of [
    '21.4%',
    '令和6年3月31日現在',
    '確定',
    '25,658',
    '120,025',
    '年齢構成のちがい',
    '根拠',
  ])
    expectTrue(said.includes(words), `the reading lacks 「${words}」: ${said}`)
  const definition = page.getByRole('region', { name: 'この数の決まり' })
  for (const words of ['第2号被保険者', '介護保険事業状況報告', '厚生労働省', '出典'])
    expectTrue((await definition.textContent())?.includes(words), `the definition lacks 「${words}」`)
  await picture(page, '要介護認定率の分布').waitFor()
  await stage.shot(page, 'indicator-figure')

  await page
    .getByRole('figure', { name: '要介護認定率の分布' })
    .getByRole('button', { name: /表で見る/ })
    .focus()
  await page.keyboard.press('t')
  const classes = page.getByRole('figure', { name: '要介護認定率の分布' }).getByRole('table')
  const counts = await classes
    .getByRole('row')
    .filter({ hasText: '以上' })
    .evaluateAll((rows) => rows.map((one) => Number(one.children[1]?.textContent?.replaceAll(',', ''))))
  expectTrue(counts.reduce((sum, count) => sum + count, 0) === 1571, `all insurers are counted: ${counts}`)
  expectTrue((await classes.textContent())?.includes('高松市 21.4'), 'ours stands in its class')
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: '要介護認定率の都道府県ごとの箱ひげ' }).scrollIntoViewIfNeeded()
  await picture(page, '要介護認定率の都道府県ごとの箱ひげ').waitFor()
  await stage.shot(page, 'indicator-spread')
  await stage.accessible(page, '指標の分布')

  await page.keyboard.press('Alt+3')
  const differences = page.getByRole('region', { name: '比べる相手との差' })
  await differences.getByText('高い（偶然の幅より大きい差）').first().waitFor()
  await picture(page, '似た5つの保険者との比較').waitFor()
  await page
    .getByText(/全保険者の標準偏差で割った差/)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: '差は偶然より大きいか' }).scrollIntoViewIfNeeded()
  await stage.shot(page, 'indicator-neighbours')

  await tab(page, '順位').click()
  await page.getByLabel('範囲').selectOption('prefecture')
  await page.getByText('17件を表示（全17件）').waitFor()
  await picture(page, /要介護認定率の順位/).waitFor()
  await page.getByRole('heading', { name: '順位の一覧' }).scrollIntoViewIfNeeded()
  await stage.shot(page, 'indicator-ranking')

  await tab(page, '地図').click()
  const map = page.getByRole('figure', { name: /要介護認定率の地図/ })
  await map.getByText(/太い枠: 高松市/).waitFor({ timeout: 30_000 })
  await map.getByText(/国土数値情報/).waitFor()
  await map.scrollIntoViewIfNeeded()
  await page.waitForTimeout(1000) // the map draws by itself after its shapes are there
  await stage.shot(page, 'indicator-map')

  await tab(page, '数え方のちがい').click()
  const table = page.getByRole('region', { name: '数え方のちがい', exact: true }).getByRole('table')
  await table.getByText('120,321').waitFor()
  const rows = await table.getByRole('row').allInnerTexts()
  const under = (figure: string, ...words: string[]) =>
    rows.some((one) => one.includes(figure) && words.every((word) => one.includes(word)))
  expectTrue(under('120,321', '65歳以上の住民', 'R7.10.1'), `residents of October 2025: ${rows}`)
  expectTrue(under('120,025', '第1号被保険者（年報）', 'R6.3.31'), `insured at the end of FY2023: ${rows}`)
  expectTrue(under('26,087', '第1号・第2号を合わせた', 'R6.3.31'), `certified at the end of FY2023: ${rows}`)
  await page.getByRole('heading', { name: '似た数を、決まりごとに並べる' }).scrollIntoViewIfNeeded()
  await stage.shot(page, 'indicator-counts')
  await stage.accessible(page, '数え方のちがい')

  for (const [name, head] of [
    ['PDF（1枚）', '%PDF'],
    ['Excel', 'PK'],
  ] as const) {
    const saved = page.waitForEvent('download', { timeout: 60_000 })
    await page.getByRole('button', { name, exact: true }).press('Enter')
    const bytes = readFileSync(await (await saved).path())
    expectTrue(bytes.subarray(0, head.length).toString('latin1') === head, `${name} is a file of its kind`)
  }

  await page.getByRole('button', { name: 'この見方を保存' }).press('Enter')
  await page.getByLabel(/^見方の名前/).fill('高松市の認定率の数え方')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/見方「高松市の認定率の数え方」を保存しました/).waitFor()
  await page.goto(`${stage.address}/indicators`)
  await page.getByRole('link', { name: '高松市の認定率の数え方' }).click()
  await table.getByText('120,321').waitFor()
}

/** Eleven days of 235 towns: the line of one town, and the towns where they are. */
async function towns(stage: Stage): Promise<void> {
  const page = await stage.open('/indicators/ageing-rate?level=town')
  await stage.signIn(page, 'm1101', 'meguri-sample')
  const map = page.getByRole('figure', { name: /高齢化率の町ごとの地図/ })
  await map.waitFor({ timeout: 30_000 })
  await page.waitForTimeout(1500) // points are drawn after the page
  await stage.shot(page, 'indicator-towns')
  await page.getByLabel('町', { exact: true }).selectOption({ index: 5 })
  await page.getByRole('region', { name: 'まとめ' }).waitFor()
  await tab(page, '推移').click()
  await picture(page, '高齢化率の移り変わり').waitFor()
  await stage.accessible(page, '町の推移')
  await page.getByRole('figure', { name: '高齢化率の移り変わり' }).scrollIntoViewIfNeeded()
  await stage.shot(page, 'indicator-series')
}

/** Two indicators, several, and neighbours side by side; twenty pictures on a page. */
async function comparison(stage: Stage): Promise<void> {
  const page = await stage.open('/indicators/compare')
  await stage.signIn(page, 'm1101', 'meguri-sample')
  await picture(page, /と要介護認定率$/).waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '▲ 丸亀市' }).press('Enter')
  await page
    .getByRole('complementary', { name: '点を読む' })
    .getByText(/要介護認定率 \d/)
    .waitFor()
  await stage.accessible(page, '散布図')
  await stage.shot(page, 'indicator-scatter')
  await page.keyboard.press('Alt+2')
  await picture(page, 'いくつかの指標を全国と比べる').waitFor()
  await stage.shot(page, 'indicator-radar')
  await page.keyboard.press('Alt+3')
  await page.getByRole('region', { name: '指標ごとに並べた値' }).getByText('◆ 高松市').waitFor()
  await stage.shot(page, 'indicator-side-by-side')

  const small = await stage.open('/indicators/charts', { zoom: 2 })
  await small.getByLabel(/^職員番号/).fill('m1101')
  await small.getByLabel(/^パスワード/).fill('meguri-sample')
  await small.keyboard.press('Enter')
  await picture(small, /^要介護認定率$/).waitFor({ timeout: 30_000 })
  expectTrue((await small.locator('figure[data-chart]').count()) === 20, 'twenty pictures on a page')
  await fitsWindow(small, 'the page of pictures at 200 %')
  await settled(small)
  await stage.accessible(small, '図の一覧')
  await stage.shot(small, 'indicator-charts-zoomed')
  await small.goto(`${stage.address}/indicators/certification-rate`)
  const spread = small.getByRole('figure', { name: '要介護認定率の分布' })
  await spread.scrollIntoViewIfNeeded({ timeout: 30_000 })
  await picture(small, '要介護認定率の分布').waitFor()
  await fitsWindow(small, 'the page of an indicator at 200 %')
}

export const journeys: Journey[] = [
  { name: '指標: 高松市はどうちがい、本当か、どこから来た数か', run: takamatsu },
  { name: '指標: 町の高齢化率を11の調査日で', run: towns },
  { name: '指標: 二つ、いくつか、隣と比べる', run: comparison },
]
