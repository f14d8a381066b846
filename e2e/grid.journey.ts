import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const PASSWORD = 'meguri-sample'
const LABEL = '見本の一括入力'

/** The gallery's grid, its first cell with the focus; reached by its label, then by keys alone. */
async function openGrid(
  stage: Stage,
  options: { zoom?: number; forcedColors?: 'active' } = {},
): Promise<Page> {
  const page = await stage.open('/gallery', options)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  if (
    await page
      .getByLabel(/^職員番号/)
      .isVisible()
      .catch(() => false)
  )
    await signIn(page)
  else {
    await page.waitForFunction(() => document.querySelector('[role=grid], input[type=password]') !== null)
    if ((await page.getByRole('grid').count()) === 0) await signIn(page)
  }
  await page.getByRole('grid', { name: LABEL }).waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.appear-late')].every((one) => one.getAnimations().length === 0),
  ) // axe measures what fades in as too pale
  await page.getByRole('textbox', { name: '1行目 番号' }).focus()
  return page
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel(/^職員番号/).fill('m0202')
  await page.getByLabel(/^パスワード/).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

/** Where the focus is, as its label says: 「1行目 番号」. */
const here = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

async function isAt(page: Page, place: string, why: string): Promise<void> {
  const now = await here(page)
  expectTrue(now === place, `${why}: the focus is at 「${now}」, not 「${place}」`)
}

/** The text of a cell, by line and column as people count them. */
const cell = (page: Page, line: number, column: number) =>
  page.evaluate(
    ([row, at]) => {
      const found = document.querySelector(`[role=row][aria-rowindex="${row}"] [aria-colindex="${at}"]`)
      const field = found?.querySelector<HTMLTextAreaElement>('textarea, input')
      const plain = found?.querySelector('span.truncate')?.firstChild?.textContent
      return field ? field.value : (plain ?? '')
    },
    [line + 1, column + 1] as const,
  )

async function says(page: Page, line: number, column: number, text: string): Promise<void> {
  const now = await cell(page, line, column)
  expectTrue(now === text, `line ${line} column ${column} says 「${now}」, not 「${text}」`)
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => navigator.clipboard.writeText(one), text)
  await page.keyboard.press('Control+v')
}

