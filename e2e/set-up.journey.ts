import type { Page } from 'playwright-core'
import { codeOf, counterAt } from '../src/platform/identity/totp.ts'
import { expectTrue, type Journey, type Stage } from './harness.ts'
import { type RealInstallation, realInstallation } from './second-server.ts'

const OWN_PASSWORD = 'さくらの咲く土手を歩く朝 42'
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const choose = (page: Page, label: RegExp, option: string) =>
  page.getByLabel(label).first().selectOption({ label: option })

/** axe in both sizes, and no sideways scrolling of the page at 200 %. */
async function sound(stage: Stage, page: Page, where: string): Promise<void> {
  await stage.accessible(page, where)
  await stage.shot(page, `set-up-${where}`)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(200)
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expectTrue(over <= 0, `${where}: ${over} px stand outside at 200 %`)
  await stage.accessible(page, `${where} at 200 %`)
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** The six digits an authenticator shows for the key on the screen. */
function digitsOf(typedKey: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...typedKey.replace(/\s/g, '')]
    .map((c) => letters.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return codeOf(String.fromCharCode(...bytes), counterAt(Temporal.Now.instant()))
}

/** First password → own password → second factor → at work. */
async function firstSignIn(
  stage: Stage,
  real: RealInstallation,
  staffNumber: string,
  password: string,
): Promise<Page> {
  const page = await stage.open('/healthz')
  await page.goto(real.address)
  await page.getByLabel(/^職員番号/).fill(staffNumber)
  await page.getByLabel(/^パスワード/).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'パスワードの変更' }).waitFor()
  await page.getByLabel(/^今のパスワード/).fill(password)
  await page
    .getByLabel(/^新しいパスワード ?※?/)
    .first()
    .fill(OWN_PASSWORD)
  await page.getByLabel(/^新しいパスワード（確認）/).fill(OWN_PASSWORD)
  await press(page, /パスワードを変更する/)
  await page.getByRole('heading', { name: '確認コードの設定' }).waitFor()
  const key = ((await page.locator('code').first().textContent()) ?? '').trim()
  await page.getByLabel(/^確認コード（/).fill(digitsOf(key))
  await press(page, /設定を終える/)
  await press(page, '控えました。めぐりを始める')
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
  return page
}

/** By the menu, until the page itself is there: on a busy machine the former one stays for a moment. */
async function menu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
}

async function insurerAndOffices(stage: Stage, page: Page): Promise<void> {
  await menu(page, '保険者')
  await page.getByLabel(/^保険者番号/).fill('131016') // a 市区町村コード
  await press(page, /保険者の登録を保存する/)
  await shows(page, /市区町村コードで、保険者番号ではありません/)
  await page.getByLabel(/^保険者番号/).fill('990010')
  await page.getByLabel(/^名称/).fill('試験市（架空）')
  await press(page, /保険者の登録を保存する/)
  await shows(page, '保険者の登録を保存しました')
  await press(page, '構成市町村を加える')
  await page.getByLabel(/^市区町村コード/).fill('131017')
  await page.getByLabel(/^市区町村の名称/).fill('試験市（架空）')
  await page.getByLabel(/^入った日/).fill('H12.4.1')
  await press(page, /構成市町村を保存する/)
  await shows(page, /最後の検査数字が合いません/)
  await page.getByLabel(/^市区町村コード/).fill('131016')
  await press(page, /構成市町村を保存する/)
  await page.getByRole('row', { name: /131016/ }).waitFor()
  await sound(stage, page, 'insurer')

  await menu(page, '法人・事業所')
  await press(page, /法人・事業所を登録する/)
  await page
    .getByLabel(/^名称 ?※?/)
    .first()
    .fill('見本福祉会（架空）')
  await choose(page, /^種別/, '法人')
  await press(page, /法人・事業所を保存する/)
  await page.getByRole('row', { name: /見本福祉会/ }).waitFor()
  await sound(stage, page, 'organisations')
}

