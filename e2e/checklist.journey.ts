import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

type Listed = { id: string; name: string; birthOn: string | null; insuredNumber: string | null }
type Stored = {
  coding: string
  answers: (string | null)[]
  heightHundredthsCm: number | null
  result: { judgement: string; total: { known: number; unknown: number } }
  confirmation: { judgement: string } | null
}

const PASSWORD = 'meguri-sample'
const WORKER = 'm0202'
/** 実施日 of the pasted sheets: a day on which the sample has none */
const DAY = 'R8.11.2'
const REVERSED = [1, 2, 3, 4, 5, 6, 7, 8, 16, 19]
const QUESTIONS = Array.from({ length: 25 }, (_, at) => at + 1).filter((no) => no !== 12)

/** What the page itself may fetch: only to choose whom the journey is about, and to see what was stored. */
const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await fetch(url)).json(), path) as Promise<T>

async function enter(stage: Stage): Promise<Page> {
  const page = await stage.open('/')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await stage.signIn(page, WORKER, PASSWORD)
  await page.evaluate(() =>
    fetch('/api/drafts/checklist.bulk', { method: 'DELETE', headers: { 'x-meguri-csrf': '1' } }),
  )
  return page
}

/** Insured people over 65 of the worker's centre. */
async function people(page: Page, count: number): Promise<Listed[]> {
  const found: Listed[] = []
  for (let cursor = ''; found.length < count; ) {
    const path = `/api/people?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
    const { items, cursor: next } = await ask<{ items: Listed[]; cursor: string | null }>(page, path)
    found.push(...items.filter((one) => one.insuredNumber && one.birthOn && one.birthOn < '1955'))
    if (!next) break
    cursor = next
  }
  expectTrue(found.length >= count, `the sample has ${found.length} of ${count} people`)
  return found.slice(0, count)
}

/** Somebody without any checklist, behind the hundred who are pasted. */
async function somebodyNew(page: Page): Promise<Listed> {
  for (const one of (await people(page, 135)).slice(100)) {
    const { rows } = await ask<{ rows: unknown[] }>(page, `/api/people/${one.id}/checklists`)
    if (rows.length === 0) return one
  }
  throw new Error('nobody without a checklist behind the first hundred')
}

async function openPaper(stage: Stage, page: Page): Promise<Listed> {
  const person = await somebodyNew(page)
  await page.goto(`${stage.address}/people/${person.id}/checklists/new`)
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'answeredOn')
  return person
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')
const judgement = (page: Page) => page.getByRole('complementary', { name: '判定案' })

/** axe, and no sideways scrolling at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `checklist-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** The keys of a paper on which these rows have a circled 1, all others a circled 0. */
const keysOf = (ones: readonly number[], from: number, to: number) =>
  QUESTIONS.filter((no) => no >= from && no <= to).map((no) => (ones.includes(no) ? '1' : '0'))

/** A practised hand beside a paper: about three keys a second. */
const KEY_MS = 300

const onePaper: Journey = {
  name: 'チェックリスト: 用紙一枚を、印刷された数字のキーだけで20秒以内に入れて確認する',
  async run(stage) {
    const page = await enter(stage)
    await openPaper(stage, page)
    await stage.shot(page, 'checklist-new')
    const strokes: string[] = []
    const press = async (key: string) => {
      strokes.push(key)
      await page.keyboard.press(key)
      await page.waitForTimeout(KEY_MS)
    }
    const begun = performance.now()
    await press('Enter') // 実施日: today, as offered
    await press('2') // 訪問
    await press('1') // 本人
    expectTrue((await focused(page)) === 'item-1', 'after the head of the paper row 1 is the current one')
    for (const key of keysOf(REVERSED, 1, 11)) await press(key)
    for (const key of ['1', '5', '6', 'Enter', '4', '5', 'Enter']) await press(key)
    expectTrue((await focused(page)) === 'item-13', 'height and weight lead on to row 13')
    for (const key of keysOf(REVERSED, 13, 25)) await press(key)
    await press('Enter') // 判定案を確認
    await page.waitForURL(/\/checklists\/[0-9a-f-]{36}\?saved=1$/)
    const seconds = (performance.now() - begun) / 1000
    console.log(
      `      one paper: ${seconds.toFixed(1)} s, ${strokes.length} keys at ${KEY_MS} ms each (${(seconds - (strokes.length * KEY_MS) / 1000).toFixed(1)} s are ours)`,
    )
    expectTrue(seconds <= 20, `one paper took ${seconds.toFixed(1)} s`)

    const id = new URL(page.url()).pathname.split('/').at(-1)
    const stored = await ask<Stored>(page, `/api/checklists/${id}`)
    expectTrue(stored.coding === 'paperNumber', 'the meaning of the keys is stored')
    expectTrue(
      QUESTIONS.every((no) => stored.answers[no - 1] === 'no'),
      'CHK-01-b: 1 on the reversed rows and 0 on the others are いいえ everywhere',
    )
    expectTrue(stored.heightHundredthsCm === 15_600, '156 cm')
    expectTrue(stored.confirmation?.judgement === 'target', 'confirmed as 基準に該当')
    const text = (await page.locator('#main').textContent()) ?? ''
    expectTrue(text.includes('基準に該当'), 'the result is said')
    expectTrue(text.includes('いつでもできます'), 'and that 認定 can be applied for at any time')
    await stage.shot(page, 'checklist-detail')
    await sound(stage, page, 'detail')
  },
}

const anyKey: Journey = {
  name: 'チェックリスト: 9・Space・Backspace・矢印と、身長をmで打ったときの注意',
  async run(stage) {
    const page = await enter(stage)
    await openPaper(stage, page)
    for (const key of ['Enter', '1', '1']) await page.keyboard.press(key)
    const panel = judgement(page)
    const said = panel.getByRole('status')
    await page.keyboard.press('0')
    await said.getByText('はい', { exact: true }).waitFor()
    expectTrue((await focused(page)) === 'item-2', 'an answer leads on')
    await page.keyboard.press('9')
    await said.getByText('無回答', { exact: true }).waitFor()
    await page.keyboard.press('Space')
    await said.getByText('聞いていない', { exact: true }).waitFor()
    expectTrue((await focused(page)) === 'item-4', 'not asked leads on too')
    await page.keyboard.press('7')
    await said.getByText('その数字はNo.4にありません', { exact: false }).waitFor()
    expectTrue((await focused(page)) === 'item-4', 'a key that means nothing changes nothing')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    expectTrue((await focused(page)) === 'item-2', 'Backspace goes back')
    await page.keyboard.press('1')
    await said.getByText('いいえ', { exact: true }).waitFor()
    for (let row = 3; row < 12; row++) await page.keyboard.press('ArrowDown')
    await page.keyboard.type('1.56')
    await page.keyboard.press('Enter')
    await page.keyboard.type('45')
    await page.getByText('身長が100～220cmの外です').waitFor()
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('156')
    await page.getByText('1点（丸める前は18.5未満）').waitFor()
    await panel.getByText('判定できない').first().waitFor()
    await panel.getByText('判定と目安の根拠を見る').click()
    await panel.getByText('出典未確認').first().waitFor()
    await stage.shot(page, 'checklist-keys')
    await sound(stage, page, 'new')
    await page.getByText(/下書きを保存しました/).waitFor()
  },
}

const codingOfOne: Journey = {
  name: 'チェックリスト: 0と1の意味を取り違えても、黙って判定が逆にならない（CHK-01）',
  async run(stage) {
    const page = await enter(stage)
    await openPaper(stage, page)
    for (const key of ['Enter', '3', '1']) await page.keyboard.press(key)
    const panel = judgement(page)
    const result = panel.getByRole('paragraph')
    await page.getByText('用紙の数字で入力中').waitFor()
    for (const key of keysOf([], 1, 11)) await page.keyboard.press(key)
    for (const key of ['1', '6', '0', 'Enter', '6', '0', 'Enter']) await page.keyboard.press(key)
    for (const key of keysOf([], 13, 25)) await page.keyboard.press(key)
    await result.getByText('チェックリスト非該当', { exact: true }).waitFor() // CHK-01-a as meant
    await page.keyboard.press('Alt+h')
    await page.getByText('もう24問入力しています').waitFor()
    await stage.shot(page, 'checklist-coding-question')
    await stage.accessible(page, 'the question about the coding')
    await page.keyboard.press('Enter') // 打った数字を、新しい意味で読み直す
    await page.getByText('はい／いいえで入力中').waitFor()
    await result.getByText('基準に該当', { exact: true }).waitFor() // the same keys under the other meaning
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\?saved=1$/)
    const stored = await ask<Stored>(page, `/api${new URL(page.url()).pathname}`)
    expectTrue(stored.coding === 'yesNo', 'the other meaning is stored with the answers')
    expectTrue(stored.result.total.known === 10, 'CHK-01-a read as the other coding has 10 points')
    await page.getByText('1＝はい、0＝いいえ（全項目）').first().waitFor()
  },
}

type Cells = { person: Listed; ones: readonly number[]; day?: string }

/** A line as Excel copies it: 被保険者番号, 生年月日, フリガナ, 実施日, 方法, No.1 … No.25. */
const lineOf = ({ person, ones, day = DAY }: Cells) =>
  [
    person.insuredNumber,
    person.birthOn,
    '',
    day,
    '郵送',
    ...keysOf(ones, 1, 11),
    '156.0',
    '50.5',
    ...keysOf(ones, 13, 25),
  ].join('\t')

async function paste(page: Page, lines: string[]): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\r\n'))
  await page.keyboard.press('Control+v')
}

