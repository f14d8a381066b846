import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

type Listed = { id: string; name: string; kana: string }

const inTokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' })
const dayAfter = (days: number) => inTokyo.format(Date.now() + days * 86_400_000)

/** What the page itself may fetch: to choose whom the journey is about, and to look past the screen. */
const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await fetch(url)).json(), path) as Promise<T>
const statusOf = (page: Page, path: string): Promise<number> =>
  page.evaluate(async (url) => (await fetch(url)).status, path)
const post = <T>(page: Page, path: string, body: unknown): Promise<T> =>
  page.evaluate(
    async ([url, sent]) => {
      const headers = { 'content-type': 'application/json', 'x-meguri-csrf': '1' }
      return (await fetch(url as string, { method: 'POST', headers, body: JSON.stringify(sent) })).json()
    },
    [path, body] as const,
  ) as Promise<T>

async function enterAs(page: Page, role: string): Promise<void> {
  await page
    .getByRole('button', { name: `（${role} ` })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
}

/** Somebody of the worker's centre for whom nothing runs and whom the contractor does not see. */
async function somebodyNew(worker: Page, contractor: Page): Promise<Listed> {
  const { items } = await ask<{ items: Listed[] }>(worker, '/api/people?limit=60')
  for (const person of items) {
    const { courses } = await ask<{ courses: unknown[] }>(worker, `/api/people/${person.id}/care-management`)
    if (courses.length === 0 && (await statusOf(contractor, `/api/people/${person.id}/sheet`)) === 404)
      return person
  }
  throw new Error('the sample has nobody to begin with')
}

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
  await page.setViewportSize({ width: 1366, height: 768 })
}

const fillDate = async (page: Page, label: string | RegExp, day: string) => {
  const field = page.getByRole('textbox', { name: label })
  await field.fill(day)
  await field.press('Tab')
}

async function open(stage: Stage, page: Page, person: Listed): Promise<void> {
  await page.goto(`${stage.address}/people/${person.id}`)
  await page.getByRole('heading', { name: /さんのフェースシート/ }).waitFor()
  await page.locator(`main a[href="/people/${person.id}/care-management"]`).first().press('Enter')
  await page.getByText('いま続いているケアマネジメントはありません').waitFor()
  await page.getByRole('link', { name: 'ケアマネジメントを始める' }).press('Enter')
  await page.getByRole('form', { name: 'ケアマネジメントの開始' }).waitFor()
  const context = page.getByRole('complementary', { name: '保存するとこうなります' })
  await context.getByText('判定できません').waitFor()
  await page.getByRole('button', { name: 'サービスを加える' }).press('Enter')
  await page.getByLabel('種類', { exact: false }).first().selectOption({ label: '従前相当サービス' })
  await page.getByRole('textbox', { name: /^サービスの名前/ }).fill('通所型サービス')
  await page.getByRole('textbox', { name: /^事業所/ }).fill('見本デイサービス（架空）')
  await context.getByText('類型 A', { exact: true }).waitFor()
  await page.getByRole('radio', { name: /^A 原則的/ }).press('Space')
  await page.getByRole('textbox', { name: /^サービスの開始月/ }).fill(dayAfter(-31).slice(0, 7))
  await fillDate(page, /^計画の初日/, dayAfter(-20))
  await fillDate(page, /^計画の終わり/, dayAfter(340))
  await page.getByRole('radio', { name: '実施中' }).press('Space')
  await context.getByText('契約と重要事項の説明・同意').waitFor()
  await fillDate(page, /^説明した日/, dayAfter(0))
  await fillDate(page, /^同意の日/, dayAfter(0))
  await context.getByText(/訪問モニタリング/).waitFor()
  await context.getByText('契約と重要事項の説明・同意').waitFor({ state: 'detached' })
  await stage.shot(page, 'care-management-open')
  await sound(stage, page, 'ケアマネジメントを始める')
  await page.getByRole('textbox', { name: /^同意の日/ }).focus()
  await page.keyboard.press('Control+Enter')
  await page.getByText('ケアマネジメントを始めました').waitFor()
  await page.getByRole('table', { name: '次にすることと期限' }).waitFor()
}