async function centreAndAreas(stage: Stage, page: Page): Promise<void> {
  await menu(page, 'センター')
  await shows(page, '登録されたセンターはありません')
  await press(page, /センターを登録する/)
  await page.getByLabel(/^名称/).first().fill('見本中央センター（架空）')
  await page.getByLabel(/^略称/).fill('中央')
  await choose(page, /^種別/, '一般')
  await choose(page, /^運営 ?※?/, '委託')
  await page.getByLabel(/^始まる日/).fill('R2.4.1')
  await press(page, /センターを保存する/)
  await shows(page, /運営法人を選んでください/)
  await choose(page, /^運営法人/, '見本福祉会（架空）')
  await sound(stage, page, 'centre-form')
  await press(page, /センターを保存する/)
  await page.getByRole('row', { name: /見本中央センター/ }).waitFor()
  await sound(stage, page, 'centres')

  await menu(page, '圏域と町')
  await press(page, '圏域を登録する')
  await page.getByLabel(/^圏域コード/).fill('01')
  await page.getByLabel(/^圏域の名称/).fill('中央圏域')
  await page.getByLabel(/^始まる日/).fill('R2.4.1')
  await choose(page, /^初めの担当センター/, '見本中央センター（架空）')
  await press(page, /圏域を保存する/)
  await page.getByRole('row', { name: /中央圏域.*見本中央センター/ }).waitFor()
  await sound(stage, page, 'areas')

  await page.getByRole('link', { name: '町をまとめて登録する' }).click()
  await paste(
    page,
    '町の表',
    'かえで町（架空）\tカエデチョウ\t01\t\tR2.4.1\nもみじ町（架空）\tモミジチョウ\t09\t\tR2.4.1',
  )
  await press(page, '内容を確かめる')
  await shows(page, /直すところが 1件 あります/)
  await shows(page, /この圏域コードは、2020-04-01にはありません/)
  await sound(stage, page, 'towns-refused')
  await paste(
    page,
    '町の表',
    'かえで町（架空）\tカエデチョウ\t01\t\tR2.4.1\nもみじ町（架空）\tモミジチョウ\t01\t\tR2.4.1',
  )
  await press(page, '内容を確かめる')
  await press(page, '町をまとめて保存する')
  await page.getByRole('tab', { name: /^町/ }).click()
  await page.getByRole('row', { name: /もみじ町.*01 中央圏域/ }).waitFor()
  await sound(stage, page, 'towns')
  await page.getByRole('tab', { name: /この日の圏域/ }).click()
  await page.getByRole('row', { name: /中央圏域.*かえで町/ }).waitFor()
  await stage.accessible(page, 'この日の圏域')
}

/** Pastes a block of a spreadsheet at the first cell, as the browser would. */
async function paste(page: Page, label: string, block: string): Promise<void> {
  const box = page.getByRole('grid', { name: label })
  await box.getByRole('gridcell').first().click()
  await page.keyboard.press('Control+Home')
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, block)
}

