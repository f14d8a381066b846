import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import type { Page } from 'playwright-core'
import { aForm } from '../src/exchange/workbook/factory.ts'
import { contentOf, readZip } from '../src/exchange/workbook/zip.ts'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'

/** The sample's city closed this month for all centres. */
const closed = Temporal.Now.plainDateISO('Asia/Tokyo').toPlainYearMonth().subtract({ months: 3 })
const fiscalYear = closed.month >= 4 ? closed.year : closed.year - 1
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** axe in both sizes, and no sideways scrolling of the page at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await stage.shot(page, `workbook-${where}`)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `workbook-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** Chooses a file of this year, or of the next beside the form that is open. */
async function handIn(page: Page, path: string, submit: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByRole('button', { name: new RegExp(`^${submit}`) }).click()
}

const atCell = (page: Page, row: number, column: number) => page.locator(`[data-at="${row}:${column}"]`)

async function chooseCell(page: Page, row: number, column: number, address: string): Promise<void> {
  await atCell(page, row, column).click()
  await page.getByRole('heading', { name: new RegExp(` ${address}$`), level: 2 }).waitFor()
}

/** A figure of the monthly reports for the closed month. */
async function bindReport(page: Page, words: string): Promise<void> {
  await page.getByLabel('数を探す').fill(words)
  await page
    .getByRole('button', { name: /^市全体 月報 総合相談の合計 総合相談 / })
    .first()
    .click()
  await page.getByLabel('期間').selectOption(`month:${String(closed.month).padStart(2, '0')}`)
}
async function bind(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: /^対応づける/ }).click()
  await shows(page, `${address} に対応づけました`)
}
async function bindHand(page: Page, label: string, address: string): Promise<void> {
  await page.getByRole('radio', { name: '毎年入力する' }).check({ force: true })
  await page.getByLabel('何を入力するか').fill(label)
  await bind(page, address)
}

async function mapsThisYear(stage: Stage, page: Page): Promise<number> {
  // by keyboard: arrows to the cell, Enter chooses
  await page.getByRole('grid').waitFor()
  await sound(stage, page, 'form')
  await atCell(page, 1, 0).focus()
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Home')
  await chooseCell(page, 5, 3, 'D5')
  await atCell(page, 5, 3).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '様式1 D6', level: 2 }).waitFor()
  await shows(page, '第1号被保険者数 › 75歳以上85歳未満')
  await bindReport(page, '市全体 合計 延べ件数')
  const value = page.getByRole('status').locator('strong')
  const shown = Number((await value.first().textContent())?.replace(/[^\d]/g, ''))
  expectTrue(shown > 0, `the closed month has a figure: ${shown}`)
  await sound(stage, page, 'bind')
  await bind(page, 'D6')

  await chooseCell(page, 7, 3, 'D7') // 実人数 of a whole year: months do not add up
  await page.getByLabel('数を探す').fill('市全体 合計 実人数')
  await page
    .getByRole('button', { name: /^市全体 月報 総合相談の合計 総合相談 実人数/ })
    .first()
    .click()
  await page.getByLabel('期間').selectOption('year')
  await shows(page, '今は記入できません')
  await bind(page, 'D7')

  await chooseCell(page, 8, 3, 'D8')
  await shows(page, '数式のセルです。数式はそのまま残ります。')
  await chooseCell(page, 9, 3, 'D9')
  await bindHand(page, '認定者 要支援', 'D9')
  await page.getByRole('button', { name: /^様式2/ }).click()
  await chooseCell(page, 7, 1, 'B7')
  await shows(page, 'シートが保護され、入力できないセルです。')
  await chooseCell(page, 4, 1, 'B4')
  await bindHand(page, '窓口の件数', 'B4')
  await page.getByRole('tab', { name: /^対応づけた数/ }).click()
  await shows(page, '窓口の件数')
  await sound(stage, page, 'bound')
  return shown
}

/** @returns the filled file */
async function fills(stage: Stage, page: Page): Promise<Buffer> {
  await page.getByRole('tab', { name: '記入', exact: true }).click()
  await page.getByLabel(/^認定者 要支援/).fill('１，２３４')
  await page.getByRole('button', { name: '記入する内容を確かめる' }).click()
  await shows(page, '2セルに記入し、2セルはそのままです')
  await shows(page, 'まだ入力していません。')
  await shows(page, /足しても.*の数になりません。/)
  await sound(stage, page, 'preview')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '記入してファイルを受け取る' }).click()
  const file = await (await download).path()
  await shows(page, '記入したファイルを渡しました')
  await page.getByRole('tab', { name: /^控え/ }).click()
  await shows(page, '2セル')
  await sound(stage, page, 'history')
  return readFileSync(file)
}

/** Opened as Excel would read it, and compared with the form part by part. */
async function compares(form: Uint8Array, filled: Buffer, value: number): Promise<void> {
  const book = new Excel.Workbook()
  await book.xlsx.load(Uint8Array.from(filled).buffer)
  const sheet = book.getWorksheet('様式1')
  const [d6, d7, d8, d9] = ['D6', 'D7', 'D8', 'D9'].map((cell) => sheet?.getCell(cell))
  expectTrue(d6?.value === value, `D6 holds the figure of the screen: ${d6?.value}`)
  expectTrue(d7?.value === null, `a missing figure is no 0: ${d7?.value}`)
  expectTrue(d8?.formula === 'SUM(D5:D7)', `the formula stays: ${d8?.formula}`)
  expectTrue(d9?.value === 1234 && d9.numFmt === '#,##0', `D9: ${d9?.value} ${d9?.numFmt}`)
  expectTrue(book.getWorksheet('様式2')?.getCell('B4').value === null, 'what was not typed stays blank')
  const parts = new Map(readZip(form).map((part) => [part.name, contentOf(part)]))
  const changed = readZip(filled)
    .filter((part) => !parts.get(part.name)?.equals(contentOf(part)))
    .map(({ name }) => name)
    .sort()
  expectTrue(
    changed.join() === 'xl/workbook.xml,xl/worksheets/sheet1.xml',
    `every other part is as it was: ${changed.join()}`,
  )
}

async function carriesOver(stage: Stage, page: Page): Promise<void> {
  await shows(page, '前の版との違い')
  const row = (label: string) => page.getByRole('row').filter({ hasText: label })
  await row('認定者 要支援').getByText('動いた').waitFor()
  await row('実人数').getByText('見出しが変わった').waitFor()
  await row('実人数').getByText('85歳以上の者').first().waitFor()
  await shows(page, /この版で新しい欄/)
  await shows(page, '第1号被保険者数 › （再掲）外国人被保険者')
  await sound(stage, page, 'carry')
  await page.getByRole('button', { name: '3セルを引き継ぐ' }).click()
  await page.getByRole('heading', { name: /^見出しが同じ/ }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /を様式１ D7 に引き継ぐ$/ }).click()
  await shows(page, '前の版の対応づけは、すべて決まっています')
  await sound(stage, page, 'carried')
  await page.getByRole('link', { name: '様式を開く' }).click()
  await page.getByRole('tab', { name: /^対応づけた数/ }).click()
  await page.getByRole('link', { name: '様式１ D10' }).waitFor()
  await page.getByRole('link', { name: '様式１ D10' }).click()
  await shows(page, '認定者数 › 要支援')
  await stage.shot(page, 'workbook-next-year')
}

export const journeys: Journey[] = [
  {
    name: '保険者職員が Excel 様式に数を対応づけ、記入し、翌年の様式に引き継ぐ',
    run: async (stage) => {
      const form = await aForm({ fiscalYear })
      const thisYear = join(stage.shots, `調査票_${fiscalYear}.xlsx`)
      const nextYear = join(stage.shots, `調査票_${fiscalYear + 1}.xlsx`)
      writeFileSync(thisYear, form)
      writeFileSync(nextYear, await aForm({ fiscalYear: fiscalYear + 1, change: 'next-year' }))
      const page = await stage.open('/workbooks')
      await stage.signIn(page, OFFICER, PASSWORD)
      await shows(page, 'まだ様式はありません')
      await sound(stage, page, 'empty')
      await page.getByRole('link', { name: '様式を預ける' }).click()
      await page.getByRole('button', { name: /^様式を預ける/ }).click()
      await shows(page, '様式の Excel ファイルを選んでください。')
      await page.getByLabel(/^様式の名前/).fill('状況調査票（見本）')
      await page.getByLabel(/^求めているところ/).fill('見本県')
      await page.getByLabel(/^報告する年度/).selectOption(String(fiscalYear))
      await sound(stage, page, 'upload')
      await handIn(page, thisYear, '様式を預ける')
      await page.getByRole('heading', { name: /^状況調査票/, level: 1 }).waitFor()
      const value = await mapsThisYear(stage, page)
      await compares(form, await fills(stage, page), value)
      await page.getByRole('link', { name: '次の年度のファイルを預ける' }).click()
      await handIn(page, nextYear, '預けて違いを見る')
      await carriesOver(stage, page)
      await page.goto(`${stage.address}/workbooks`)
      await shows(page, '引き継ぎ済み')
      await sound(stage, page, 'list')
    },
  },
]