/** Typing, Enter, Tab, arrows, F2, Esc, Delete: what hands know from a spreadsheet. */
async function typing(stage: Stage): Promise<void> {
  const page = await openGrid(stage)
  await page.getByText('直すところが2件あります').waitFor() // 昭和65年, and 「社会」 is fine
  await stage.accessible(page, '表')
  await stage.shot(page, 'grid-start')
  for (const step of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(step)
  await isAt(page, '4行目 番号', 'arrows')
  await page.keyboard.type('0003')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('仮名 三郎')
  await page.keyboard.press('Tab')
  await page.keyboard.type('s16.4.1')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('社会')
  await page.getByRole('option', { name: /社会福祉士/ }).waitFor()
  await stage.shot(page, 'grid-choice')
  await page.keyboard.press('Enter')
  await isAt(page, '5行目 番号', 'Enter after Tabs goes back to where the line began')
  await says(page, 4, 3, 'S16.4.1')
  await says(page, 4, 4, '社会福祉士')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('End')
  await isAt(page, '4行目 設問24', 'End')
  await page.keyboard.press('Control+Home')
  await isAt(page, '1行目 番号', 'Ctrl+Home')
  await page.keyboard.press('F2') // the page's F2 is another thing
  await page.keyboard.press('Home')
  await page.keyboard.type('9')
  await page.keyboard.press('Escape')
  await says(page, 1, 1, '0001')
  await page.keyboard.press('Delete')
  await says(page, 1, 1, '')
  await page.keyboard.press('Control+z')
  await says(page, 1, 1, '0001')
  await page.keyboard.press('Control+y')
  await says(page, 1, 1, '')
  await page.keyboard.press('Control+z')
  // one key an item
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight')
  await isAt(page, '2行目 設問4', 'arrows to the right')
  await page.keyboard.type('019')
  await isAt(page, '2行目 設問7', 'a whole code moves on')
  // out of the table: Esc, then Tab
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expectTrue(
    (await here(page)) === '' && (await page.locator(':focus').textContent())?.includes('見本の表を保存'),
    'Esc and Tab leave the table',
  )
}

/** What the input method composes belongs to it: no key moves, nothing is lost, the letters replace what stood there. */
async function composing(stage: Stage): Promise<void> {
  const page = await openGrid(stage)
  await page.keyboard.press('ArrowRight')
  const ime = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const whileComposing = (key: string) =>
    ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
  await compose('か')
  await compose('かくう')
  for (const key of ['Enter', 'ArrowDown', 'Tab', 'Escape']) await whileComposing(key)
  await isAt(page, '1行目 氏名', 'keys of the input method')
  await says(page, 1, 2, 'かくう')
  await compose('架空')
  await ime.send('Input.insertText', { text: '架空' })
  await page.keyboard.insertText(' 四郎')
  await isAt(page, '1行目 氏名', 'the end of a composition')
  await page.keyboard.press('Enter')
  await isAt(page, '2行目 氏名', 'Enter')
  await says(page, 1, 2, '架空 四郎')
}

/** From Excel and back: line breaks, quotes, too much, wrong, undone. */
async function pasting(stage: Stage): Promise<void> {
  const page = await openGrid(stage)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const lines = Array.from(
    { length: 20 },
    (_, i) => `10${String(i).padStart(2, '0')}\t"見本\n""${i}"""\t1940/3/4\t2`,
  )
  lines[4] = '1004\t見本 誤\t昭和65年1月1日\t医師'
  await paste(page, `${lines.join('\r\n')}\r\n`)
  await page.getByText('20行×4列を貼り付けました').first().waitFor()
  await says(page, 4, 2, '見本 "0"')
  await says(page, 8, 3, '昭和65年1月1日') // wrong, and still there
  await page.getByRole('button', { name: /8行目 生年月日: / }).focus()
  await page.keyboard.press('Enter')
  await isAt(page, '8行目 生年月日', 'the summary leads to the cell')
  await stage.shot(page, 'grid-problem')
  await page.keyboard.type('S50.1.1')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('事')
  await page.keyboard.press('Enter')
  expectTrue((await page.getByRole('button', { name: /8行目/ }).count()) === 0, 'both cells are put right')
  // a copied range comes back as it went
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expectTrue(
    copied.replaceAll('\r', '') === '0001\t見本 花子\n0002\t架空 太郎\n',
    `copied: ${JSON.stringify(copied)}`,
  )
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+v')
  await page.getByText('右の1列は、表に列がないので貼り付けていません').first().waitFor()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await says(page, 4, 1, '')
  await says(page, 3, 1, '0001')
}

/** The mouse's ways, and the list of a choice; the focus survives when its row is scrolled out of sight. */
async function pointing(stage: Stage): Promise<void> {
  const page = await openGrid(stage)
  const at = (row: number, column: number) => page.locator(`[data-place="${row} ${column}"]`)
  const selected = () => page.locator('[role=gridcell][aria-selected=true]').count()
  await at(0, 1).click()
  await isAt(page, '1行目 氏名', 'a click')
  await at(2, 3).click({ modifiers: ['Shift'] })
  expectTrue((await selected()) === 9, 'three by three with Shift')
  await at(1, 0).hover()
  await page.mouse.down()
  await at(4, 2).hover()
  await page.mouse.up()
  expectTrue((await selected()) === 12, 'four by three by drawing')
  await at(2, 1).dblclick()
  await page.keyboard.type('X')
  await page.keyboard.press('Enter')
  await says(page, 3, 2, '仮名 一郎X')
  await at(1, 3).click()
  await page.keyboard.press('Alt+ArrowDown')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await says(page, 2, 4, '主任介護支援専門員')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('option', { name: '保健師' }).click()
  await says(page, 3, 4, '保健師')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Delete')
  await says(page, 1, 1, '0002')
  await page.keyboard.press('Control+z')
  await says(page, 1, 1, '0001')
  for (let step = 0; step < 5; step++) await page.getByRole('button', { name: '10行増やす' }).click()
  await page.keyboard.press('Control+Home')
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, 1500)
  await at(40, 0).waitFor()
  await isAt(page, '1行目 番号', 'the wheel')
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await says(page, 1, 1, '7')
}

