import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const PASSWORD = 'meguri-sample'
const WORKER = 'm0202'
const COLLEAGUE = 'm0201'

const inTokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' })
const dayAfter = (days: number) => inTokyo.format(Date.now() + days * 86_400_000)

const rowText = (page: Page) => page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '')

async function walkTo(page: Page, word: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('j')
    if ((await rowText(page)).includes(word)) return
  }
  throw new Error(`no row says ${word}`)
}

/** 「本日期限」 of the tab's badge. */
async function countOf(page: Page, tab: string): Promise<number> {
  const label = await page.getByRole('tab', { name: new RegExp(tab) }).textContent()
  return Number(/\d+/.exec(label ?? '')?.[0])
}

async function addOwn(page: Page, title: string): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: /^すること/ }).waitFor()
  await page.keyboard.insertText(title)
  await page.keyboard.press('Control+Enter')
  await page.getByText(`「${title}」を予定に加えました`).waitFor()
}

async function deeds(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await stage.signIn(page, WORKER, PASSWORD)
  await page.getByRole('tab', { name: /本日期限/ }).waitFor()
  const title = '見本の予定を片づける'
  await addOwn(page, title)
  await page.getByRole('cell', { name: title }).waitFor()
  const before = await countOf(page, '本日期限')

  await walkTo(page, title)
  await page.keyboard.press('d')
  await page.getByText(`「${title}」を完了にしました`, { exact: true }).waitFor()
  await page.getByRole('cell', { name: title }).waitFor({ state: 'detached' })
  expectTrue((await countOf(page, '本日期限')) === before - 1, 'done: one less')
  await page.keyboard.press('Alt+z')
  await page.getByText('元に戻しました').waitFor()
  await page.getByRole('cell', { name: title }).waitFor()
  expectTrue((await countOf(page, '本日期限')) === before, 'undone: as before')

  await walkTo(page, title)
  await page.keyboard.press('p')
  await page.getByRole('textbox', { name: /^延期の理由/ }).waitFor()
  await stage.accessible(page, '延期')
  await page.keyboard.press('Control+Enter') // a reason and a day are asked for
  await page.getByText('延期の理由を入力してください').first().waitFor()
  await page.getByRole('textbox', { name: /^延期の理由/ }).focus()
  await page.keyboard.insertText('本人の都合による')
  await page.keyboard.press('Enter')
  await page.keyboard.type(dayAfter(3))
  await page.keyboard.press('Control+Enter')
  await page.getByText(`「${title}」を延期しました`, { exact: true }).waitFor()
  await page.keyboard.press('Alt+5')
  await page.getByRole('cell', { name: new RegExp(`${title}.*本人の都合による`) }).waitFor()
  await page.getByText('この15分に行ったこと').waitFor()
}

/** The focus is in the row that says the word, without another key. */
const waitForRow = (page: Page, word: string) =>
  page.waitForFunction((one) => document.activeElement?.closest('tr')?.textContent?.includes(one), word)

/** Done, next, done, next: the keys work on the row that comes into the place of the one that left. */
async function rowAfterRow(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await stage.signIn(page, WORKER, PASSWORD)
  await page.getByRole('tab', { name: /本日期限/ }).waitFor()
  const [first, second, third] = ['見本の予定その一', '見本の予定その二', '見本の予定その三'] as const
  for (const title of [first, second, third]) await addOwn(page, title)
  await page.getByRole('cell', { name: third }).waitFor()

  await walkTo(page, first)
  await page.keyboard.press('d')
  await page.getByRole('cell', { name: first }).waitFor({ state: 'detached' })
  await waitForRow(page, second)
  await page.keyboard.press('p')
  const panel = page.getByRole('complementary', { name: '期限を延ばす' })
  await panel.getByText(second).waitFor()
  await page.keyboard.insertText('本人の都合による')
  await page.keyboard.press('Enter')
  await page.keyboard.type(dayAfter(1))
  await page.keyboard.press('Control+Enter')
  await page.getByRole('cell', { name: second }).waitFor({ state: 'detached' })
  await waitForRow(page, third) // the panel could not give the focus back to a row that is gone
  await page.keyboard.press('d')
  await page.getByRole('cell', { name: third }).waitFor({ state: 'detached' })
  expectTrue((await rowText(page)) !== '', 'the last row leaves: the one before has the focus')
}

