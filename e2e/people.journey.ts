import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

type Listed = { id: string; name: string; kana: string; birthOn: string; centreName: string }
type SheetSeen = { person: Listed; counts: { consultations: number; contacts: number } }

const PASSWORD = 'meguri-sample'
const OFFICER = 'm1101'

/** What the page itself may fetch: only to choose whom the journey is about. */
const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await fetch(url)).json(), path) as Promise<T>

/** The worker's own button at the door of a sample, by keyboard. */
async function enterAs(page: Page, role: string): Promise<void> {
  await page
    .getByRole('button', { name: `（${role} ` })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
}

/** Somebody with enough of a past to show, whose name finds few. */
async function somebodyKnown(page: Page): Promise<Listed> {
  const { items } = await ask<{ items: Listed[] }>(page, '/api/people?limit=60')
  for (const { id } of items) {
    const { person, counts } = await ask<SheetSeen>(page, `/api/people/${id}/sheet`)
    if (counts.consultations >= 4 && counts.contacts >= 2) return person
  }
  throw new Error('the sample has nobody with four consultations among the first sixty')
}

/** Somebody whom the worker's centre does not look after. */
async function somebodyForeign(stage: Stage, worker: Page): Promise<Listed> {
  const page = await stage.open()
  await stage.signIn(page, OFFICER, PASSWORD)
  const own = await ask<{ items: Listed[] }>(worker, '/api/people?limit=1')
  const { items } = await ask<{ items: (Listed & { isProtected: boolean })[] }>(page, '/api/people?limit=200')
  const found = items.find(
    (one) => one.centreName !== own.items[0]?.centreName && !one.isProtected && one.birthOn,
  )
  expectTrue(found, 'the sample has somebody of another centre')
  await page.context().close()
  return found
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

const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length

const findAndRead: Journey = {
  name: '利用者: キーボードだけで探し、フェースシートを読み、一枚に印刷する',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const person = await somebodyKnown(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(person.kana)
    const option = page.locator(`[role=option][id$="${person.id}"]`)
    await option.waitFor()
    for (let n = 0; n < 10 && (await option.getAttribute('aria-selected')) !== 'true'; n++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `${person.name} さんのフェースシート` }).waitFor()
    expectTrue(new URL(page.url()).pathname === `/people/${person.id}`, 'the address holds the id only')

    const timeline = page.getByRole('region', { name: '経過' })
    await timeline.getByRole('listitem').first().waitFor()
    const all = await timeline.getByRole('listitem').count()
    await stage.shot(page, 'people-sheet')
    await sound(stage, page, 'フェースシート')
    await timeline.getByRole('button', { name: '自分だけ' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/mine=true/)
    await page.waitForTimeout(400)
    const mine = await timeline.getByRole('listitem').count()
    expectTrue(
      mine === (await timeline.getByText('自分の記録', { exact: true }).count()) && mine <= all,
      '「自分だけ」 shows only what the reader wrote',
    )
    await page.keyboard.press('Enter')
    await page.waitForTimeout(400)
    await page.getByLabel('経過の中を探す').fill('この言葉はどこにもない')
    await timeline.getByText('この条件に合う記録はありません').waitFor()
    expectTrue(!decodeURI(page.url()).includes('この言葉'), 'the search word stays out of the address')
    await page.getByLabel('経過の中を探す').fill('')
    await timeline.getByRole('listitem').first().waitFor()
    expectTrue((await timeline.getByRole('listitem').count()) >= all, 'without the word all of it is back')

    expectTrue(pagesOf(await page.pdf({ preferCSSPageSize: true })) === 1, 'the sheet prints on one page')
    await page.keyboard.press('F2')
    await page.waitForURL(
      (url) => url.pathname === '/consultations/new' && url.searchParams.get('person') === person.id,
    )
  },
}

const listAndFilter: Journey = {
  name: '利用者: 一覧をしぼり込み、行のキーで開き、戻る',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    await page.goto(`${stage.address}/people`)
    await page.getByLabel('年齢', { exact: true }).selectOption('85-94')
    await page.waitForURL(/age=85-94/)
    await page.waitForTimeout(500)
    const ages = await page.locator('tr[data-row] td:nth-child(4)').allInnerTexts()
    expectTrue(ages.length > 0 && ages.every((age) => Number(age) >= 85 && Number(age) <= 94), `ages ${ages}`)
    await stage.shot(page, 'people-list')
    await sound(stage, page, '一覧')
    await page.locator('main').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /さんのフェースシート/ }).waitFor()
    await page.goBack()
    await page.waitForURL(/age=85-94/)
    await page.getByRole('table', { name: '利用者の一覧' }).waitFor()
  },
}