/** 10,000 rows of 30 columns. The figures are printed, not asserted: the machine is shared. */
async function large(stage: Stage): Promise<void> {
  const page = await openGrid(stage)
  const answers = Array.from({ length: 24 }, (_, i) => String(i % 2)).join('\t')
  const text = Array.from({ length: 10_000 }, (_, i) => {
    const day = `19${30 + (i % 20)}/${1 + (i % 12)}/${1 + (i % 28)}`
    return `${i}\t見本 第${i}\t${day}\t${1 + (i % 4)}\t${i % 480}\t\t${answers}`
  }).join('\r\n')
  await page.evaluate((one) => navigator.clipboard.writeText(one), text)
  await page.evaluate(() => {
    const marks = globalThis as unknown as { begun: number; painted: Promise<number> }
    marks.painted = new Promise((resolve) => {
      document.addEventListener(
        'paste',
        () => {
          marks.begun = performance.now()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - marks.begun)))
        },
        { capture: true, once: true },
      )
    })
  })
  await page.keyboard.press('Control+v')
  const pasteMs = await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted)
  await page.getByText('10,000行×30列を貼り付けました').first().waitFor()
  const frames = await page.evaluate(async () => {
    const box = document.querySelector('[role=grid]')!.parentElement!
    const times: number[] = []
    let before = await new Promise<number>(requestAnimationFrame)
    for (let step = 0; step < 120; step++) {
      box.scrollTop += step % 3 === 0 ? 2600 : 180
      const now = await new Promise<number>(requestAnimationFrame)
      times.push(now - before)
      before = now
    }
    return times.sort((a, b) => a - b)
  })
  const at = (share: number) => Math.round(frames[Math.floor(frames.length * share)] ?? 0)
  console.log(
    `      10,000 × 30: pasted and drawn ${Math.round(pasteMs)} ms; frame while scrolling median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${Math.round(frames.at(-1) ?? 0)} ms`,
  )
  await page.keyboard.press('Control+End')
  await isAt(page, '10000行目 設問24', 'the last cell')
  expectTrue((await page.getByRole('row').count()) < 120, 'only the rows in sight are drawn')
  const typeMs = await page.evaluate(() => performance.now())
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('8888')
  await page.keyboard.press('Enter')
  await says(page, 1, 1, '8888')
  console.log(
    `      a word typed and Enter there: ${Math.round((await page.evaluate(() => performance.now())) - typeMs)} ms`,
  )
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await says(page, 1, 1, '0001')
}

async function looks(stage: Stage): Promise<void> {
  const zoomed = await openGrid(stage, { zoom: 2 })
  await zoomed.keyboard.press('Control+End')
  await stage.shot(zoomed, 'grid-zoom200')
  await stage.accessible(zoomed, '表（200 %）')
  const narrow = await openGrid(stage, { zoom: 4 })
  await narrow.keyboard.press('ArrowRight')
  await stage.shot(narrow, 'grid-zoom400')
  const forced = await openGrid(stage, { forcedColors: 'active' })
  await forced.keyboard.press('Shift+ArrowDown')
  await stage.shot(forced, 'grid-forced')
}

export const journeys: Journey[] = [
  { name: '表: 打つ、動く、直す', run: typing },
  { name: '表: 変換中は何も起こらない', run: composing },
  { name: '表: Excel から貼り付け、戻す', run: pasting },
  { name: '表: マウスと選択肢', run: pointing },
  { name: '表: 1万行', run: large },
  { name: '表: 拡大とハイコントラスト', run: looks },
]
