import type { Page } from 'playwright-core'
import { codeOf, counterAt } from '../src/platform/identity/totp.ts'
import { expectTrue, type Journey, type Stage } from './harness.ts'
import { type RealInstallation, realInstallation } from './second-server.ts'

const OWN_PASSWORD = 'さくらの咲く土手を歩く朝 42'
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** axe in both sizes, and no sideways scrolling of the page at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await stage.shot(page, `administrator-${where}`)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await stage.shot(page, `administrator-${where}-200`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** The six digits an authenticator shows for the key on the screen; the product's own arithmetic is tested on RFC 6238's. */
function digitsOf(typedKey: string, stepsAhead = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...typedKey.replace(/\s/g, '')]
    .map((c) => letters.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return codeOf(String.fromCharCode(...bytes), counterAt(Temporal.Now.instant()) + stepsAhead)
}

async function openAt(stage: Stage, { address }: RealInstallation): Promise<Page> {
  const page = await stage.open('/healthz')
  await page.goto(address)
  return page
}

async function signIn(page: Page, staffNumber: string, password: string): Promise<void> {
  await page.getByLabel(/^職員番号/).fill(staffNumber)
  await page.getByLabel(/^パスワード/).fill(password)
  await page.keyboard.press('Enter')
}

/** First password → own password → second factor → at work. @returns the authenticator's key */
async function firstSignIn(
  stage: Stage,
  page: Page,
  who: { staffNumber: string; password: string },
  isLookedAt: boolean,
): Promise<string> {
  await signIn(page, who.staffNumber, who.password)
  await page.getByRole('heading', { name: 'パスワードの変更' }).waitFor()
  if (isLookedAt) await sound(stage, page, 'forced-password')
  await page.getByLabel(/^今のパスワード/).fill(who.password)
  await page
    .getByLabel(/^新しいパスワード ?※?/)
    .first()
    .fill(OWN_PASSWORD)
  await page.getByLabel(/^新しいパスワード（確認）/).fill(OWN_PASSWORD)
  await page.getByRole('button', { name: /パスワードを変更する/ }).click()
  await page.getByRole('heading', { name: '確認コードの設定' }).waitFor()
  const key = ((await page.locator('code').first().textContent()) ?? '').trim()
  if (isLookedAt) await wrongCodeIsSaid(stage, page)
  await page.getByLabel(/^確認コード（/).fill(digitsOf(key))
  await page.getByRole('button', { name: /設定を終える/ }).click()
  await shows(page, '回復コードを紙に控えてください')
  if (isLookedAt) await sound(stage, page, 'recovery-codes')
  await page.getByRole('button', { name: '控えました。めぐりを始める' }).click()
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
  return key
}

async function wrongCodeIsSaid(stage: Stage, page: Page): Promise<void> {
  await sound(stage, page, 'second-factor')
  await page.getByLabel(/^確認コード（/).fill('000000')
  await page.getByRole('button', { name: /設定を終える/ }).click()
  await shows(page, /確認コードが合いません/)
}

/** Registers a member of staff with a post from 令和8年4月1日. @returns the first password, read off the screen */
async function register(stage: Stage, page: Page): Promise<string> {
  await page.getByRole('link', { name: '職員と口座' }).click()
  await page.getByRole('row', { name: /admin-990010/ }).waitFor()
  await sound(stage, page, 'staff')
  await page.getByRole('link', { name: '職員を登録する' }).click()
  await page.getByRole('button', { name: /職員を登録する/ }).click()
  await shows(page, /職員番号を入力してください/)
  const complaint = page.getByText('職員番号を入力してください。')
  expectTrue((await complaint.count()) === 2, 'said at the top and at the field')
  await page.getByLabel(/^職員番号/).fill('s0001')
  expectTrue((await complaint.count()) === 1, 'gone from the field once it is put right')
  await page
    .getByLabel(/^氏名 ?※?/)
    .first()
    .fill('見本 職員')
  await page.getByLabel(/^氏名のフリガナ/).fill('ミホン ショクイン')
  await page.getByLabel(/^職種/).selectOption('publicHealthNurse')
  await page.getByLabel(/^役割/).selectOption('officer')
  await page.getByLabel(/^職の始まる日/).fill('R8.4.1')
  await sound(stage, page, 'staff-new')
  await page.getByRole('button', { name: /職員を登録する/ }).click()
  await shows(page, '最初のパスワードは、この一度しか出ません')
  await sound(stage, page, 'first-password')
  return ((await page.locator('code').first().textContent()) ?? '').trim()
}

/** A second post, then the first one ended yesterday. */
async function addAndEndPosts(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('link', { name: 'この職員のページへ' }).click()
  await page.getByRole('button', { name: '職を加える' }).click()
  await page.getByLabel(/^役割/).selectOption('auditor')
  await page.getByLabel(/^職の始まる日/).fill('令和8年10月1日')
  await page.getByRole('button', { name: /^職を加える/ }).click()
  await page.getByRole('row', { name: /監査担当/ }).waitFor()
  await sound(stage, page, 'member')
}

async function endPost(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${role} .*の職を終える`) }).click()
  await page.getByLabel(/^最後の日/).fill('R8.11.1')
  await page.getByRole('button', { name: /最後の日を保存する/ }).click()
  await page.getByRole('row', { name: new RegExp(`${role}.*R8\\.11\\.1.*終了`) }).waitFor()
}

const statusOf = (page: Page, path: string) =>
  page.evaluate(async (url) => (await fetch(url)).status, path) as Promise<number>

async function theWholeLife(stage: Stage, real: RealInstallation): Promise<void> {
  const administrator = await openAt(stage, real)
  await firstSignIn(stage, administrator, real, true)
  const password = await register(stage, administrator)

  const member = await openAt(stage, real)
  const key = await firstSignIn(stage, member, { staffNumber: 's0001', password }, false)
  expectTrue((await statusOf(member, '/api/imports')) === 200, 'the officer works')
  await addAndEndPosts(stage, administrator)

  await endPost(administrator, '保険者職員')
  expectTrue(
    (await statusOf(member, '/api/imports')) === 401,
    'the session can do nothing once its post has ended',
  )
  await member.getByRole('link', { name: '利用者', exact: true }).click() // no reload: the page itself finds out
  await member.getByRole('heading', { name: 'どの職で始めますか' }).waitFor()
  await sound(stage, member, 'choose-post')
  await member.getByRole('button', { name: /監査担当/ }).click()
  await member.getByRole('navigation', { name: 'メニュー' }).waitFor()

  await endPost(administrator, '監査担当')
  await member.reload()
  await shows(member, '今日から有効な職がありません')
  await stage.accessible(member, 'no post')
  expectTrue(
    (await statusOf(member, '/api/statistics/town-population/releases')) === 401,
    'nothing can be done any more',
  )
  await member.getByRole('button', { name: 'サインアウトする' }).click()
  await signIn(member, 's0001', OWN_PASSWORD)
  await member.getByLabel(/^確認コード（/).fill(digitsOf(key, 1)) // a code counts once
  await member.keyboard.press('Enter')
  await shows(member, '今日から有効な職がありません')
}

async function deedsOnTheAccount(stage: Stage, real: RealInstallation): Promise<void> {
  const page = await openAt(stage, real)
  await firstSignIn(stage, page, real, false)
  const first = await register(stage, page)
  await page.getByRole('link', { name: 'この職員のページへ' }).click()
  await page.getByRole('button', { name: 'パスワードを出し直す' }).click()
  await stage.accessible(page, 'asked before')
  await page.getByRole('alertdialog').getByRole('button', { name: 'パスワードを出し直す' }).click()
  await shows(page, '最初のパスワードは、この一度しか出ません')
  const next = ((await page.locator('code').first().textContent()) ?? '').trim()
  expectTrue(next !== first && next.length > 8, 'another password')
  await page.getByRole('link', { name: 'センター' }).click()
  await shows(page, '登録されたセンターはありません')
  await page.goto(`${real.address}/statistics/towns`)
  await shows(page, '町別の人口は、まだ読み込まれていません')
  await sound(stage, page, 'towns-empty')
}

const withRealInstallation =
  (run: (stage: Stage, real: RealInstallation) => Promise<void>) =>
  async (stage: Stage): Promise<void> => {
    const real = await realInstallation()
    try {
      await run(stage, real)
    } finally {
      await stage.closePages()
      await real.stop()
    }
  }

export const journeys: Journey[] = [
  {
    name: '管理者が職員を登録し、本人が最初のパスワードと確認コードを決めて入り、職が終わると何もできない',
    run: withRealInstallation(theWholeLife),
  },
  {
    name: '管理者がパスワードを出し直す。登録のないセンターと統計は、そう言う',
    run: withRealInstallation(deedsOnTheAccount),
  },
  {
    name: '管理者が見本の職員とセンターの台帳を見る',
    async run(stage) {
      const page = await stage.open('/staff')
      await stage.signIn(page, 'm1110', 'meguri-sample')
      await page.getByRole('row', { name: /m0201/ }).waitFor()
      await sound(stage, page, 'sample-staff')
      await page.getByRole('link', { name: 'm0201' }).click()
      await shows(page, 'いまのサインイン')
      await sound(stage, page, 'sample-member')
      await page.getByRole('link', { name: 'センター', exact: true }).click()
      await page
        .getByRole('row', { name: /基幹型/ })
        .first()
        .waitFor()
      await sound(stage, page, 'centres')
    },
  },
]
