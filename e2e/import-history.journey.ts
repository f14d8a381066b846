import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const FOLDER = join(import.meta.dirname, '..', 'src', 'exchange', 'population-by-town', 'fixtures')
const NEWEST = '0066_202602.xlsx'
const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'
const WAIT = 90_000

const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: WAIT })

async function upload(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByRole('radio', { name: /町別・年齢別人口/ }).check({ force: true })
  await page.getByLabel(/^ファイル/).setInputFiles(file)
  await page.getByRole('button', { name: /何が変わるかを調べる/ }).click()
}

/** The newest month is taken in, found in the history, taken back after a question, and can be taken in again. */
async function takenBack(stage: Stage): Promise<void> {
  const page = await stage.open('/imports')
  await stage.signIn(page, OFFICER, PASSWORD)
  await upload(page, join(FOLDER, NEWEST))
  await page.getByRole('button', { name: 'この内容で保存する' }).click({ timeout: WAIT })
  await shows(page, /^保存しました/)

  await page.goto(`${stage.address}/imports`)
  await page.getByRole('tab', { name: /公表されたファイルの記録/ }).click()
  const table = page.getByRole('table', { name: '公表されたファイルの読み込みの記録' })
  const row = table.getByRole('row').filter({ hasText: NEWEST }).first()
  await row.waitFor({ timeout: WAIT })
  await stage.accessible(page, '記録')
  await stage.shot(page, 'import-history')
  await row.getByRole('button', { name: /取り消す/ }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('加わった 235件は、なくなります。').waitFor()
  await stage.accessible(page, '取り消しの確認')
  await stage.shot(page, 'import-undo-question')
  await question.getByRole('button', { name: '取り消して前の内容に戻す' }).click()
  await shows(page, /の読み込みを取り消しました/)
  await row.getByText('取り消しました').waitFor({ timeout: WAIT })
  await stage.shot(page, 'import-undone')
  expectTrue((await row.getByRole('button').count()) === 0, 'what was undone cannot be undone again')

  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(300)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${over} px stand outside at 200 %`)
  await stage.shot(page, 'import-history-200')
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** 235 towns change at once: the first stand there, all can be walked through and saved as CSV; nothing is stored. */
async function everyDifference(stage: Stage): Promise<void> {
  const page = await stage.open('/imports')
  await stage.signIn(page, OFFICER, PASSWORD)
  const march = readFileSync(join(FOLDER, '0066_202303.csv'), 'utf8')
  const elsewhere = march.replaceAll(',37201,', ',99901,')
  await upload(page, { name: '0066_202303.csv', mimeType: 'text/csv', buffer: Buffer.from(elsewhere) })
  const added = page.getByRole('region', { name: '追加' })
  await added.getByText(/235件のうち初めの10件/).waitFor({ timeout: WAIT })
  await added.getByRole('button', { name: '順にすべてを表示する' }).click()
  await added.getByText('235件のうち200件を表示').waitFor({ timeout: WAIT })
  await added.getByRole('button', { name: '次の35件' }).click()
  await added.getByText('235件のうち235件を表示').waitFor({ timeout: WAIT })
  await stage.accessible(page, '違いのすべて')
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: WAIT }),
    page.getByRole('button', { name: '違いのすべてを CSV で保存する' }).click(),
  ])
  const path = await download.path()
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n')
  expectTrue(lines[0] === '\uFEFF状態,対象,項目,今,これから', `the headings are not: ${lines[0]}`)
  const towns = new Set(lines.slice(1).map((line) => line.split(',')[1]))
  expectTrue(towns.size === 235, `the CSV names ${towns.size} towns`)
  await stage.shot(page, 'import-every-difference')
}

/** The same table said to be 速報 is another figure: nothing of 確定 changes, all of it is added. Nothing is stored. */
async function preliminary(stage: Stage): Promise<void> {
  const table = join(
    import.meta.dirname,
    '../src/exchange/annual-report/fixtures/r5_nenpo_table02_primary_insured_by_insurer.xlsx',
  )
  const page = await stage.open('/imports')
  await stage.signIn(page, OFFICER, PASSWORD)
  for (const [release, state] of [
    ['ファイルのとおり', '同じ'],
    ['速報', '追加'],
  ] as const) {
    await page.goto(`${stage.address}/imports`)
    await page.getByRole('radio', { name: /年報.*第1号被保険者数/ }).check({ force: true })
    await page.getByRole('radio', { name: new RegExp(`^${release}`) }).check({ force: true })
    await page
      .getByLabel(/^ファイル/)
      .first()
      .setInputFiles(table)
    await page.getByRole('button', { name: /何が変わるかを調べる/ }).click()
    await shows(page, new RegExp(`${state}[^0-9]*1,57[12]`))
    await stage.shot(page, `import-release-${release === '速報' ? 'preliminary' : 'as-file'}`)
  }
}

export const journeys: Journey[] = [
  { name: '速報として読み込むと、確定の数は変わらない', run: preliminary },
  { name: '公表されたファイルの記録を見て、最も新しい読み込みを取り消す', run: takenBack },
  { name: '読み込みの違いを、終わりまで見て CSV で受け取る', run: everyDifference },
]
