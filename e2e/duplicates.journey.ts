import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

type Listed = { id: string; name: string; kana: string; birthOn: string; sex: string; isProtected: boolean }

async function enterAs(page: Page, role: string): Promise<void> {
  await page
    .getByRole('button', { name: `（${role} ` })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
}

/** A person of the centre, and the same once more by hand as happens on the telephone: one letter of the reading wrong. */
async function plantTwin(stage: Stage): Promise<Listed> {
  const page = await stage.open()
  await enterAs(page, 'センター長')
  return page.evaluate(async () => {
    const listed = await (await fetch('/api/people?limit=40')).json()
    const person = listed.items.filter((one: { isProtected: boolean }) => !one.isProtected).at(7)
    const answer = await fetch('/api/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
      body: JSON.stringify({
        name: person.name,
        kana: person.kana,
        birthOn: person.birthOn,
        sex: person.sex,
        isDuplicateChecked: true,
      }),
    })
    if (!answer.ok) throw new Error(`registering the twin: ${answer.status}`)
    return person
  })
}

const officerFindsDuplicates: Journey = {
  name: '保険者職員: 重複の候補を探し、別の方と決めて戻し、見比べる（キーボードだけで）',
  async run(stage) {
    const person = await plantTwin(stage)
    const page = await stage.open()
    await enterAs(page, '保険者職員')
    await page.goto(`${stage.address}/people`)
    await page.getByRole('link', { name: '重複の候補' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '重複の候補', level: 1 }).waitFor()
    await page.getByRole('button', { name: /^(重複を探す|もう一度探す)$/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('重複の候補を探し終えました').first().waitFor({ timeout: 60_000 })
    const row = page.getByRole('row').filter({ hasText: person.name }).first()
    await row.waitFor()
    expectTrue((await row.getByText('読みが同じ').count()) === 1, 'the reason is said')
    await stage.shot(page, 'duplicates')
    await stage.accessible(page, '重複の候補')

    const different = page.getByRole('button', { name: `${person.name} さんと ${person.name} さんは別の方` })
    await different.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: '別の方と決める' })
    await panel.getByLabel('わけ').focus()
    await page.keyboard.press('Control+Enter')
    await panel.getByText(/わけ/).first().waitFor()
    await page.keyboard.type('双子の姉妹（見本）')
    await stage.shot(page, 'duplicates-different')
    await stage.accessible(page, '別の方と決める')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/別の方と決めました/)
      .first()
      .waitFor()
    await different.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: '別の方と決めたもの' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('双子の姉妹（見本）').waitFor()
    await page
      .getByRole('button', { name: /を候補に戻す/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.getByText('候補に戻しました').first().waitFor()
    await page.getByText('双子の姉妹（見本）').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '決めていないもの' }).focus()
    await page.keyboard.press('Enter')
    await row.waitFor()
    await row.getByRole('link', { name: '見比べて統合' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: '二つの記録' }).waitFor()
    await stage.shot(page, 'duplicates-compare')
  },
}

export const journeys: Journey[] = [officerFindsDuplicates]
