import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const figures = (page: Page) => page.locator('figure[data-chart]')
const drawn = (page: Page) => page.locator('figure[data-chart] [role=img] svg')

/** What the picture writes into itself: the texts of its drawing. */
const words = (page: Page, at: number) =>
  figures(page)
    .nth(at)
    .locator('[role=img] svg text')
    .allTextContents()
    .then((all) => all.map((one) => one.trim()))

/** The picture and its table say the same; both are reached by key; what is saved stands alone. */
async function twins(stage: Stage): Promise<void> {
  const page = await stage.open('/gallery')
  await stage.signIn(page, 'm0202', 'meguri-sample')
  await figures(page).nth(1).scrollIntoViewIfNeeded() // pictures are drawn as they come into sight
  await figures(page).nth(1).locator('[role=img] svg').waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.appear-late')].every((one) => one.getAnimations().length === 0),
  )
  await stage.accessible(page, '部品の見本')
  const label = await figures(page).nth(1).getByRole('img').first().getAttribute('aria-label')
  expectTrue(label?.includes('電話は最も多いのは9月の150件、最も少ないのは7月の0件'), `described: ${label}`)

  const inPicture = await words(page, 1)
  expectTrue(inPicture.includes('件'), 'the axis carries its unit')
  await figures(page)
    .nth(1)
    .getByRole('button', { name: /表で見る/ })
    .focus()
  await page.keyboard.press('t')
  const table = figures(page).nth(1).getByRole('table')
  const cells = (await table.getByRole('cell').allTextContents()).map((one) => one.replace(/（.*/, ''))
  expectTrue(cells.length === 18, `a cell for each month and way: ${cells.length}`)
  for (const cell of cells) expectTrue(inPicture.includes(cell), `the picture lacks 「${cell}」`)
  await page.keyboard.press('t')
  await figures(page).nth(1).locator('[role=img] svg').waitFor()

  for (const [kind, name] of [
    ['PNG', '月と方法ごとの相談.png'],
    ['SVG', '月と方法ごとの相談.svg'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await figures(page)
      .nth(1)
      .getByRole('button', { name: new RegExp(`${kind}で保存`) })
      .press('Enter')
    expectTrue((await saved).suggestedFilename() === name, `saved as ${(await saved).suggestedFilename()}`)
  }
  await figures(page).nth(1).scrollIntoViewIfNeeded()
  await stage.shot(page, 'charts')
}

/** The statistics page: real figures, nothing wider than the window at 200 %. */
async function statistics(stage: Stage): Promise<void> {
  const page = await stage.open('/statistics/towns', { zoom: 2 }) // the menu is folded away
  await page.getByLabel(/^職員番号/).fill('m0202')
  await page.getByLabel(/^パスワード/).fill('meguri-sample')
  await page.keyboard.press('Enter')
  await drawn(page).first().waitFor()
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expectTrue(!isWide, 'wider than the window')
  await figures(page)
    .first()
    .getByRole('button', { name: /表で見る/ })
    .focus()
  await page.keyboard.press('t')
  await figures(page).first().getByRole('columnheader', { name: '高齢化率（％）' }).waitFor()
  await stage.accessible(page, '移り変わりの表')
}

export const journeys: Journey[] = [
  { name: '図: 表と同じ数、キーで替え、保存する', run: twins },
  { name: '図: 町別の人口の移り変わり', run: statistics },
]
