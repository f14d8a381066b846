// Takes the pictures of the guides from a running sample: node docs/screens/take.ts [ADDRESS]
// It records one consultation and completes one task: use a fresh data folder, and look at the pictures afterwards.
import { openBrowser, Stage } from '../../e2e/harness.ts'

const address = process.argv[2] ?? 'http://127.0.0.1:8787'
const browser = await openBrowser()
const stage = new Stage(address, browser, import.meta.dirname)
const settle = 1500

/** Signs in as one of the sample's accounts and opens a page. */
async function as(staffNumber: string, path: string) {
  const page = await stage.open('/')
  await stage.signIn(page, staffNumber, 'meguri-sample')
  if (path !== '/') await page.goto(address + path)
  await page.waitForTimeout(settle)
  return page
}

const door = await stage.open('/')
await stage.shot(door, 'sign-in')

const worker = await as('m0202', '/')
await worker.keyboard.press('j')
await stage.shot(worker, 'today')
await worker.keyboard.press('Control+k')
await worker.keyboard.type('みほん と')
await worker.waitForTimeout(settle)
await stage.shot(worker, 'search')
await worker.keyboard.press('Control+Enter')
await worker.waitForTimeout(settle)
await worker.keyboard.press('3')
await worker.keyboard.type('母の物忘れが増えた。火の消し忘れが2回あり、一人で置いておくのが心配。')
await worker.keyboard.press('Tab')
await worker.keyboard.press('h')
await worker.keyboard.press('n')
await worker.keyboard.press('Alt+3')
await worker.waitForTimeout(4000)
await stage.shot(worker, 'intake')
await worker.keyboard.press('Control+Enter')
await worker.getByText('の相談を保存しました').waitFor()
await stage.shot(worker, 'saved')
await worker.getByRole('link', { name: /フェースシートと経過/ }).click()
await worker.setViewportSize({ width: 1366, height: 600 })
await worker.waitForTimeout(settle)
await stage.shot(worker, 'sheet')

const inquiry = await as('m0202', '/people/inquiry')
await inquiry.getByLabel(/^氏名/).fill('架空崎 幸乃')
await inquiry.getByLabel(/^フリガナ/).fill('カクウザキ サチノ')
await inquiry.getByLabel(/^生年月日/).fill('S6.12.16')
await inquiry.keyboard.press('Control+Enter')
await inquiry.waitForTimeout(settle)
await stage.shot(inquiry, 'inquiry')

const registration = await as('m0202', '/people/new')
await registration.getByLabel(/^氏名※/).fill('架空崎 幸乃')
await registration.getByLabel(/^フリガナ※/).fill('カクウザキ サチノ')
await registration.getByLabel(/^生年月日$/).fill('S6.12.16')
await registration.keyboard.press('Tab')
await registration.waitForTimeout(2000)
await stage.shot(registration, 'duplicates')

const officer = await as('m1101', '/imports?kind=population-by-town')
await stage.shot(officer, 'imports')
await officer.goto(`${address}/statistics/towns`)
await officer.waitForTimeout(3500)
await stage.shot(officer, 'statistics')

const administrator = await as('m1110', '/staff')
await stage.shot(administrator, 'staff')

await stage.closePages()
await browser.close()
for (const fault of stage.faults) console.error(fault)
process.exitCode = stage.faults.length > 0 ? 1 : 0