async function handOver(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await stage.signIn(page, WORKER, PASSWORD)
  await page.getByRole('tab', { name: /本日期限/ }).waitFor()
  const title = '見本の予定を引き継ぐ'
  await addOwn(page, title)
  await page.getByRole('cell', { name: title }).waitFor()

  const colleague = await stage.open('/')
  await stage.signIn(colleague, COLLEAGUE, PASSWORD)
  const name = await colleague.evaluate(
    async () => ((await (await fetch('/api/session')).json()) as { staff: { name: string } }).staff.name,
  )

  await page.bringToFront()
  await walkTo(page, title)
  await page.keyboard.press('h')
  await page.getByRole('textbox', { name: /^引き継ぎの理由/ }).waitFor()
  await page.keyboard.insertText('休みのため')
  await page.keyboard.press('Enter')
  const chosen = () =>
    page.evaluate(() => {
      const list = document.activeElement
      return list instanceof HTMLSelectElement
        ? (list.selectedOptions[0]?.text ?? '')
        : 'no list has the focus'
    })
  for (let step = 0; step < 60 && (await chosen()) !== name; step++) await page.keyboard.press('ArrowDown')
  expectTrue((await chosen()) === name, `${name} can be chosen`)
  await stage.accessible(page, '引き継ぎ')
  await page.keyboard.press('Control+Enter')
  await page.getByText(`「${title}」を${name}さんに引き継ぎました`).waitFor()
  await page.keyboard.press('Alt+4')
  await page.getByRole('cell', { name: new RegExp(`${title}.*休みのため`) }).waitFor()

  await colleague.bringToFront()
  await colleague.reload()
  await colleague.getByRole('tab', { name: /新規担当/ }).waitFor()
  await colleague.keyboard.press('Alt+1')
  await colleague.getByRole('cell', { name: new RegExp(`${title}.*休みのため`) }).waitFor()
  await stage.accessible(colleague, '新規担当')
  await walkTo(colleague, title)
  await colleague.keyboard.press('r')
  await colleague.getByText(`「${title}」を受領しました`).waitFor()
  await colleague.keyboard.press('Alt+2')
  await colleague.getByRole('cell', { name: title }).waitFor()

  await page.reload()
  await page.getByRole('tab', { name: /回答待ち/, selected: true }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'きょう' }).waitFor()
  await page.waitForTimeout(500)
  expectTrue((await page.getByRole('cell', { name: title }).count()) === 0, 'received: no longer waited for')
}

async function tableTwinAndJournal(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await stage.signIn(page, WORKER, PASSWORD)
  await page.getByRole('button', { name: '表で見る' }).press('Enter')
  await page.getByRole('columnheader', { name: '件数（件）' }).waitFor()
  await stage.accessible(page, 'きょう（表）')
  await page.goto(`${stage.address}/journal`)
  await page.getByRole('heading', { level: 1, name: /業務日誌/ }).waitFor()
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  await page.keyboard.press('Alt+ArrowUp')
  await page.waitForFunction((now) => document.querySelector('h1')?.textContent !== now, heading)
  await stage.accessible(page, '業務日誌')
}

export const journeys: Journey[] = [
  { name: 'きょう: 完了して戻し、理由を添えて延期する', run: deeds },
  { name: 'きょう: 完了すると、キーは次の行に効く', run: rowAfterRow },
  { name: 'きょう: 引き継ぎ、同僚が受領する', run: handOver },
  { name: 'きょう: 図の表と業務日誌', run: tableTwinAndJournal },
]