async function entrust(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('button', { name: '委託する' }).press('Enter')
  const panel = page.getByRole('complementary', { name: '委託する' })
  await panel
    .getByLabel(/^委託先/)
    .first()
    .selectOption({ label: '居宅介護支援事業所みほん（架空）' })
  await fillDate(page, /^委託の初日/, dayAfter(-7))
  await panel
    .getByRole('textbox', { name: /^引き継ぎの内容/ })
    .fill('玄関に段差があります。娘さんは平日の夕方に電話がつながります。')
  await stage.accessible(page, '委託する')
  await stage.shot(page, 'care-management-entrust')
  await page.keyboard.press('Control+Enter')
  await page.getByText('引き継ぎを送りました').waitFor()
  await page.getByText('受領待ち', { exact: true }).waitFor()
}

async function receiveAndRecord(stage: Stage, page: Page, person: Listed): Promise<void> {
  await page.goto(`${stage.address}/`)
  await page.getByRole('link', { name: '委託の受領待ち' }).first().click()
  await page.getByRole('button', { name: receiptOf(person) }).waitFor()
  await page.getByText('玄関に段差があります').first().waitFor()
  await stage.shot(page, 'entrustments-inbox')
  await sound(stage, page, '委託の受領待ち')
  await page.getByRole('button', { name: receiptOf(person) }).press('Enter')
  await page.getByText('引き継ぎを受領しました').waitFor()
  await page.getByRole('table', { name: '次にすることと期限' }).waitFor()
  expectTrue(
    (await page.getByRole('link', { name: '直す', exact: true }).count()) === 0,
    'a contractor changes records, not the course',
  )
  expectTrue((await page.getByRole('button', { name: '終える' }).count()) === 0, 'nor ends it')
  await page.locator('main').focus()
  await page.keyboard.press('m')
  const panel = page.getByRole('complementary', { name: '記録する' })
  await panel.waitFor()
  await panel.getByRole('radio', { name: '訪問（自宅）' }).focus()
  await page.keyboard.press('1')
  await panel.getByRole('radio', { name: '変わりない' }).focus()
  await page.keyboard.press('1')
  await panel.getByRole('textbox', { name: /^内容/ }).focus()
  await page.keyboard.insertText('訪問した。歩く様子は変わりない。')
  await stage.accessible(page, '記録する')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/記録を保存しました/).waitFor()
  await page.getByText('センターの確認待ち').waitFor()
  await stage.shot(page, 'care-management-contractor')
  await sound(stage, page, '委託先のケアマネジメント')
}

/** The button of one person; a name's full-width space counts as any other. */
const receiptOf = ({ name }: Listed) =>
  new RegExp(`${name.replace(/\s+/gu, '\\s+')}\\s*さんの引き継ぎを\\s*受領する`, 'u')

/** What anybody sees at an address that leads nowhere, without what always differs. */
async function answerAt(stage: Stage, page: Page, path: string): Promise<string> {
  await page.goto(stage.address + path)
  await page.getByRole('heading', { name: /見つかりません/ }).waitFor()
  return (await page.locator('main').textContent()) ?? ''
}

async function seesNobodyElse(stage: Stage, page: Page, foreign: Listed): Promise<void> {
  const absent = '01900000-0000-7000-8000-000000000000'
  for (const path of ['/people/ID', '/people/ID/care-management', '/care-management/ID']) {
    const [one, other] = [path.replace('ID', foreign.id), path.replace('ID', absent)]
    expectTrue(
      (await answerAt(stage, page, one)) === (await answerAt(stage, page, other)),
      `${path} tells nothing`,
    )
  }
  await page.goto(`${stage.address}/`)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(foreign.kana)
  await page.waitForTimeout(800)
  expectTrue(
    (await page.locator(`[role=option][id$="${foreign.id}"]`).count()) === 0,
    'search finds nobody else',
  )
  await page.keyboard.press('Escape')
}