/** By keyboard: the question what 1 means is a pair of buttons. */
async function openGrid(stage: Stage, page: Page, coding: 'paperNumber' | 'yesNo'): Promise<void> {
  await page.goto(`${stage.address}/checklists/bulk`)
  const name = coding === 'paperNumber' ? /^用紙で丸を付けた数字/ : /^1＝はい、0＝いいえ/
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('grid').locator('input, textarea').first().focus()
}

const countOf = (page: Page, label: string) =>
  page
    .locator('dl[aria-label="判定案の数"] > div', { hasText: new RegExp(`^${label}\\d`) })
    .locator('dd')
    .textContent()

const hundred: Journey = {
  name: 'チェックリスト: 100枚を貼り付けて判定し、まとめて保存する（2秒以内）',
  async run(stage) {
    const page = await enter(stage)
    const everyone = await people(page, 100)
    await page.goto(`${stage.address}/checklists/bulk`)
    await page.getByRole('heading', { name: /何を表していますか/ }).waitFor()
    await stage.shot(page, 'checklist-bulk-coding')
    await sound(stage, page, 'bulk-coding')
    await openGrid(stage, page, 'paperNumber')
    const lines = everyone.map((person, at) =>
      lineOf({ person, ones: at % 4 === 0 ? [6, 7, 8] : at % 4 === 1 ? [1, 17] : [] }),
    )
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\r\n'))
    const begun = performance.now()
    await page.keyboard.press('Control+v')
    await page.getByText('100行に入力があります').waitFor()
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('dl[aria-label="判定案の数"] dd')].some(
          (one) => one.textContent === '75',
        ),
      undefined,
      { polling: 20 },
    )
    const judged = performance.now() - begun
    console.log(`      100 sheets pasted and judged: ${Math.round(judged)} ms`)
    expectTrue(judged < 2000, `pasting and judging took ${Math.round(judged)} ms`)
    expectTrue((await countOf(page, '基準に該当')) === '25', '25 meet a criterion')
    await page
      .locator('[data-place="0 row"]')
      .getByText(everyone[0]?.name ?? '')
      .waitFor() // whose number it is
    await page.waitForTimeout(300)
    await stage.shot(page, 'checklist-bulk')
    await sound(stage, page, 'bulk')
    const before = performance.now()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '100枚を保存しました' }).waitFor()
    console.log(`      100 sheets stored: ${Math.round(performance.now() - before)} ms`)
    await stage.shot(page, 'checklist-bulk-result')
    await sound(stage, page, 'bulk-result')
    await page.getByRole('link', { name: '基準に該当 25枚を開く' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('（全25件）').waitFor()
    await stage.shot(page, 'checklist-list')
    await sound(stage, page, 'list')
  },
}

