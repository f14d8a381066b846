import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const MANAGER = 'm0201'
const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'

/** The month that ended last, as the server sees it. */
const month = Temporal.Now.plainDateISO('Asia/Tokyo').toPlainYearMonth().subtract({ months: 1 }).toString()
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** axe in both sizes, and no sideways scrolling of the page at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await stage.shot(page, `report-${where}`)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `report-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

async function atReports(stage: Stage, staffNumber: string): Promise<Page> {
  const page = await stage.open('/monthly-reports')
  await stage.signIn(page, staffNumber, PASSWORD)
  await page.getByRole('heading', { name: '月報', level: 1 }).waitFor()
  return page
}

/** The figure of a row under its heading, as it stands on the screen. */
async function figureOf(page: Page, row: string, heading: string): Promise<string> {
  const link = page
    .getByRole('link', { name: new RegExp(`^${row} ${heading} [\\d,]+.*の記録を開く$`) })
    .first()
  return (await link.textContent())?.trim() ?? ''
}

/** A consultation of the closed month, recorded today: what the intake page sends. */
async function recordLate(page: Page): Promise<void> {
  const body = {
    id: crypto.randomUUID(),
    channel: 'phone',
    caller: 'anonymous',
    urgency: 'information',
    topics: ['disaster'],
    text: '（見本）あとから書いた相談の記録。',
    receivedAt: `${month}-15T10:00:00+09:00`,
    unnamed: { ageBand: '75-84', sex: 'unknown' },
  }
  const status = await page.evaluate(async (json) => {
    const answer = await fetch('/api/consultations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
      body: JSON.stringify(json),
    })
    return answer.status
  }, body)
  expectTrue(status === 200, `the late record was stored: ${status}`)
}

async function managerReads(stage: Stage, page: Page): Promise<void> {
  await sound(stage, page, 'overview')
  await page
    .getByRole('link', { name: /やまて .*: 下書き/ })
    .nth(1)
    .click()
  await page.getByRole('heading', { name: /月報$/, level: 1 }).waitFor()
  expectTrue(page.url().includes(month), `the second row is last month: ${page.url()}`)
  await shows(page, '相談内容')
  await sound(stage, page, 'draft')
  const figure = await figureOf(page, '相談内容 認知症', '延べ件数')
  await page.getByRole('link', { name: /^相談内容 認知症 延べ件数/ }).click()
  await shows(page, new RegExp(`全${figure}件`))
  await stage.shot(page, 'report-records')
  await stage.accessible(page, 'records')
  await page.keyboard.press('Escape')
  expectTrue(!page.url().includes('open='), 'Esc closes the list')
  await page.getByRole('tab', { name: '町と住民' }).click()
  await shows(page, '65歳以上千人あたり')
  await stage.shot(page, 'report-towns')
  await page.getByRole('tab', { name: '日ごと' }).click()
  await page.locator('figure svg').first().waitFor()
  await stage.shot(page, 'report-days')
  await page.getByRole('tab', { name: '月報', exact: true }).click()
}

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '確定する' }).first().click()
  await page
    .getByRole('complementary', { name: '月報を確定する' })
    .getByRole('button', { name: /^確定する/ })
    .click()
  await shows(page, '月報を確定しました')
}

async function officerSendsBack(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('link', { name: /やまて .*: センター確定/ }).click()
  await page.getByRole('button', { name: '差し戻す' }).click()
  const panel = page.getByRole('complementary', { name: '月報を差し戻す' })
  await panel.getByRole('button', { name: /^差し戻す/ }).click()
  await panel.getByText(/理由/).first().waitFor() // without a reason nothing is sent
  await panel.getByLabel(/差し戻す理由/).fill('災害の相談がもう1件あるはずです。確かめてください。')
  await stage.accessible(page, 'send-back')
  await stage.shot(page, 'report-send-back')
  await panel.getByRole('button', { name: /^差し戻す/ }).click()
  await shows(page, '月報を差し戻しました')
}

async function managerCorrects(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.address}/`)
  await page.getByRole('tab', { name: /新規担当/ }).click()
  await page
    .getByRole('row', { name: /差し戻された.*月報/ })
    .getByRole('link')
    .first()
    .click()
  await shows(page, '市から差し戻されています')
  await shows(page, /災害の相談がもう1件/)
  await stage.shot(page, 'report-returned')
  await recordLate(page)
  await page.reload()
  await shows(page, /確定後に変わった記録 1件/)
  await confirm(page)
  await shows(page, /センター確定 第2版/)
}

