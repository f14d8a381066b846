import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

type Listed = { id: string; name: string; kana: string; birthOn: string; sex: string; isProtected: boolean }
type SheetSeen = {
  person: Listed & { phone: string | null; residentNumber: string | null }
  counts: { consultations: number; contacts: number; openTasks: number }
  today: string
}

const PASSWORD = 'meguri-sample'
const OFFICER = 'm1101'

/** What the page itself may fetch: only to choose whom the journey is about. */
const ask = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await fetch(url)).json(), path) as Promise<T>

/** The button of a role at the door of a sample, by keyboard. */
async function enterAs(page: Page, role: string): Promise<void> {
  await page
    .getByRole('button', { name: `（${role} ` })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
}

/** Somebody of the own centre for whom the question holds; `skip` keeps the journeys apart. */
async function somebody(page: Page, holds: (sheet: SheetSeen) => boolean, skip = 0): Promise<Listed> {
  const { items } = await ask<{ items: Listed[] }>(page, '/api/people?limit=120')
  let passed = 0
  for (const { id } of items) {
    const sheet = await ask<SheetSeen>(page, `/api/people/${id}/sheet`)
    if (sheet.person.isProtected || !holds(sheet)) continue
    if (passed === skip) return sheet.person
    passed += 1
  }
  throw new Error('the sample has nobody like that among the first 120 of the centre')
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

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name: `${name} さんのフェースシート` }).waitFor()

/** Moves the focus by Tab until the named element has it. */
async function tabTo(page: Page, name: string | RegExp, most = 60): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    const text = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (typeof name === 'string' ? text.trim() === name : name.test(text)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

/** Opens 「その他の手続き」 and chooses from it, by keyboard. */
async function further(page: Page, deed: string): Promise<void> {
  await page.getByRole('button', { name: /^その他の手続き/ }).focus()
  await page.keyboard.press('Enter')
  await tabTo(page, deed, 8)
  await page.keyboard.press('Enter')
}

const asOnDay: Journey = {
  name: '人の記録: ある日の姿を見て、今日との違いと、変えた人がわかる',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const person = await somebody(page, ({ counts }) => counts.contacts >= 1)
    await page.goto(`${stage.address}/people/${person.id}/edit`)
    await page.getByLabel('メモ').fill('見本: 玄関は裏口から')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/の記録を直しました/).waitFor()
    await page.goto(`${stage.address}/people/${person.id}/history`)
    await page.getByRole('tab', { name: 'ある日の姿' }).waitFor()
    await page.keyboard.press('Alt+2')
    await page.getByText('日付を入れると、その日の姿が出ます').waitFor()
    await page.getByLabel('見たい日').focus()
    await page.keyboard.type('R8.11.1')
    await page.getByText(/令和8年11月1日の終わりの記録です/).waitFor()
    await page.waitForURL(/on=2026-11-01/)
    const row = page.getByRole('row').filter({ hasText: 'メモ' }).first()
    expectTrue(
      (await row.textContent())?.includes('見本: 玄関は裏口から'),
      'the day and today stand side by side',
    )
    expectTrue(
      /変わりました/.test((await row.textContent()) ?? ''),
      'a difference has a word, not only a colour',
    )
    await page.getByRole('checkbox', { name: '今日と違うところだけを出す' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('row').filter({ hasText: 'フリガナ' }).waitFor({ state: 'detached' })
    await row.waitFor()
    await stage.shot(page, 'life-as-on')
    await sound(stage, page, 'ある日の姿')
    await page.reload()
    await page.getByText(/令和8年11月1日の終わりの記録です/).waitFor()
  },
}

const mergeAndUndo: Journey = {
  name: '人の記録: 二つの記録を見比べて統合し、古い番号から行き先がわかり、取り消す',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, 'センター長')
    const person = await somebody(page, ({ counts }) => counts.consultations >= 1, 2)
    // the same person once more, by hand, as happens under the telephone
    const twin = await page.evaluate(
      async (body) => {
        const answer = await fetch('/api/people', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
          body: JSON.stringify(body),
        })
        return ((await answer.json()) as { id: string }).id
      },
      {
        name: person.name,
        kana: person.kana,
        birthOn: person.birthOn,
        sex: person.sex,
        note: '見本: 電話で受けた方',
        isDuplicateChecked: true,
      },
    )
    await page.goto(`${stage.address}/people/${person.id}`)
    await heading(page, person.name)
    await further(page, '同一人物の統合')
    const twins = page.getByRole('region', { name: '同じ方かもしれない記録' })
    await twins
      .getByRole('button', { name: /見比べる/ })
      .first()
      .waitFor()
    await stage.shot(page, 'life-merge-choose')
    await sound(stage, page, '統合する記録を選ぶ')
    await page.goto(`${stage.address}/people/${person.id}/merge?with=${twin}`)
    await page.getByRole('table', { name: '二つの記録' }).waitFor()
    await page.getByText('基幹系システムの記録の値が残ります').first().waitFor()
    await stage.shot(page, 'life-merge-compare')
    await sound(stage, page, '二つの記録')
    await page.getByLabel('同じ方だとわかったわけ').focus()
    await page.keyboard.type('本人に確かめた（見本）')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/統合しました（\d+件の記録が移りました）/).waitFor()
    await heading(page, person.name)
    await page.getByText('メモ: 見本: 電話で受けた方').waitFor()
    await page.goto(`${stage.address}/people/${twin}`)
    await page.getByText(`${person.name} さんに統合されました`).waitFor()
    await stage.shot(page, 'life-merged-away')
    await sound(stage, page, '統合された記録')
    await tabTo(page, `${person.name} さんの記録を開く`)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === `/people/${person.id}`)

    await page.goto(`${stage.address}/people/${person.id}/merge`)
    await page.getByRole('button', { name: `${person.name} さんの統合を取り消す` }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '統合を取り消す' })
    await panel.getByText('二つの記録は統合の前に戻ります').waitFor()
    await stage.shot(page, 'life-unmerge')
    await sound(stage, page, '統合の取消')
    await panel.getByLabel('理由').focus()
    await page.keyboard.type('別の方だった（見本）')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/統合を取り消しました/).waitFor()
    await page.goto(`${stage.address}/people/${twin}`)
    await heading(page, person.name)
    expectTrue(
      (await page.getByText('さんに統合されました').count()) === 0,
      'the record stands for itself again',
    )
  },
}

