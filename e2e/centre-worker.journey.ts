import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const WORKER = { number: 'm0202', password: 'meguri-sample' }
/** Modifiers alone are half a stroke: Ctrl+Enter is one. */
const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta']

/** By keyboard only: the number field has the focus when the page opens. */
async function signInByKeys(page: Page): Promise<void> {
  await page.getByLabel(/^職員番号/).waitFor()
  await page.keyboard.type(WORKER.number)
  await page.keyboard.press('Tab')
  await page.keyboard.type(WORKER.password)
  await page.keyboard.press('Enter')
  await page.locator('#main h1').first().waitFor()
}

/** What another journey left half-written would come back. */
async function forgetDrafts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const key of ['consultation.new', 'consultation.later']) {
      await fetch(`/api/drafts/${key}`, { method: 'DELETE', headers: { 'x-meguri-csrf': '1' } })
    }
  })
}

async function freshIntake(page: Page): Promise<void> {
  await forgetDrafts(page)
  await page.keyboard.press('F2')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'caller')
}

/** Counts every key that goes down outside of the long text, where the text itself is written. */
const countStrokes = (page: Page) =>
  page.evaluate((modifiers) => {
    const counted: string[] = []
    ;(globalThis as unknown as { strokes: string[] }).strokes = counted
    window.addEventListener(
      'keydown',
      (event) => {
        const isText = event.target instanceof HTMLTextAreaElement && event.key.length === 1 && !event.ctrlKey
        if (!isText && !modifiers.includes(event.key)) counted.push(event.key)
      },
      true,
    )
  }, MODIFIERS)
const strokes = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { strokes: string[] }).strokes.slice())

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')
const text = (page: Page) => page.getByRole('textbox', { name: /^相談の内容/ })
const person = (page: Page) => page.getByRole('combobox', { name: /^対象者/ })

/** j until the row with the focus holds the word. */
async function walkTo(page: Page, word: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('j')
    const row = await page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '')
    if (row.includes(word)) return
  }
  throw new Error(`no row says ${word}`)
}

async function phoneRings(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await signInByKeys(page)
  await page.getByRole('tab', { name: /本日期限/ }).waitFor()
  await stage.accessible(page, 'きょう')
  await stage.shot(page, 'today')

  await forgetDrafts(page)
  await countStrokes(page)
  await page.keyboard.press('F2')
  await page.getByRole('form', { name: '相談受付' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'caller')
  await page.keyboard.press('3') // 子
  await page.keyboard.type('miho') // typed with the input method off: ミホ
  await page.getByRole('option').first().waitFor()
  await stage.shot(page, 'search')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '選び直す' }).waitFor()
  expectTrue((await focused(page)) === 'text', 'the focus goes to the text once the person is set')
  const name = (await page.locator('fieldset ruby').first().textContent())?.replace(/[（(].*/, '') ?? 'nobody'
  await page.keyboard.insertText('母が同じ話をくり返す。鍋を二度焦がした。介護保険を申請したい。')
  await page.keyboard.press('Tab')
  await page.keyboard.press('h') // 認知症
  await page.keyboard.press('a') // 介護保険・認定
  await page.keyboard.press('Alt+1') // 期限は明日
  await page.getByText('下書きを保存しました').waitFor()
  await stage.accessible(page, '相談受付')
  await stage.shot(page, 'intake')
  await page.keyboard.press('Control+Enter')
  await page.getByText('の相談を保存しました').waitFor()
  const keys = await strokes(page)
  expectTrue(keys.length <= 12, `at most 12 strokes besides the text, but ${keys.length}: ${keys.join(' ')}`)
  console.log(`      ${keys.length} strokes besides the text: ${keys.join(' ')}`)
  await stage.accessible(page, '保存した相談')
  await stage.shot(page, 'saved')
  const saved =
    (await page.getByRole('status').filter({ hasText: 'の相談を保存しました' }).textContent()) ?? ''
  expectTrue(/業務記録 1件（電話・\d+分）/.test(saved), `the journal row is said: ${saved}`)
  expectTrue(/予定: 相談の続き/.test(saved), `the follow-up is said: ${saved}`)

  // The follow-up, from the line: フェースシート, then 予定.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: /これから/, selected: true }).waitFor()
  await page.getByRole('cell', { name: '相談の続き' }).first().waitFor()
  await walkTo(page, '相談の続き')
  const row = await page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '')
  expectTrue(row.includes('あと1日'), `the task stands under its day: ${row}`)
  await page.keyboard.press('d')
  await page.getByText('「相談の続き」を完了にしました', { exact: true }).waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('miho')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('鍋を二度焦がした').first().waitFor()
  expectTrue(
    (await page.locator('main').textContent())?.includes(name.trim()),
    `the timeline is that of ${name}`,
  )
  await stage.shot(page, 'person')
}

