import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const result = (page: Page) => page.getByRole('region', { name: '試算の結果' })
const fill = async (page: Page, label: RegExp | string, text: string) => {
  await page.getByLabel(label).fill(text)
  await page.keyboard.press('Tab')
}

async function fitsWindow(page: Page, where: string): Promise<void> {
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expectTrue(!isWide, `${where} is wider than the window`)
}

/** What does the revision change: the share of those aged 65 and over in 2015 and in 2024, checked line by line. */
async function revision(stage: Stage): Promise<void> {
  const page = await stage.open('/rules')
  await stage.signIn(page, 'm1101', 'meguri-sample')
  await page.getByRole('heading', { name: '保険料', exact: true }).waitFor()
  await stage.accessible(page, '試算の一覧')
  await stage.shot(page, 'trial-catalogue')
  await page.getByLabel('名前・番号・内容で探す').fill('prm-04')
  await page.getByText(/^1件を表示/).waitFor()
  expectTrue(!page.url().includes('prm'), 'what is searched stays out of the address')
  await page.getByRole('link', { name: '第1号被保険者負担分相当額' }).click()
  await page.getByLabel(/^標準給付費見込額/).waitFor()
  expectTrue(
    (await page.getByLabel(/^標準給付費見込額/).inputValue()) === '9,519,211,524',
    'the form begins with the worked example, with separators',
  )
  await stage.accessible(page, '試算の入力')
  await stage.shot(page, 'trial-form')

  await page.keyboard.press('Control+Enter')
  await result(page).getByText('2,325,959,991円').first().waitFor()
  const derivation = page.getByRole('region', { name: '計算の過程' })
  for (const words of ['負担割合', '230', '出典'])
    expectTrue((await derivation.textContent())?.includes(words), `the derivation lacks 「${words}」`)
  await page.getByRole('region', { name: '端数処理' }).getByText('1円未満を四捨五入').waitFor()
  await stage.accessible(page, '試算の結果')
  await result(page).scrollIntoViewIfNeeded()
  await stage.shot(page, 'trial-result')

  await fill(page, /^比べる日/, '2015-04-01')
  await page.keyboard.press('Control+Enter')
  const changed = page.getByRole('region', { name: '変わった法令の数値' })
  await changed.getByText('第1号被保険者負担割合').waitFor()
  for (const words of ['220', '230', '10 増', '出典未確認'])
    expectTrue((await changed.textContent())?.includes(words), `the change lacks 「${words}」`)
  const heads = await changed.getByRole('columnheader').allInnerTexts()
  expectTrue(
    heads[1] === '平成27年4月1日' && heads[2] === '令和6年4月1日',
    `the earlier day stands left: ${heads}`,
  )
  await page.getByRole('region', { name: '計算の過程' }).getByText(/増/).first().waitFor()
  await stage.accessible(page, '二つの日の比較')
  await result(page).scrollIntoViewIfNeeded()
  await stage.shot(page, 'trial-two-days')
  expectTrue(
    page.url().endsWith('/rules/PRM-04?with=2015-04-01'),
    `rule and days are in the address, the input is not: ${page.url()}`,
  )
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('table', { name: '入力' }).getByText('9,519,211,524円').waitFor()
  await stage.shot(page, 'trial-print')
  await page.pdf({ path: `${stage.shots}/trial.pdf`, format: 'A4' })
  await page.emulateMedia({ media: 'screen' })

  await fill(page, /^比べる日/, '1999-04-01')
  await page.keyboard.press('Control+Enter')
  await result(page).getByText('平成11年4月1日: 計算できません').waitFor()
}

