import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const WORKER = 'm0202'
const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'

/** Calls the API as the page's session does. */
const ask = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([verb, address, sent]) => {
      const answer = await fetch(address as string, {
        method: verb as string,
        headers: {
          'x-meguri-csrf': '1',
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      })
      if (!answer.ok) throw new Error(`${verb} ${address} answered ${answer.status}: ${await answer.text()}`)
      return answer.json()
    },
    [method, path, body] as const,
  ) as Promise<T>

async function signedIn(stage: Stage, number: string): Promise<Page> {
  const page = await stage.open('/')
  await stage.signIn(page, number, PASSWORD)
  return page
}

/** axe in both sizes, and nothing outside at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await stage.shot(page, `registration-${where}`)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `registration-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}

/** '20261201': so many days after a day, as people may type it */
const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

interface Made {
  personId: string
  checklistId: string
  answeredOn: string
}

/** A person of the worker's centre with a confirmed checklist that shows 基準に該当 (閉じこもり: item 16). */
async function aCandidate(page: Page): Promise<Made> {
  const person = await ask<{ id: string }>(page, 'POST', '/api/people', {
    name: '見本 登録',
    kana: 'ミホン トウロク',
    sex: 'female',
    birthOn: '1948-05-05',
    isDuplicateChecked: true,
  })
  const { today: answeredOn } = await ask<{ today: string }>(
    page,
    'GET',
    `/api/people/${person.id}/registrations`,
  )
  const cells = Object.fromEntries(
    Array.from({ length: 25 }, (_, i) => i + 1)
      .filter((no) => no !== 12)
      .map((no) => [no, no === 16 ? 1 : 0]),
  )
  const hex = () =>
    Math.floor(Math.random() * 0x10000)
      .toString(16)
      .padStart(4, '0')
  const checklistId = `0197a1b2-${hex()}-7${hex().slice(1)}-8${hex().slice(1)}-${hex()}${hex()}${hex()}`
  await ask(page, 'POST', '/api/checklists', {
    id: checklistId,
    personId: person.id,
    answeredOn,
    coding: 'paperNumber',
    cells,
    height: '155',
    weight: '50',
    method: 'visit',
    confirmation: { judgement: 'target' },
  })
  return { personId: person.id, checklistId, answeredOn }
}

/** 受付 → 分岐 → 基準に該当, by keyboard alone from the first field to the saved course. */
async function begin(stage: Stage, page: Page, made: Made): Promise<string> {
  await page.goto(`${stage.address}/people/${made.personId}/registrations/new?checklist=${made.checklistId}`)
  await page.getByRole('heading', { name: '登録の手続きを始める', level: 1 }).waitFor()
  await page
    .getByRole('radiogroup', { name: /^本人の希望/ })
    .getByRole('radio')
    .first()
    .focus()
  await page.keyboard.press('2')
  await page
    .getByRole('radiogroup', { name: /^認定申請がいつでも/ })
    .getByRole('radio', { name: '未確認' })
    .focus()
  await page.keyboard.press('1')
  await sound(stage, page, 'new')
  // consent was not asked yet: the rule refuses in words and nothing is lost
  await page.keyboard.press('Control+Enter')
  await shows(page, /本人の同意: 同意がないと進めません/)
  await page
    .getByRole('radiogroup', { name: /^進む道への本人の同意/ })
    .getByRole('radio', { name: '未確認' })
    .focus()
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('list', { name: '手続きの経過' }).waitFor()
  await shows(page, '基準に該当')
  await sound(stage, page, 'criteria-met')
  return page.url().split('/').at(-1) ?? ''
}

async function request(page: Page): Promise<void> {
  await press(page, /市へ登録を依頼する/)
  const panel = page.getByRole('complementary', { name: '市へ登録を依頼する' })
  await panel.getByRole('radiogroup', { name: /^被保険者証/ }).waitFor()
}

async function ask1(stage: Stage, page: Page): Promise<void> {
  await request(page)
  const card = page
    .getByRole('radiogroup', { name: /^被保険者証/ })
    .getByRole('radio')
    .first()
  await card.focus()
  await page.keyboard.press('2')
  await stage.shot(page, 'registration-request')
  await stage.accessible(page, 'request panel')
  await page.keyboard.press('Control+Enter')
  await shows(page, /市へ登録を依頼しました/)
}

async function sendBack(stage: Stage, page: Page, id: string): Promise<void> {
  await page.goto(`${stage.address}/registrations?tab=requests`)
  await page
    .getByRole('link', { name: /見本 登録/ })
    .first()
    .waitFor()
  await sound(stage, page, 'inbox')
  await page.goto(`${stage.address}/registrations/${id}`)
  await press(page, '受領する')
  await shows(page, '依頼を受領しました')
  await press(page, /^差し戻す/)
  await page
    .getByLabel(/^差し戻す理由/)
    .fill('被保険者証が申請中ではありません。紛失なら再交付申請書を添えてください。')
  await page.keyboard.press('Control+Enter')
  await shows(page, /差し戻しました/)
}