const whole: Journey = {
  name: '委託先: 引き継ぎを受領し、記録し、委託が終わると何も見えない',
  async run(stage) {
    const worker = await stage.open()
    await enterAs(worker, '包括職員')
    const contractor = await stage.open()
    await enterAs(contractor, '委託先ケアマネ')
    const person = await somebodyNew(worker, contractor)
    const lines = await contractor
      .getByRole('navigation', { name: 'メニュー' })
      .getByRole('link')
      .allTextContents()
    expectTrue(
      lines.join('、') === 'きょう、利用者、ケアマネジメント、委託の受領待ち',
      `the contractor's menu holds its work and nothing else: ${lines}`,
    )

    await worker.bringToFront()
    await open(stage, worker, person)
    const { items } = await ask<{ items: Listed[] }>(worker, '/api/people?limit=60')
    await entrust(stage, worker)
    await contractor.bringToFront()
    await receiveAndRecord(stage, contractor, person)
    let foreign: Listed | undefined
    for (const one of items)
      if (!foreign && (await statusOf(contractor, `/api/people/${one.id}/sheet`)) === 404) foreign = one
    expectTrue(foreign, 'somebody the contractor does not see')
    await seesNobodyElse(stage, contractor, foreign)
    await contractor.goto(`${stage.address}/care-management`)
    await contractor.getByRole('table', { name: 'ケアマネジメントの一覧' }).getByText(person.name).waitFor()
    await sound(stage, contractor, 'ケアマネジメントの一覧')
    await stage.shot(contractor, 'care-management-list')

    await worker.bringToFront()
    await worker.reload()
    await worker.getByRole('button', { name: /を確認する$/ }).press('Enter')
    await worker.getByRole('textbox', { name: /^センターの意見/ }).fill('このまま続けてください')
    await worker.keyboard.press('Control+Enter')
    await worker.getByText('委託先の記録を確認しました').waitFor()
    await worker.getByRole('button', { name: '最終日を決める' }).press('Enter')
    await worker.getByRole('textbox', { name: /^終える理由/ }).fill('転居のため')
    await fillDate(worker, /^最終日/, dayAfter(-1))
    await stage.accessible(worker, '委託の最終日を決める')
    await worker.keyboard.press('Control+Enter')
    await worker.getByText('最終日を決めました').waitFor()
    await worker.getByText('訪問した。歩く様子は変わりない。').waitFor()
    await stage.shot(worker, 'care-management-centre')
    await sound(stage, worker, 'ケアマネジメント')

    await contractor.bringToFront() // the same session, the day after the last one
    for (const path of ['', '/care-management'])
      await answerAt(stage, contractor, `/people/${person.id}${path}`)
    const list = await post<{ rows: { person: { id: string } }[] }>(contractor, '/api/care-management/list', {
      limit: 200,
    })
    expectTrue(
      list.rows.every((row) => row.person.id !== person.id),
      'the list knows nothing of the person',
    )
    for (const tab of ['new', 'due', 'overdue', 'ahead', 'waiting']) {
      const today = await ask<unknown>(contractor, `/api/today?tab=${tab}`)
      expectTrue(!JSON.stringify(today).includes(person.id), `${tab} knows nothing of the person`)
    }
  },
}

/** The head of a centre moves a colleague's task to another day, all by keyboard. */
const load: Journey = {
  name: 'センターの予定: 職員と日の表から開き、理由を添えて別の日に移す',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, 'センター長')
    await page.getByRole('link', { name: 'センターの全員の予定' }).press('Enter')
    const table = page.getByRole('table', { name: /^職員ごとの/ })
    await table.waitFor()
    const figure = table.getByRole('button', { name: /期限切れ/ }).first()
    const before = Number(/^\d+/.exec((await figure.textContent()) ?? '')?.[0])
    await figure.press('Enter')
    const list = page.getByRole('region', { name: /さんの期限切れ$/ }).first()
    await list.getByRole('row').nth(1).waitFor()
    expectTrue((await list.locator('tr[data-row]').count()) === before, 'a figure opens to as many tasks')
    await stage.shot(page, 'centre-load')
    await sound(stage, page, 'センターの予定')
    await page.keyboard.press('j')
    await page.keyboard.press('p')
    await page.getByRole('textbox', { name: /^延期の理由/ }).waitFor()
    await page.keyboard.insertText('研修のため')
    await page.keyboard.press('Enter')
    await page.keyboard.type(dayAfter(2))
    await page.keyboard.press('Control+Enter')
    await page.getByText('を延期しました', { exact: false }).first().waitFor()
    await page.waitForFunction(
      ([selector, count]) => document.querySelectorAll(selector as string).length === (count as number) - 1,
      ['tr[data-row]', before] as const,
    )
  },
}

export const journeys: Journey[] = [whole, load]