/** From the costs to the amount of the ordinance by a published plan, and what another collection rate would do. */
async function chain(stage: Stage): Promise<void> {
  const page = await stage.open('/rules')
  await stage.signIn(page, 'm1101', 'meguri-sample')
  await page.getByLabel('名前・番号・内容で探す').fill('保険料')
  await page.getByRole('link', { name: /^第1号保険料の基準額/ }).click()
  const rate = page.getByLabel(/^予定保険料収納率/)
  await rate.waitFor()
  const before = await rate.inputValue()
  await rate.fill('9000')
  await page.getByRole('button', { name: '例を入れる' }).press('Enter')
  expectTrue((await rate.inputValue()) === before, 'the example replaces what was typed')
  await page.getByRole('button', { name: /^試算する/ }).press('Enter')
  await result(page).getByText('6,400円').first().waitFor()
  const derivation = page.getByRole('region', { name: '計算の過程' })
  for (const words of ['保険料収納必要額', '2,051,968,467円', '必要額÷予定収納率'])
    expectTrue((await derivation.textContent())?.includes(words), `the derivation lacks 「${words}」`)
  expectTrue(
    !/[a-z]+Yen|Hundredths/.test(((await result(page).textContent()) ?? '').split('値を表で見る')[0] ?? ''),
    'no name of a program stands among the figures',
  )
  await result(page).scrollIntoViewIfNeeded()
  await stage.shot(page, 'trial-chain')

  await page.getByRole('button', { name: 'この結果を残して、次と比べる' }).press('Enter')
  await rate.fill('9800')
  await page.getByText('入力が変わっています').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('columnheader', { name: '残した結果' }).first().waitFor()
  await page.getByRole('region', { name: '結果', exact: true }).getByText(/増/).first().waitFor()
  await stage.accessible(page, '残した結果との比較')
  await result(page).scrollIntoViewIfNeeded()
  await stage.shot(page, 'trial-scenarios')

  await page.getByLabel(/^標準給付費見込額/).fill('')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alert')
    .getByText(/^標準給付費見込額.*を入力してください。/)
    .waitFor()
}

/** A wrong figure is said beside its field, in the form and in a table; nobody needs a mouse. */
async function byKeyboard(stage: Stage): Promise<void> {
  const page = await stage.open('/rules')
  await stage.signIn(page, 'm1101', 'meguri-sample')
  await page.getByLabel('名前・番号・内容で探す').focus()
  await page.keyboard.type('premium-stages')
  await page.getByText(/^1件を表示/).waitFor()
  const link = page.getByRole('main').getByRole('listitem').getByRole('link')
  for (let presses = 0; presses < 10; presses++) {
    if (await link.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  const base = page.getByLabel(/^基準額/)
  await base.waitFor()
  await base.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('六万円')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('alert')
    .getByText(/「六万円」は数字として読めません/)
    .waitFor()
  expectTrue((await base.getAttribute('aria-invalid')) === 'true', 'the field itself is marked')
  await stage.accessible(page, '誤りのある入力')
  await stage.shot(page, 'trial-error')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expectTrue(await base.evaluate((one) => one === document.activeElement), 'the error leads to its field')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('72000')
  await page.keyboard.press('Control+Enter')
  await result(page).waitFor()
  await stage.shot(page, 'trial-stages')
  expectTrue(
    await page.getByRole('heading', { name: '試算の結果' }).evaluate((one) => one === document.activeElement),
    'the focus is at the result',
  )

  const small = await stage.open('/rules/premium-stages', { zoom: 2 })
  await small.getByLabel(/^職員番号/).fill('m1101')
  await small.getByLabel(/^パスワード/).fill('meguri-sample')
  await small.keyboard.press('Enter')
  await small.getByLabel(/^基準額/).waitFor()
  await small.getByRole('button', { name: /^試算する/ }).press('Enter')
  await result(small).waitFor()
  await fitsWindow(small, 'a trial at 200 %')
  await stage.accessible(small, '試算（200 %）')
  await stage.shot(small, 'trial-zoomed')
}

export const journeys: Journey[] = [
  { name: '試算: 改定で何が変わるかを、二つの日で確かめる', run: revision },
  { name: '試算: 見込額から基準額まで、公表された計画の数でたどる', run: chain },
  { name: '試算: キーボードだけで、誤りを直して計算する', run: byKeyboard },
]
