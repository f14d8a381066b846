import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const FOLDER = join(import.meta.dirname, '..', 'src', 'exchange', 'care-offices', 'fixtures', 'pref37-kagawa')
const FILES = readdirSync(FOLDER).sort()
const OFFICER = 'm1101'
const CENTRE_WORKER = 'm0202'
const PASSWORD = 'meguri-sample'
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** axe in both sizes, and no sideways scrolling of the page at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await stage.shot(page, `offices-${where}`)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `offices-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** The sample holds both prefectures: the same files again are read and change nothing. */
async function readAgain(stage: Stage): Promise<Page> {
  const page = await stage.open('/imports?kind=care-offices')
  await stage.signIn(page, OFFICER, PASSWORD)
  await page.getByLabel(/^ファイル/).setInputFiles(FILES.map((name) => join(FOLDER, name)))
  await press(page, /何が変わるかを調べる/)
  await page.locator('dl').first().getByText('572').first().waitFor()
  await shows(page, /介護サービス情報公表システム オープンデータ/)
  await stage.shot(page, 'offices-preview')
  await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: '介護事業所' }).click()
  await page.getByRole('heading', { name: '介護事業所', level: 1 }).waitFor()
  return page
}

async function readList(stage: Stage, page: Page): Promise<void> {
  await shows(page, /香川県: 22サービス/)
  await shows(page, /次の13サービスは、この一覧には入っていません/)
  await shows(page, /を加工して作成/)
  await sound(stage, page, 'list')
  await page.getByLabel('市区町村').selectOption({ label: '香川県高松市' })
  await shows(page, /全163件/)
  await page.getByLabel(/^名称・法人・住所・番号/).fill('さつき荘')
  await page.keyboard.press('Enter')
  await shows(page, /全1件/)
  expectTrue(!page.url().includes('%E3%81%95'), 'the word stands nowhere in the address')
  await page.getByRole('link', { name: /さつき荘/ }).click()
  await page.getByRole('heading', { name: /さつき荘/, level: 1 }).waitFor()
  await shows(page, /jigyosho_520.csv/)
  await sound(stage, page, 'office')
  await page.goBack()
  await shows(page, /全163件/)
}

/** How many stand behind a tab; waits until they are known. */
async function countOf(page: Page, name: string): Promise<number> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name} *[0-9]`) })
  await tab.waitFor()
  return Number(((await tab.textContent()) ?? '').replace(/[^0-9]/g, ''))
}

async function decideDifferences(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('link', { name: /名称・住所のちがい（決めるもの/ }).click()
  await page.getByLabel('市区町村').selectOption({ label: '香川県高松市' })
  await shows(page, /空白・全角半角だけのちがいが\d+件あります/)
  const before = await countOf(page, '決めるもの')
  await sound(stage, page, 'differences')
  await press(page, 'まとめて確認する')
  const said = await page
    .getByText(/\d+件を確認しました/)
    .first()
    .textContent()
  const accepted = Number(/(\d+)件/.exec(said ?? '')?.[1])
  await page.getByRole('tab', { name: new RegExp(`決めるもの *${before - accepted} *件`) }).waitFor()
  const card = page.getByRole('article', { name: '事業所番号 3750180055' })
  await card.getByRole('button', { name: '決める' }).click()
  await card.getByRole('radio', { name: /一つの事業所/ }).check({ force: true })
  await press(page, /決定を保存する/)
  await shows(page, /一覧に出す名称/)
  await card
    .getByRole('radio', { name: '介護老人保健施設サンライズ屋島', exact: true })
    .check({ force: true })
  await card.getByRole('radio', { name: /2721番地6/ }).check({ force: true })
  await card.getByLabel(/^理由/).fill('指定の通知書で確かめた（見本）')
  await card.scrollIntoViewIfNeeded()
  await sound(stage, page, 'deciding')
  await page.keyboard.press('Control+Enter')
  await shows(page, '名称・住所のちがいを決めました')
  await page.getByRole('tab', { name: new RegExp(`決めるもの *${before - accepted - 1} *件`) }).waitFor()
  await page.getByRole('tab', { name: /決めたもの/ }).click()
  await shows(page, /指定の通知書で確かめた（見本）/)
  await sound(stage, page, 'decided')
}

async function readOnly(stage: Stage): Promise<void> {
  const page = await stage.open('/offices/differences?city=all', { forcedColors: 'active' })
  await stage.signIn(page, CENTRE_WORKER, PASSWORD)
  await page.getByRole('tab', { name: /決めるもの *[0-9]/ }).waitFor()
  await page.getByRole('article').first().waitFor()
  expectTrue((await page.getByRole('button', { name: /^決める/ }).count()) === 0, 'only officers decide')
  await stage.shot(page, 'offices-forced-colours')
}

const CITY_FOLDER = join(FOLDER, '..', '..', '..', 'municipal-figures', 'fixtures')
const CITY_FILES = ['0068.csv', '0091_2022.csv', '0092_2022.csv', '0095.csv', '0095_2025.xlsx']
const CITY_SOURCE = '「高松市オープンデータ」（高松市）、CC BY 4.0'

async function readCityFigures(stage: Stage): Promise<void> {
  const page = await stage.open('/imports?kind=municipal-figures')
  await stage.signIn(page, OFFICER, PASSWORD)
  await page.getByLabel(/^ファイル/).setInputFiles(CITY_FILES.map((name) => join(CITY_FOLDER, name)))
  await page.getByLabel(/^出典/).fill(CITY_SOURCE)
  await press(page, /何が変わるかを調べる/)
  await shows(page, /名前の年と、中に書かれた出典の番地の年がちがうファイル/)
  const save = page.getByRole('button', { name: 'この内容で保存する' })
  if (await save.isVisible()) {
    await save.click()
    await shows(page, /^保存しました/)
  }
  await page.goto(`${stage.address}/statistics/city`)
  await page.getByRole('heading', { name: '市の小さな統計', level: 1 }).waitFor()
  await shows(page, '120,093')
  await shows(page, '26,331')
  await shows(page, '推計（これから先の見込み）')
  await shows(page, /たしたり、平均したり/)
  await sound(stage, page, 'city-figures')
}

export const journeys: Journey[] = [
  {
    name: "city figures: the city's own counts beside what looks alike",
    run: readCityFigures,
  },
  {
    name: 'offices: read the files again, find one, decide which name stands',
    async run(stage) {
      const page = await readAgain(stage)
      await readList(stage, page)
      await decideDifferences(stage, page)
      await readOnly(stage)
    },
  },
]