const register: Journey = {
  name: '利用者: 伏せた候補を見て、照会し、新しい方を登録する',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const foreign = await somebodyForeign(stage, page)
    await page.goto(`${stage.address}/people/new`)
    const form = page.getByRole('form', { name: '利用者の登録' })
    await form.getByLabel('氏名').fill(foreign.name)
    await form.getByLabel('フリガナ').fill(foreign.kana)
    await form.getByLabel('生年月日', { exact: false }).first().fill(foreign.birthOn)
    const context = page.getByRole('complementary', { name: '二重登録の確認' })
    await context.getByText('＊＊').first().waitFor()
    const masked = (await context.textContent()) ?? ''
    expectTrue(masked.includes(`担当: ${foreign.centreName}`), 'a masked candidate names its centre')
    expectTrue(!masked.includes(foreign.name) && !masked.includes(foreign.kana), 'and not the person')
    expectTrue((await context.getByRole('link').count()) === 0, 'a masked candidate opens nothing')
    await stage.shot(page, 'people-new-masked')
    await sound(stage, page, '登録')
    await context.getByRole('button', { name: '照会する' }).first().click()
    await context.getByText(foreign.kana).waitFor()

    await form.getByLabel('氏名').fill('例示岬 新太郎')
    await form.getByLabel('フリガナ').fill('レイジミサキ シンタロウ')
    await form.getByLabel('生年月日', { exact: false }).first().fill('S15.3.4')
    await page.keyboard.press('Control+Enter')
    const summary = page.getByRole('alert').filter({ hasText: '性別を選んでください' })
    await summary.waitFor()
    await form.getByRole('radiogroup', { name: '性別' }).getByRole('radio').first().focus()
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await page.keyboard.type('ほしぞら')
    await page.getByRole('listbox', { name: '町の候補' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await form.getByText(/圏域.*担当:/).waitFor()
    await page.getByText(/下書きを保存しました/).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '例示岬 新太郎 さんのフェースシート' }).waitFor()
    await page.getByText('昭和15年3月4日（86歳）').waitFor()
  },
}

const outOfReach: Journey = {
  name: '利用者: 他センターの方は、いない方と同じ画面になり、照会は四つだけ答える',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const foreign = await somebodyForeign(stage, page)
    const seen = async (path: string) => {
      await page.goto(stage.address + path)
      await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor()
      return page.locator('main').textContent()
    }
    for (const under of ['', '/edit', '/history']) {
      const [absent, other] = [
        await seen(`/people/00000000-0000-4000-8000-000000000000${under}`),
        await seen(`/people/${foreign.id}${under}`),
      ]
      expectTrue(absent === other, `absent and out of reach differ: ${absent} / ${other}`)
    }
    await page.goto(`${stage.address}/people/inquiry`)
    await page.getByText('照会は、すべて記録されます').waitFor()
    await page.getByLabel('フリガナ').fill(foreign.kana)
    await page.getByLabel('生年月日').fill(foreign.birthOn)
    await page.keyboard.press('Control+Enter')
    const answer = page.locator('[data-inquiry-answer]').first()
    await answer.waitFor()
    await stage.shot(page, 'people-inquiry')
    await sound(stage, page, '照会')
    const terms = await answer.locator('dt').allInnerTexts()
    expectTrue(terms.join() === '氏名,フリガナ,生年,担当', `照会 answers four facts: ${terms}`)
    const facts = (await answer.textContent()) ?? ''
    expectTrue(
      facts.includes(foreign.name) && facts.includes(foreign.centreName),
      'it names person and centre',
    )
    expectTrue(!page.url().includes(encodeURIComponent(foreign.kana)), 'nothing of it in the address')
  },
}