const codingOfMany: Journey = {
  name: 'チェックリスト: 表の読み方が逆らしいと知らせるが、ひとりでには変えない。一つでも誤りがあれば一枚も保存しない',
  async run(stage) {
    const page = await enter(stage)
    const some = await people(page, 8)
    const day = 'R8.10.5'
    await openGrid(stage, page, 'yesNo')
    // CHK-01-c, -b and -a six times: a table of printed numbers, declared as はい／いいえ
    const ones = [[1, 2, 3, 4, 5, 6, 7], REVERSED, [], [], [], [], [], []]
    await paste(
      page,
      some.map((person, at) => lineOf({ person, ones: ones[at] ?? [], day })),
    )
    const row = (line: number) => page.locator(`[data-place="${line - 1} row"]`)
    await row(1).getByText('基準に該当').waitFor() // c: 3 points, 閉じこもり and 認知
    await row(2).getByText('チェックリスト非該当').waitFor() // b read as the other coding
    await row(3).getByText('基準に該当').waitFor() // a read as the other coding
    await page.getByText('読み方が逆ではないか').waitFor()
    await page.getByText('8枚のうち8枚の判定が変わります').waitFor()
    await stage.shot(page, 'checklist-bulk-wrong-coding')
    await stage.accessible(page, 'the warning about the coding')
    await page.getByText('この表の読み方: 1＝はい、0＝いいえ（全項目）').waitFor() // still as declared
    await page.getByRole('button', { name: '読み方を選び直す' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^用紙で丸を付けた数字/ }).focus()
    await page.keyboard.press('Enter')
    await row(1).getByText('チェックリスト非該当').waitFor() // c read as the other coding: 7 points, none met
    await row(2).getByText('基準に該当').waitFor()
    await row(3).getByText('チェックリスト非該当').waitFor()

    await page.getByRole('grid').locator('input, textarea').first().focus()
    await paste(page, ['記入方式\t被保険者番号\t生年月日\tNo.1', 'はい=1\t0000000001\tS15.3.4\t1'])
    await page.getByText('今の読み方と違うため、何も貼り付けていません').waitFor() // a table that declares itself
    await page.getByText('8行に入力があります').waitFor()

    const total = async () =>
      (
        (await page.evaluate(async () => {
          const answer = await fetch('/api/checklists/list', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
            body: JSON.stringify({ withTotal: true, limit: 1 }),
          })
          return answer.json()
        })) as { total: number }
      ).total
    const before = await total()
    await page.getByRole('grid').locator('input, textarea').first().focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('9999999999')
    await page.keyboard.press('Enter')
    await row(1).getByText('別の方か、見つからない').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('1行目 被保険者番号: この被保険者番号の方が見つからない', { exact: false }).waitFor()
    await stage.shot(page, 'checklist-bulk-refused')
    await stage.accessible(page, 'a refused grid')
    expectTrue((await total()) === before, 'nothing of a grid with one wrong row is stored')
  },
}