async function staffAtOnce(stage: Stage, page: Page): Promise<string> {
  await menu(page, '職員と口座')
  await page.getByRole('link', { name: 'まとめて登録する', exact: true }).click()
  const line = (n: number, profession: string, role: string, centre = '見本中央センター（架空）') =>
    [`s000${n}`, `見本 職員${n}`, 'ミホン ショクイン', profession, centre, '', role, 'R8.4.1', ''].join('\t')
  await paste(
    page,
    '職員の表',
    [
      line(1, '社会福祉士', '包括職員'),
      line(2, '保健師', '包括職員'),
      line(3, '大工', 'センター長'),
      line(4, '事務', '保険者職員', ''),
    ].join('\n'),
  )
  await press(page, '内容を確かめる')
  await shows(page, /この職種はありません/)
  await sound(stage, page, 'staff-refused')
  await paste(
    page,
    '職員の表',
    [
      line(1, '社会福祉士', '包括職員'),
      line(2, '保健師', '包括職員'),
      line(3, '主任ケアマネ', 'センター長'),
    ].join('\n'),
  )
  await press(page, '内容を確かめる')
  await shows(page, /確認できる人がまだいないため、すぐに有効になり/)
  await sound(stage, page, 'staff-checked')
  await press(page, '職員をまとめて登録する')
  await page.getByRole('heading', { name: '最初のパスワードの紙' }).waitFor()
  await page.getByRole('row', { name: /s0004/ }).waitFor()
  const download = page.waitForEvent('download')
  await press(page, '4人分の紙を作る')
  expectTrue(/\.pdf$/.test((await download).suggestedFilename()), 'the slips come as PDF')
  await shows(page, /紙（PDF）を保存しました/)
  await sound(stage, page, 'first-passwords')

  // what stands on the paper stands nowhere else, so that one slip is made again on the screen
  await menu(page, '職員と口座')
  await page.getByRole('link', { name: 's0001' }).click()
  await press(page, 'パスワードを出し直す')
  await page.getByRole('alertdialog').getByRole('button', { name: 'パスワードを出し直す' }).click()
  await shows(page, '最初のパスワードは、この一度しか出ません')
  return ((await page.locator('code').first().textContent()) ?? '').trim()
}

/** A second officer now needs the first one. */
async function secondPair(stage: Stage, page: Page): Promise<void> {
  await menu(page, '職員と口座')
  await page.getByRole('link', { name: 's0002' }).click()
  await press(page, '職を加える')
  await choose(page, /^役割/, '保険者職員')
  await page.getByLabel(/^職の始まる日/).fill('R8.4.1')
  await press(page, /^職を加える/)
  await shows(page, /もう一人の管理者か保険者職員が「職の確認」で確認すると/)
  await menu(page, '職の確認')
  await page.getByRole('row', { name: /見本 職員2.*確認待ち/ }).waitFor()
  expectTrue(
    (await page.getByRole('button', { name: /確認する$/ }).count()) === 0,
    'nobody confirms what they asked for',
  )
  await sound(stage, page, 'confirmations')
  for (const [name, where] of [
    ['台帳の変更の記録', 'changes'],
    ['利用状況', 'usage'],
  ] as const) {
    await menu(page, name)
    await page.waitForTimeout(600)
    await sound(stage, page, where)
  }
}