const departure: Journey = {
  name: '人の記録: 死亡を届出の前に記録し、予定が終わり、取り消すと戻る',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const person = await somebody(page, ({ counts }) => counts.openTasks >= 1, 3)
    await page.goto(`${stage.address}/people/${person.id}`)
    await heading(page, person.name)
    await further(page, '死亡・転出')
    const panel = page.getByRole('complementary', { name: '死亡・転出を記録する' })
    await panel.getByText('記録すると、次のようになります').waitFor()
    await panel.getByText(/終わっていない予定\d+件を取りやめます/).waitFor()
    await panel.getByLabel('亡くなった日').focus()
    await page.keyboard.type('R8.11.20')
    await panel.getByLabel('情報源').selectOption('family')
    await stage.shot(page, 'life-died-panel')
    await sound(stage, page, '死亡の記録')
    await panel.getByLabel('メモ').focus()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/死亡を記録しました/).waitFor()
    await page.getByText('令和8年11月20日 死亡').waitFor()
    await page.getByText(/家族・親族から知りました/).waitFor()
    await page.getByText('死亡の後: 契約の終了を確かめる').first().waitFor()
    await stage.shot(page, 'life-died')
    await sound(stage, page, '亡くなった方のフェースシート')

    await tabTo(page, '死亡の記録を取り消す')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: '死亡の記録を取り消す' }).waitFor()
    await page.keyboard.type('別の方だった（見本）')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/死亡の記録を取り消しました/).waitFor()
    await page.getByText('令和8年11月20日 死亡').waitFor({ state: 'detached' })
    const after = await ask<SheetSeen>(page, `/api/people/${person.id}/sheet`)
    expectTrue(after.counts.openTasks >= 1, 'the tasks are open again')
  },
}

const consent: Journey = {
  name: '人の記録: 情報提供への同意を聞き、撤回を記録する',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const person = await somebody(page, () => true, 5)
    await page.goto(`${stage.address}/people/${person.id}`)
    const card = page.getByRole('region', { name: '情報提供への同意' })
    await card.getByText('まだ聞いていません').waitFor()
    await card.getByRole('button', { name: '情報提供への同意を記録する' }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '情報提供への同意を記録する' })
    await panel.getByRole('radiogroup', { name: '同意' }).getByRole('radio').first().focus()
    await page.keyboard.press('1')
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('alert').waitFor()
    await panel.getByRole('checkbox', { name: /主治医/ }).focus()
    await page.keyboard.press('Space')
    await stage.shot(page, 'life-consent')
    await sound(stage, page, '同意')
    await page.keyboard.press('Control+Enter')
    await card.getByText('同意あり').waitFor()
    await card.getByText('主治医・医療機関').waitFor()
    await card.getByRole('button', { name: '同意の撤回を記録する' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: '同意の撤回を記録する' }).waitFor()
    await page.keyboard.type('本人の申し出（見本）')
    await page.keyboard.press('Control+Enter')
    await card.getByText('まだ聞いていません').waitFor()
  },
}