async function officerAccepts(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.address}/monthly-reports`)
  await page.getByRole('link', { name: /やまて .*: センター確定/ }).click()
  await page.getByRole('button', { name: '受理する' }).click()
  await page
    .getByRole('complementary', { name: '月報を受理する' })
    .getByRole('button', { name: /^受理する/ })
    .click()
  await shows(page, '月報を受理しました')
  await shows(page, /市受理 第2版/)
}

async function lateEntryBeside(stage: Stage, page: Page): Promise<void> {
  const before = await figureOf(page, '相談内容 災害', '延べ件数')
  await recordLate(page)
  await page.reload()
  await shows(page, /▲ 確定後に変わった記録 1件/)
  expectTrue((await figureOf(page, '相談内容 災害', '延べ件数')) === before, 'the submitted figure stands')
  const row = page.getByRole('row', { name: /^災害/ })
  expectTrue(
    /現在 [\d,]+\s*（＋1）/.test((await row.textContent()) ?? ''),
    `現在値 stands beside: ${await row.textContent()}`,
  )
  await row.scrollIntoViewIfNeeded()
  await stage.shot(page, 'report-beside')
  await page.getByRole('tab', { name: /確定後の変更/ }).click()
  await page.getByRole('row', { name: /追加.*総合相談/ }).waitFor()
  await sound(stage, page, 'late')
  await page.getByRole('tab', { name: '版と手続き' }).click()
  await sound(stage, page, 'versions')
  await page.getByRole('link', { name: '確定 第2版を見る' }).click()
  await page.getByRole('heading', { name: /月報 第2版/ }).waitFor()
  expectTrue(
    (await figureOf(page, '相談内容 災害', '延べ件数')) === before,
    'the version shows what was submitted',
  )
  await stage.accessible(page, 'version')
  await stage.shot(page, 'report-version')
  const paper = await download(page, '様式（PDF 1枚）')
  expectTrue(paper.bytes.subarray(0, 5).toString() === '%PDF-', 'a PDF')
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], {
    input: paper.bytes,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  expectTrue(text.split('\f').length === 2, 'the form is one page')
  const words = text.replace(/\s/g, '')
  expectTrue(
    words.includes('確定第2版') && !words.includes('下書き'),
    `which version it is: ${words.slice(0, 80)}`,
  )
  const book = await download(page, 'Excel')
  expectTrue(/^月報_.*_確定第2版_.*\.xlsx$/.test(book.name), book.name)
}

export const journeys: Journey[] = [
  {
    name: '月報を確定し、差し戻され、直して受理され、遅れた記録が確定値の横に並ぶ',
    async run(stage) {
      const manager = await atReports(stage, MANAGER)
      await managerReads(stage, manager)
      const draft = await download(manager, '様式（PDF 1枚）')
      expectTrue(draft.name.endsWith('.pdf'), draft.name)
      await confirm(manager)
      await shows(manager, /センター確定 第1版/)
      await sound(stage, manager, 'confirmed')
      const officer = await atReports(stage, OFFICER)
      await sound(stage, officer, 'officer-overview')
      await officerSendsBack(stage, officer)
      await managerCorrects(stage, manager)
      await officerAccepts(stage, officer)
      await lateEntryBeside(stage, manager)
    },
  },
  {
    name: '市全体の月報は、受理していないセンターを名指しして待ち、先の月は断る',
    async run(stage) {
      const page = await atReports(stage, OFFICER)
      await page.goto(`${stage.address}/monthly-reports/insurer/${month}`)
      await shows(page, /受理していないセンターがあります: .*中央（下書き）/)
      expectTrue(
        (await page.getByRole('button', { name: '確定する' }).count()) === 0,
        'nothing to confirm yet',
      )
      await shows(page, 'センターごとの総合相談')
      await sound(stage, page, 'insurer')
      await page.goto(`${stage.address}/monthly-reports/insurer/2199-01`)
      await shows(page, /まだ始まっていません/)
      await page.goto(`${stage.address}/monthly-reports/insurer/2001-01`)
      await shows(page, 'この月の記録はありません')
      const forced = await stage.open(`/monthly-reports/insurer/${month}`, { forcedColors: 'active' })
      await stage.signIn(forced, OFFICER, PASSWORD)
      await shows(forced, '相談内容')
      await stage.shot(forced, 'report-forced-colours')
    },
  },
]