async function draftSurvives(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await signInByKeys(page)
  await freshIntake(page)
  await page.keyboard.press('1')
  await page.keyboard.type('soz')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'text')
  await page.keyboard.insertText('途中までの話。')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('二行目。')
  await page.getByText('下書きを保存しました').waitFor()
  await page.reload()
  await page.getByText('書きかけの相談を戻しました').waitFor()
  expectTrue(
    (await text(page).inputValue()) === '途中までの話。\n二行目。',
    'the text is back, Enter was a new line',
  )
  expectTrue((await page.getByRole('button', { name: '選び直す' }).count()) === 1, 'the person is back')

  await page.keyboard.press('F2') // another call: the first one is put aside, not lost
  await page.getByText('書きかけの相談が1件残っています').waitFor()
  expectTrue((await text(page).inputValue()) === '', 'the page is free for the next call')
  await stage.accessible(page, '相談受付（書きかけあり）')
  await page.getByRole('button', { name: '続きを書く' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value.startsWith('途中までの話')),
  )
}

/** What the Japanese input method sends while it composes must not choose, move, or save. */
async function composing(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await signInByKeys(page)
  await freshIntake(page)
  const compose = (key: string, more: Record<string, unknown> = {}) =>
    page.evaluate(
      ([pressed, init]) => {
        const target = document.activeElement
        target?.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
        const event = {
          key: pressed,
          bubbles: true,
          cancelable: true,
          isComposing: true,
          keyCode: 229,
          ...init,
        }
        target?.dispatchEvent(new KeyboardEvent('keydown', event as KeyboardEventInit))
        target?.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }))
      },
      [key, more] as const,
    )
  await compose('3')
  expectTrue(
    (await page.locator('input[name=caller]:checked').count()) === 0,
    'a composed digit chooses nobody',
  )
  await page.keyboard.press('x')
  await person(page).waitFor()
  await page.keyboard.press('Alt+u') // 氏名がわからない
  await page.getByLabel(/^年齢層/).waitFor()
  await text(page).focus()
  await page.keyboard.insertText('名のらない方から、近所の高齢者が心配との電話。')
  for (const more of [{}, { ctrlKey: true }]) await compose('Enter', more)
  await compose('F2')
  await page.waitForTimeout(300)
  expectTrue((await focused(page)) === 'text', 'Enter that ends a conversion stays in the field')
  expectTrue((await page.getByText('の相談を保存しました').count()) === 0, 'nothing was saved')
  await page.getByLabel(/^相談者の氏名/).focus()
  await compose('Enter')
  expectTrue((await focused(page)) === 'callerName', 'and does not move on')
  await page.keyboard.press('Enter')
  expectTrue((await focused(page)) === 'callerPhone', 'a plain Enter goes to the next field')
  await page.keyboard.press('Shift+Enter')
  expectTrue((await focused(page)) === 'callerName', 'Shift+Enter goes back')
}

/** The answer to the save is lost on the way: sent again it stores once. And 個人番号, 緊急, 虐待. */
async function lostAnswer(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await signInByKeys(page)
  await freshIntake(page)
  await page.keyboard.press('1')
  await page.keyboard.type('tame')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'text')
  const mark = '答えが途中で失われた相談'
  await page.keyboard.insertText(`${mark} 123456789018`)
  await page.getByText('個人番号（マイナンバー）と思われる12けたの数字があります').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/入力を確かめてください/).waitFor()
  await text(page).fill(mark)
  await page.keyboard.press('Tab')
  await page.keyboard.press('k')
  await page.getByText('保存すると、虐待対応の記録が開きます').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await page.getByLabel(/^対応者/).waitFor()
  await stage.accessible(page, '相談受付（緊急・虐待）')

  let isLost = false
  await page.route('**/api/consultations', async (route) => {
    if (isLost) return route.continue()
    isLost = true
    await route.fetch()
    await route.abort('failed') // after a reset connection the browser may ask again by itself, and nobody sees an error
  })
  await page.keyboard.press('Control+Enter')
  await page.getByText('サーバーにつながりません').waitFor()
  stage.faults.length = 0 // the browser reports the connection that we cut
  await page.keyboard.press('Control+Enter')
  await page.getByText('の相談を保存しました').waitFor()
  await page.getByText('虐待対応を開始しました').waitFor()
  const stored = await page.evaluate(async (word) => {
    const answer = await fetch('/api/consultations/list', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
      body: JSON.stringify({ text: word }),
    })
    return ((await answer.json()) as { rows: unknown[] }).rows.length
  }, mark)
  expectTrue(stored === 1, `stored once, not ${stored} times`)

  await page.keyboard.press('Alt+z') // 元に戻す: the record is withdrawn, the words are back in the form
  await page.waitForFunction(() => document.querySelector('textarea')?.value !== undefined)
  expectTrue((await text(page).inputValue()) === mark, 'what was written is back')
}