const restriction: Journey = {
  name: '人の記録: 市の職員が支援措置の対象にすると、住所がすぐ伏せられ、外すと戻る',
  async run(stage) {
    const page = await stage.open()
    await stage.signIn(page, OFFICER, PASSWORD)
    const person = await somebody(page, ({ person: one }) => one.phone !== null, 1)
    const { person: seen } = await ask<SheetSeen>(page, `/api/people/${person.id}/sheet`)
    const open = async () => {
      await further(page, '支援措置・閲覧制限')
      await page.getByRole('complementary', { name: '支援措置・閲覧制限' }).getByLabel('理由').focus()
      await page.keyboard.type('本人の申し出（見本）')
    }
    await page.goto(`${stage.address}/people/${person.id}`)
    await open()
    await stage.shot(page, 'life-restriction')
    await sound(stage, page, '支援措置')
    await page.keyboard.press('Control+Enter')
    await page.getByText('支援措置の対象にしました').waitFor()
    await page.getByText('支援措置のため伏せています').first().waitFor()
    expectTrue(
      !(await page.locator('main').textContent())?.includes(seen.phone ?? '-'),
      'the telephone number is gone',
    )
    await page.reload()
    await open()
    await page.keyboard.press('Control+Enter')
    await page.getByText('支援措置を外しました').waitFor()
    await page
      .getByText(seen.phone ?? '-')
      .first()
      .waitFor()
  },
}

const unnamedCall: Journey = {
  name: '人の記録: 氏名不明の相談を、あとから対象者と結び、元に戻す',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    const person = await somebody(page, () => true, 7)
    const id = await page.evaluate(async () => {
      const uuid = '0199aaaa-0000-4000-8000-00000000abcd'
      const answer = await fetch('/api/consultations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
        body: JSON.stringify({
          id: uuid,
          channel: 'phone',
          caller: 'neighbour',
          urgency: 'normal',
          text: '近所の方が心配している（見本）',
          unnamed: { ageBand: '75-84', sex: 'female' },
        }),
      })
      return answer.ok ? uuid : `refused: ${await answer.text()}`
    })
    expectTrue(!id.startsWith('refused'), id)
    await page.goto(`${stage.address}/consultations/${id}`)
    await page.getByText('氏名不明の方の相談').waitFor()
    await page.getByRole('button', { name: '対象者を決める' }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '対象者を決める' })
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('alert').waitFor()
    await panel.getByRole('combobox').focus()
    await page.keyboard.type(person.kana)
    const option = page.locator(`[role=option][id$="${person.id}"]`)
    await option.waitFor()
    await stage.shot(page, 'life-join')
    for (let n = 0; n < 10 && (await option.getAttribute('aria-selected')) !== 'true'; n += 1)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: `${person.name} さんの相談にする` }).waitFor()
    await sound(stage, page, '対象者を決める')
    await page.keyboard.press('Control+Enter')
    await page.getByText(`${person.name} さんの相談にしました`).waitFor()
    await page.getByText('氏名不明の方の相談').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+z')
    await page.getByText('氏名不明の方の相談').waitFor()
  },
}

const newCaller: Journey = {
  name: '人の記録: 電話の途中で登録のない方を登録し、書きかけの相談に戻る',
  async run(stage) {
    const page = await stage.open()
    await enterAs(page, '包括職員')
    await page.keyboard.press('F2')
    await page.getByRole('form', { name: '相談受付' }).waitFor()
    await page.getByLabel('相談者の氏名').fill('例示浦 次女')
    await page.getByRole('textbox', { name: /^相談の内容/ }).fill('書きかけの見本の相談')
    await page.keyboard.press('Alt+n')
    await page.waitForURL(/\/people\/new\?for=intake/)
    const form = page.getByRole('form', { name: '利用者の登録' })
    await form.getByLabel('氏名').fill('例示浦 千代')
    await form.getByLabel('フリガナ').fill('レイジウラ チヨ')
    await form.getByLabel('生年月日', { exact: false }).first().fill('S16.5.6')
    await form.getByRole('radiogroup', { name: '性別' }).getByRole('radio').first().focus()
    await page.keyboard.press('1')
    await page.keyboard.press('Alt+k')
    await stage.shot(page, 'life-new-caller')
    await form.getByLabel('メモ').focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/consultations\/new\?person=/)
    await page.getByText('例示浦 千代').first().waitFor()
    await page.waitForTimeout(500)
    const text = await page.getByRole('textbox', { name: /^相談の内容/ }).inputValue()
    expectTrue(text === '書きかけの見本の相談', `the call is still there: ${text}`)
    expectTrue((await page.getByLabel('相談者の氏名').inputValue()) === '例示浦 次女', 'and so is the caller')
    await stage.shot(page, 'life-back-to-call')
  },
}

export const journeys: Journey[] = [
  asOnDay,
  mergeAndUndo,
  departure,
  consent,
  restriction,
  unnamedCall,
  newCaller,
]