/** The first consultation of the installation: about somebody who gave no name. */
async function consultation(stage: Stage, page: Page): Promise<void> {
  await page.keyboard.press('F2')
  await page.getByRole('form', { name: '相談受付' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'caller')
  await page.keyboard.press('1')
  await page.keyboard.press('Alt+u')
  await page.getByRole('textbox', { name: /^相談の内容/ }).fill('近所の方について。名前は言いたくない。')
  await page.keyboard.press('Tab')
  await page.keyboard.press('a')
  await page.keyboard.press('Control+Enter')
  await shows(page, 'の相談を保存しました')
  await stage.shot(page, 'set-up-saved')
}

/** The API as the page calls it, for what this journey does not look at. */
const ask = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(where!, {
        method: how!,
        headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
        ...(what === undefined ? {} : { body: what }),
      })
      if (!answer.ok) throw new Error(`${how} ${where}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  ) as Promise<T>

type Registered = { areas: { id: string; code: string }[]; towns: { id: string; name: string }[] }

/** A second centre with its manager and area; somebody lives in もみじ町. @returns the officer's first password */
async function secondCentre(administrator: Page, worker: Page): Promise<string> {
  const { towns } = await ask<Registered>(administrator, 'GET', '/api/areas/register')
  const townId = towns.find(({ name }) => name.startsWith('もみじ町'))!.id
  await ask(worker, 'POST', '/api/people', {
    name: '見本 花子',
    kana: 'ミホン ハナコ',
    sex: 'female',
    birthOn: '1940-03-04',
    townId,
  })
  const centreId = crypto.randomUUID()
  const centre = {
    name: '見本西センター（架空）',
    shortName: '西',
    kind: 'standard',
    operation: 'direct',
    validFrom: '2020-04-01',
  }
  await ask(administrator, 'POST', '/api/centres/put', { id: centreId, version: null, ...centre })
  const area = {
    id: crypto.randomUUID(),
    version: null,
    code: '02',
    name: '西圏域',
    validFrom: '2020-04-01',
    centreId,
  }
  await ask(administrator, 'POST', '/api/areas/put', area)
  const { rows } = await ask<{ rows: { id: string; staffNumber: string }[] }>(
    administrator,
    'POST',
    '/api/staff/list',
    { limit: 200 },
  )
  const idOf = (number: string) => rows.find(({ staffNumber }) => staffNumber === number)!.id
  const post = { role: 'centreManager', centreId, organisationId: null, validFrom: '2026-04-01' }
  await ask(administrator, 'POST', `/api/staff/${idOf('s0003')}/posts`, post)
  const reset = await ask<{ firstPassword: string }>(
    administrator,
    'POST',
    `/api/staff/${idOf('s0004')}/password`,
    {},
  )
  return reset.firstPassword
}

/** A town moves today; the officer may not confirm a post yet, lets the person follow, and takes her back. */
async function townMoves(
  stage: Stage,
  real: RealInstallation,
  administrator: Page,
  worker: Page,
): Promise<void> {
  const password = await secondCentre(administrator, worker)
  await administrator.reload()
  await menu(administrator, '圏域と町')
  await administrator.getByRole('tab', { name: /^町/ }).click()
  await administrator.getByLabel('もみじ町（架空）を選ぶ').check()
  await press(administrator, '選んだ1町の圏域を替える')
  await choose(administrator, /^新しい圏域/, '02 西圏域')
  await press(administrator, /今日（.*にする/)
  await shows(administrator, /住んでいる利用者・住民（人）: 1/)
  await sound(stage, administrator, 'town-moves')
  await press(administrator, /圏域を保存する/)
  await administrator.getByRole('row', { name: /もみじ町.*02 西圏域/ }).waitFor()

  const officer = await firstSignIn(stage, real, 's0004', password)
  await menu(officer, '職の確認')
  await press(officer, '見本 職員2の保険者職員を確認する')
  // the administrator has just given the officer a password: for a day it could be he who confirms
  await shows(officer, /24時間たっていません/)
  await sound(stage, officer, 'lately-reset')
  await menu(officer, '担当替え')
  await officer.getByRole('row', { name: /見本中央センター.*見本西センター.*圏域とセンター/ }).waitFor()
  await sound(stage, officer, 'area-moves')
  await press(officer, /の人を見る$/)
  await officer.getByRole('row', { name: /見本 花子/ }).waitFor()
  await sound(stage, officer, 'area-move-people')
  await press(officer, '1人をまとめて引き継ぐ')
  await shows(officer, '終わりました')
  await officer.getByRole('tab', { name: '引き継いだ人' }).click()
  await officer.getByRole('row', { name: /見本 花子.*見本中央センター.*見本西センター/ }).waitFor()
  await sound(stage, officer, 'area-moves-done')
  await press(officer, '見本 花子を元に戻す')
  await officer.getByRole('row', { name: /見本 花子.*戻しました/ }).waitFor()
}

export const journeys: Journey[] = [
  {
    name: '見本のない導入で、管理者が保険者から職員までを登録し、センターの職員が入って相談を保存し、町が移ると担当が引き継がれる',
    async run(stage) {
      const real = await realInstallation()
      try {
        const administrator = await firstSignIn(stage, real, real.staffNumber, real.password)
        await insurerAndOffices(stage, administrator)
        await centreAndAreas(stage, administrator)
        const password = await staffAtOnce(stage, administrator)
        const worker = await firstSignIn(stage, real, 's0001', password)
        await consultation(stage, worker)
        await secondPair(stage, administrator)
        await townMoves(stage, real, administrator, worker)
      } finally {
        await stage.closePages()
        await real.stop()
      }
    },
  },
]