const overTime: Journey = {
  name: 'チェックリスト: 一人の推移を見て、直し、取り下げる',
  async run(stage) {
    const page = await enter(stage)
    const person = await somebodyNew(page)
    await page.evaluate(
      async ({ personId, questions }) => {
        const days: [string, number][] = [
          ['2025-05-08', 2],
          ['2025-11-10', 5],
          ['2026-05-11', 9],
        ]
        for (const [answeredOn, scored] of days) {
          const cells = Object.fromEntries(questions.map((no, at) => [no, at < scored ? '1' : '0']))
          const id = `0199${crypto.randomUUID().slice(4, 14)}7${crypto.randomUUID().slice(15)}`
          await fetch('/api/checklists', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
            body: JSON.stringify({
              id,
              personId,
              answeredOn,
              coding: 'paperNumber',
              cells,
              height: '150.0',
              weight: answeredOn === '2026-05-11' ? '' : '48',
              method: 'visit',
            }),
          })
        }
      },
      { personId: person.id, questions: QUESTIONS },
    )
    await page.goto(`${stage.address}/people/${person.id}/checklists`)
    await page.getByRole('region', { name: '推移' }).waitFor()
    await stage.shot(page, 'checklist-trend')
    await page.getByText('推移を表で見る').click()
    await page.getByRole('region', { name: '推移の表' }).getByRole('row').nth(3).waitFor()
    await sound(stage, page, 'trend')
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('まだ専門職が確認していません').waitFor()
    await page.getByRole('button', { name: '判定案を確認' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('確認した判定', { exact: true }).waitFor()
    await page.getByRole('button', { name: '直す', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('この判定は確認ずみです').waitFor()
    await page.evaluate(async () => {
      const path = `/api${window.location.pathname}`
      const { version } = await (await fetch(path)).json()
      const body = JSON.stringify({ version, note: '電話で確かめた' }) // a colleague at another machine
      const headers = { 'content-type': 'application/json', 'x-meguri-csrf': '1' }
      await fetch(path, { method: 'PATCH', headers, body })
    })
    await page
      .getByRole('radiogroup', { name: /^No\.1 / })
      .getByRole('radio')
      .first()
      .focus()
    await page.keyboard.press('0')
    await page.keyboard.press('Control+Enter')
    await page.getByText('同じ項目は変わっていません。このまま保存すると、両方の変更が残ります。').waitFor()
    const side = (row: RegExp, option: RegExp) =>
      page.getByRole('radiogroup', { name: row }).getByRole('radio', { name: option })
    expectTrue(await side(/^No\.1 /, /画面の入力/).isChecked(), 'what was corrected here is chosen')
    expectTrue(await side(/^備考/, /保存されている内容/).isChecked(), 'what the colleague wrote is chosen')
    await stage.shot(page, 'checklist-collision')
    await stage.accessible(page, 'two who corrected the same sheet')
    await page.keyboard.press('Control+Enter')
    await page.getByText('まだ専門職が確認していません').waitFor()
    await page.getByText('電話で確かめた').first().waitFor()
    await page.getByRole('button', { name: '変更の経過を見る' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('No.1: いいえ → はい').waitFor()
    await stage.shot(page, 'checklist-history')
    await page.getByRole('button', { name: '取り下げる', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel(/^取下げの理由/).fill('別の方の用紙だったため')
    await page.keyboard.press('Control+Enter')
    await page.getByText('取り下げたチェックリストです').waitFor()
    await page.goto(`${stage.address}/people/${person.id}/checklists/new`)
    const day = page.locator('input[name=answeredOn]')
    await day.fill('R7.11.10')
    await page.getByText('この方のこの日のチェックリストは、すでにあります').waitFor()
    await day.fill('R8.5.11') // the withdrawn one is in nobody's way
    await page.getByText('前回').waitFor()
  },
}

export const journeys: Journey[] = [onePaper, anyKey, codingOfOne, hundred, codingOfMany, overTime]