async function listAndRecord(stage: Stage): Promise<void> {
  const page = await stage.open('/consultations')
  await signInByKeys(page)
  await page.getByRole('table').waitFor()
  await stage.accessible(page, '相談記録')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '記録を直す' }).waitFor()
  await stage.accessible(page, '相談記録の内容')
  const pdf = await page.request.get(`${page.url().replace('/consultations/', '/api/consultations/')}/pdf`)
  expectTrue((await pdf.body()).subarray(0, 5).toString() === '%PDF-', 'the record prints as PDF')

  await page.getByRole('button', { name: '記録を直す' }).press('Enter')
  await page.getByRole('form', { name: '相談記録の訂正' }).waitFor()
  await stage.accessible(page, '相談記録の訂正')
  const id = page.url().replace(/.*consultations\/([0-9a-f-]+).*/, '$1')
  await page.evaluate(async (record) => {
    const address = `/api/consultations/${record}`
    const { version } = (await (await fetch(address)).json()) as { version: number }
    await fetch(address, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
      body: JSON.stringify({ version, answer: 'ほかの人が書いた対応' }),
    })
  }, id)
  await page.getByRole('textbox', { name: /^次の対応/ }).fill('') // nothing of ours lost: another field is ours
  await page.getByRole('textbox', { name: /^対応の内容/ }).fill('わたしが書いた対応')
  await page.keyboard.press('Control+Enter')
  await page.getByText('ほかの人が先に保存しました。両方を見くらべてください').waitFor()
  await stage.accessible(page, '両方の内容')
  await page
    .getByRole('radiogroup', { name: /^対応の内容/ })
    .getByRole('radio', { name: /画面の入力/ })
    .focus()
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await page.getByText('相談記録を直しました').waitFor()
  await page.getByText('わたしが書いた対応').first().waitFor()
  await page.getByRole('button', { name: '変更の経過を見る' }).press('Enter')
  await page.getByRole('deletion').filter({ hasText: 'ほかの人が書いた対応' }).first().waitFor()
}

/** 紹介: made on the telephone, waits for its receipt, gets its result, is withdrawn with the record. */
async function referral(stage: Stage): Promise<void> {
  const page = await stage.open('/')
  await signInByKeys(page)
  await freshIntake(page)
  await page.keyboard.press('1')
  await page.keyboard.type('miho')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'text')
  await page.keyboard.insertText('通帳が見つからないと何度も電話がある。')
  await page.getByRole('button', { name: '他機関への紹介を加える' }).press('Enter')
  await page.getByLabel(/^紹介先の種類/).selectOption({ label: '消費生活センター' })
  await page.getByRole('textbox', { name: /^紹介先/ }).fill('見本消費生活センター')
  await stage.accessible(page, '相談受付（紹介）')
  await page.keyboard.press('Control+Enter')
  await page.getByText('紹介: 見本消費生活センターへの紹介').waitFor()
  await page.getByRole('link', { name: '相談記録', exact: true }).last().press('Enter')
  await page.getByText('受領待ち').waitFor()
  await page.getByRole('button', { name: '見本消費生活センターの受領を記録する' }).press('Enter')
  await page.getByText('受領済み').waitFor()
  await page.getByRole('button', { name: '見本消費生活センターの結果を書く' }).press('Enter')
  await page.getByRole('textbox', { name: /^結果/ }).waitFor()
  await page.keyboard.insertText('家族と相談窓口に同行した。')
  await page.keyboard.press('Control+Enter')
  await page.getByText('結果: 家族と相談窓口に同行した。').waitFor()
  await page.getByRole('button', { name: '取り下げる' }).press('Enter')
  await page.getByRole('textbox', { name: /^取下げの理由/ }).waitFor()
  await page.keyboard.insertText('別の方の相談だった')
  await page.keyboard.press('Control+Enter')
  await page.getByText('取り下げた記録です。件数には入りません').waitFor()
  await stage.accessible(page, '取り下げた記録')
}

async function largeLetters(stage: Stage): Promise<void> {
  const page = await stage.open('/', { zoom: 2 })
  await signInByKeys(page)
  for (const path of ['/', '/consultations', '/consultations/new', '/journal', '/referrals']) {
    await page.goto(stage.address + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(500)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expectTrue(over <= 0, `${path} at 200 %: ${over} pixels stand over`)
    await stage.accessible(page, `${path} at 200 %`)
  }
}

export const journeys: Journey[] = [
  { name: '包括職員: 電話を受け、12打鍵で記録し、予定を終え、経過に載る', run: phoneRings },
  { name: '包括職員: 書きかけの相談は消えない', run: draftSurvives },
  { name: '包括職員: 変換中のキーは何も起こさない', run: composing },
  { name: '包括職員: 答えが失われても、二重には残らない', run: lostAnswer },
  { name: '包括職員: 一覧から開き、直し、食い違いを見くらべる', run: listAndRecord },
  { name: '包括職員: 紹介し、受領と結果を記録し、取り下げる', run: referral },
  { name: '包括職員: 200%でも横にはみ出さない', run: largeLetters },
]