const change: Journey = {
  name: '利用者: 直し、二人が同時に直したら選び、連絡先を元に戻し、履歴を見る',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const person = await somebodyKnown(page)
    const sheet = `${stage.address}/people/${person.id}`
    const other = await page.context().newPage()
    await page.goto(`${sheet}/edit`)
    await page.getByLabel('メモ').fill('自分が書いた見本のメモ')
    await page.getByText(/住民記録・被保険者台帳の内容です/).waitFor()
    await other.goto(`${sheet}/edit`)
    await other.getByLabel('メモ').fill('ほかの人が書いた見本のメモ')
    await other.getByLabel('通称').fill('見本の通称')
    await other.keyboard.press('Control+Enter')
    await other.getByText(/の記録を直しました/).waitFor()
    await other.close()
    await page.getByLabel('メモ').focus()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').filter({ hasText: 'ほかの人が先に保存しました' }).waitFor()
    await stage.shot(page, 'people-merge')
    await sound(stage, page, 'どちらを残すか')
    await page.getByRole('radio', { name: /画面の入力\s*自分が書いた/ }).focus()
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/の記録を直しました/).waitFor()
    await page.getByText('メモ: 自分が書いた見本のメモ').waitFor()
    await page.getByText('見本の通称').waitFor()

    await page.getByRole('button', { name: '連絡先を追加' }).click()
    const panel = page.getByRole('complementary', { name: '連絡先を追加' })
    await panel.getByLabel('氏名').fill('見本浜 連子')
    await panel.getByLabel('続柄・関係').fill('長女')
    await sound(stage, page, '連絡先')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '連絡先を追加' }).click()
    expectTrue((await panel.getByLabel('氏名').inputValue()) === '見本浜 連子', 'Esc lost what was typed')
    await panel.getByLabel('氏名').focus()
    await page.keyboard.press('Control+Enter')
    await page.getByText('見本浜 連子 さんを連絡先に加えました').waitFor()
    await page.getByRole('button', { name: '見本浜 連子 さんの連絡先を直す' }).waitFor()
    await page.keyboard.press('Alt+z')
    await page.getByText('元に戻しました').waitFor()
    await page.getByRole('button', { name: '見本浜 連子 さんの連絡先を直す' }).waitFor({ state: 'detached' })

    await page.goto(`${sheet}/history`)
    const table = page.getByRole('table').filter({ hasText: '自分が書いた見本のメモ' }).first()
    await table.getByText('ほかの人が書いた見本のメモ').waitFor()
    await stage.shot(page, 'people-history')
    await sound(stage, page, '履歴')
    await page.goto(`${sheet}/edit`)
    await sound(stage, page, '修正')
  },
}

const handOver: Journey = {
  name: '利用者: センター長がほかのセンターへ引き継ぎ、見られなくなる',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, 'センター長')
    const { items } = await ask<{ items: Listed[] }>(page, '/api/people?limit=60')
    const person = items.at(-1)
    expectTrue(person, 'the sample has sixty people at the centre')
    await page.goto(`${stage.address}/people/${person.id}`)
    await page.getByRole('button', { name: '引き継ぎ' }).click()
    const panel = page.getByRole('complementary', { name: 'ほかのセンターへ引き継ぐ' })
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('alert').filter({ hasText: '引き継ぎ先を選んでください' }).waitFor()
    await panel.getByLabel('引き継ぎ先').selectOption({ index: 3 })
    await panel.getByLabel('理由').fill('転居のため（見本）')
    await stage.shot(page, 'people-transfer')
    await sound(stage, page, '引き継ぎ')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/へ引き継ぎました/).waitFor()
    await page.goto(`${stage.address}/people/${person.id}`)
    await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor()
  },
}

export const journeys: Journey[] = [findAndRead, listAndFilter, register, outOfReach, change, handOver]
