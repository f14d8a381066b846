import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const FOLDER = join(import.meta.dirname, '..', 'src', 'exchange', 'population-by-town', 'fixtures')
const FILES = readdirSync(FOLDER)
  .filter((name) => name.startsWith('0066_'))
  .sort()
const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'
const SOURCE = '「高松市オープンデータ」（高松市）、CC BY 4.0'

/** axe in both sizes, and no sideways scrolling of the page at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `officer-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

async function atImports(stage: Stage): Promise<Page> {
  const page = await stage.open('/imports')
  await stage.signIn(page, OFFICER, PASSWORD)
  await page.getByRole('heading', { name: 'ファイルの読み込み', level: 1 }).waitFor()
  await page.getByRole('radio', { name: /町別・年齢別人口/ }).check({ force: true })
  return page
}

const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

async function importAll(stage: Stage, page: Page): Promise<void> {
  await page.getByLabel(/^ファイル/).setInputFiles(FILES.map((name) => join(FOLDER, name)))
  await page.getByLabel(/^出典/).fill(SOURCE)
  await sound(stage, page, 'imports')
  await stage.shot(page, 'officer-imports')
  await page.getByRole('button', { name: /何が変わるかを調べる/ }).click()
  const save = page.getByRole('button', { name: 'この内容で保存する' })
  await save.waitFor()
  await shows(page, 'まだ保存していません')
  const read = await page.locator('dl').first().textContent()
  expectTrue(/読んだ行（件）2,585/.test(read ?? ''), `235 towns × 11 months were read, not: ${read}`)
  await shows(page, `出典: ${SOURCE}`)
  await shows(page, '出典: 高松市（クリエイティブ・コモンズ 表示 3.0）')
  await sound(stage, page, 'preview')
  await stage.shot(page, 'officer-preview')
  await save.click()
  await shows(page, /^保存しました/)
  await stage.shot(page, 'officer-saved')
  await stage.accessible(page, 'saved')
}

async function readFigures(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('link', { name: '町別の人口を見る' }).click()
  await page.getByLabel('調査日').selectOption('2025-10-01')
  await shows(page, /65歳以上は、令和7年10月1日現在、120,321人/)
  await page
    .getByRole('img', { name: /移り変わり|から/ })
    .first()
    .locator('svg')
    .waitFor()
  const sources = await page.getByText(`出典: ${SOURCE}`).count()
  expectTrue(sources >= 3, `出典 stands under words, picture and table, found ${sources}`)
  await stage.shot(page, 'officer-towns')
  await page.getByRole('button', { name: /65歳以上（人）/ }).click()
  await page.getByRole('button', { name: /65歳以上（人）/ }).click()
  expectTrue(
    new URL(page.url()).searchParams.get('sort') === 'aged65-descending',
    'the order stands in the address',
  )
  await page.keyboard.press('t')
  await page.getByRole('row', { name: /R7\.10\.1 .*120,321/ }).waitFor()
  await page.getByLabel('町の名で絞る').fill('天神前')
  await page.getByRole('row', { name: /^天神前/ }).waitFor()
  expectTrue(!decodeURIComponent(page.url()).includes('天神前'), 'no search word in the address')
  await sound(stage, page, 'towns')
  await page.getByLabel('町の名で絞る').fill('')
}

async function exportsSay(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV で書き出す' }).click(),
  ])
  const bytes = readFileSync(await download.path())
  expectTrue(bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])), 'CSV begins with a BOM')
  const whole = bytes
    .toString()
    .split('\r\n')
    .find((line) => line.startsWith('全体,'))
  expectTrue(
    whole?.includes(',120321,') && whole.includes(SOURCE),
    `the same figure and 出典 in the file: ${whole}`,
  )
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Excel で書き出す' }).click(),
  ])
  expectTrue(sheet.suggestedFilename().endsWith('2025-10-01.xlsx'), sheet.suggestedFilename())
  expectTrue(
    readFileSync(await sheet.path())
      .subarray(0, 2)
      .toString() === 'PK',
    'a workbook',
  )
}

/** The file of March 2023 with one total that its parts do not add up to. */
function damagedFile(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = readFileSync(join(FOLDER, '0066_202303.csv')).toString().split('\n')
  const cells = lines[9]?.split(',') ?? []
  cells[7] = String(Number(cells[7]) + 1)
  return {
    name: '0066_202303_damaged.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.with(9, cells.join(',')).join('\n')),
  }
}

export const journeys: Journey[] = [
  {
    name: '保険者職員が11か月分の町別人口を読み込み、確かめて保存し、出典とともに見る',
    async run(stage) {
      const page = await atImports(stage)
      await importAll(stage, page)
      await readFigures(stage, page)
      await exportsSay(page)
      const forced = await stage.open('/statistics/towns?day=2025-10-01', { forcedColors: 'active' })
      await stage.signIn(forced, OFFICER, PASSWORD)
      await shows(forced, /120,321人/)
      await forced.locator('figure svg').first().waitFor()
      await stage.shot(forced, 'officer-towns-forced-colours')
    },
  },
  {
    name: '保険者職員が壊れたファイルを読み込むと、どのセルが悪いかを言い、何も保存しない',
    async run(stage) {
      const page = await atImports(stage)
      await page.getByLabel(/^ファイル/).setInputFiles([damagedFile()])
      await page.getByRole('button', { name: /何が変わるかを調べる/ }).click()
      await shows(page, '読み込めませんでした。何も保存していません。')
      const row = page.getByRole('row', { name: /0066_202303_damaged\.csv H10 / })
      await row.waitFor()
      expectTrue(
        (await page.getByRole('button', { name: 'この内容で保存する' }).count()) === 0,
        'nothing to save',
      )
      await stage.shot(page, 'officer-refused')
      await sound(stage, page, 'refused')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV で保存する' }).click(),
      ])
      const text = readFileSync(await download.path()).toString()
      expectTrue(text.startsWith('\uFEFFファイル,セル,列,値,理由,直し方\r\n'), text.slice(0, 80))
      expectTrue(/H10/.test(text), 'the cell stands in the file')
      await page.goBack()
      await page.getByRole('row', { name: /0066_202303_damaged\.csv.*直すところ 1件/ }).waitFor()
    },
  },
]