async function complete(stage: Stage, page: Page, id: string): Promise<void> {
  await page.goto(`${stage.address}/?tab=new`)
  await shows(page, /登録の依頼が差し戻された/)
  await page.goto(`${stage.address}/registrations/${id}`)
  await shows(page, '市から差し戻されました')
  await sound(stage, page, 'returned')
  await request(page)
  await page
    .getByRole('radiogroup', { name: /^被保険者証/ })
    .getByRole('radio')
    .first()
    .focus()
  await page.keyboard.press('3')
  await page.keyboard.press('Control+Enter')
  await shows(page, /再交付申請書: 被保険者証を紛失しているときは/)
  await page.getByText('再交付申請書を添えた').click()
  await page.keyboard.press('Control+Enter')
  await shows(page, /市へ登録を依頼しました/)
}

async function registerAndAct(stage: Stage, page: Page, id: string): Promise<void> {
  await page.goto(`${stage.address}/registrations?tab=requests`)
  await page.getByRole('checkbox', { name: '見本 登録 さんを選ぶ' }).check()
  await press(page, '選んだ1人を登録する')
  await page.getByRole('complementary', { name: '1人を登録する' }).waitFor()
  await page.getByLabel(/^登録を決めた日/).focus()
  await page.keyboard.press('Control+Enter')
  await shows(page, '1人を登録しました')
  await page.goto(`${stage.address}/registrations/${id}`)
  for (const said of ['被保険者証の再交付', '国保連への連絡']) {
    await press(page, /証・国保連・お知らせを記録する/)
    await page.getByRole('radio', { name: new RegExp(said) }).waitFor()
    expectTrue(
      await page.getByRole('radio', { name: new RegExp(said) }).isChecked(),
      `${said} is what is missing next`,
    )
    await page.getByLabel(/^行った日/).focus()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('complementary', { name: '行ったことを記録する' }).waitFor({ state: 'detached' })
  }
  await sound(stage, page, 'registered')
}

async function seenBySheet(stage: Stage, page: Page, made: Made): Promise<void> {
  await page.goto(`${stage.address}/people/${made.personId}`)
  await page
    .getByRole('region', { name: '対象者' })
    .getByText(/^事業対象者（/)
    .waitFor()
  await stage.shot(page, 'registration-sheet')
  await stage.accessible(page, 'sheet')
  await page.goto(`${stage.address}/people/${made.personId}/registrations`)
  await shows(page, '今日の区分: 事業対象者')
  await sound(stage, page, 'person')
}

/** 市独自の区分: the municipality's own list, chosen from when it registers. */
async function ownClasses(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.address}/registrations/classes`)
  await page.getByLabel(/^区分（1行に一つ）/).fill('1 見本区分1\n2 見本区分2')
  await page.getByLabel(/^根拠/).fill('架空の実施要綱 第3条')
  await sound(stage, page, 'classes')
  await page.getByLabel(/^根拠/).focus()
  await page.keyboard.press('Control+Enter')
  await shows(page, '区分を保存しました')
  await shows(page, /1 見本区分1/)
}

/** 被保険者証 read by the centre: the level, the tasks and the renewal list follow. */
async function cards(stage: Stage, page: Page, made: Made): Promise<void> {
  await page.goto(`${stage.address}/people/${made.personId}/certifications`)
  await press(page, '被保険者証から記録する')
  await page
    .getByRole('radiogroup', { name: /^要介護状態区分/ })
    .getByRole('radio')
    .first()
    .focus()
  await page.keyboard.press('1')
  await page.getByLabel(/^有効期間の始まり/).fill(later(made.answeredOn, 8))
  await page.getByLabel(/^有効期間の終わり/).fill(later(made.answeredOn, 70))
  await stage.shot(page, 'certification-card')
  await stage.accessible(page, 'card panel')
  await page.keyboard.press('Control+Enter')
  await shows(page, /被保険者証の認定を記録しました/)
  await sound(stage, page, 'certifications')
  await page.goto(`${stage.address}/certifications/renewals`)
  await page
    .getByRole('link', { name: /見本 登録/ })
    .first()
    .waitFor()
  await sound(stage, page, 'renewals')
}

export const journeys: Journey[] = [
  {
    name: '事業対象者の登録: 分岐から依頼、差戻し、登録、証と国保連まで',
    async run(stage) {
      const worker = await signedIn(stage, WORKER)
      const officer = await signedIn(stage, OFFICER)
      const made = await aCandidate(worker)
      const id = await begin(stage, worker, made)
      await ask1(stage, worker)
      await sendBack(stage, officer, id)
      await complete(stage, worker, id)
      await ownClasses(stage, officer)
      await registerAndAct(stage, officer, id)
      await seenBySheet(stage, worker, made)
      await cards(stage, worker, made)
      // the 認定 that the centre recorded is proposed to the municipality, and nothing ended by itself
      await officer.goto(`${stage.address}/registrations/${id}`)
      await shows(officer, '認定が始まるため、登録の終了を決めてください')
      await sound(stage, officer, 'end-proposed')
      const course = await ask<{ state: string }>(officer, 'GET', `/api/registrations/${id}`)
      expectTrue(course.state === 'registered', 'a 認定 ends no registration by itself')
    },
  },
]
