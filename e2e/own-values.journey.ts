import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const PASSWORD = 'meguri-sample'
const TITLE = '再確認までの月数'

async function accountOf(address: string, roleLabel: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`)
  const { sample } = (await answer.json()) as {
    sample: { accounts: { staffNumber: string; roleLabel: string }[] }
  }
  const found = sample.accounts.find((account) => account.roleLabel === roleLabel)
  expectTrue(found, `the sample offers no ${roleLabel}`)
  return found.staffNumber
}

async function atSettings(stage: Stage, roleLabel: string): Promise<Page> {
  const page = await stage.open('/settings')
  await stage.signIn(page, await accountOf(stage.address, roleLabel), PASSWORD)
  await page.getByRole('heading', { name: '保険者の設定', level: 1 }).waitFor()
  return page
}

/** The card of the setting itself, not of a proposal that waits. */
const cardOf = (page: Page) =>
  page
    .getByRole('region', { name: '事業対象者の登録', exact: true })
    .getByRole('article')
    .filter({ hasText: TITLE })
const waiting = (page: Page) => page.getByRole('article', { name: `${TITLE}の提案` })

async function propose(page: Page, months: string, article: string): Promise<void> {
  await cardOf(page).getByRole('button', { name: '提案する' }).press('Enter')
  const panel = page.getByRole('complementary', { name: /値を提案する/ })
  await panel.getByRole('textbox', { name: new RegExp(`^${TITLE}`) }).fill(months)
  await panel.getByLabel(/^開始日/).fill('R9.4.1')
  await panel.getByLabel(/^根拠の名称/).fill('総合事業実施要綱（架空）')
  await panel.getByLabel(/^番号/).fill('令和8年告示第12号')
  await panel.getByLabel(/^条項/).fill(article)
  await page.keyboard.press('Control+Enter')
  await waiting(page).waitFor()
}

export const journeys: Journey[] = [
  {
    name: '保険者職員: 設定をひとりが提案し、もうひとりが差し戻し、承認する（キーボードだけで）',
    async run(stage) {
      const first = await atSettings(stage, '保険者職員')
      await cardOf(first).getByText('二人で決める設定').waitFor()
      await cardOf(first).getByRole('button', { name: '提案する' }).press('Enter')
      await first.keyboard.press('Control+Enter') // without an ordinance
      await first.getByRole('link', { name: /根拠の名称/ }).waitFor()
      await first.keyboard.press('Escape')
      await propose(first, '36', '第9条')
      await stage.accessible(first, 'settings with a proposal')
      await stage.shot(first, 'own-values-proposed')
      // who proposed may only withdraw
      expectTrue(
        (await waiting(first)
          .getByRole('button', { name: /承認する/ })
          .count()) === 0,
        'no approving of one’s own proposal',
      )
      await waiting(first)
        .getByRole('button', { name: /取り下げる/ })
        .waitFor()

      const second = await atSettings(stage, '保険者職員（二人目）')
      await waiting(second).getByText('36か月').or(waiting(second).getByText('36月')).waitFor()
      await stage.shot(second, 'own-values-to-decide')
      await waiting(second)
        .getByRole('button', { name: /差し戻す/ })
        .press('Enter')
      await second.getByLabel(/^差し戻す理由/).fill('要綱では24か月、第5条です。')
      await stage.accessible(second, 'returning a proposal')
      await second.keyboard.press('Control+Enter')
      await waiting(second).waitFor({ state: 'detached' })

      await first.reload()
      await cardOf(first).getByText('提案の履歴').press('Enter')
      await cardOf(first).getByText('理由: 要綱では24か月、第5条です。').waitFor()
      await stage.shot(first, 'own-values-history')
      await propose(first, '24', '第5条')

      await second.reload()
      await waiting(second)
        .getByRole('button', { name: /確かめて承認する/ })
        .press('Enter')
      await cardOf(second).getByText('予定').waitFor()
      await cardOf(second).getByText('24月').first().waitFor()
      await cardOf(second)
        .getByText(/^承認 /)
        .waitFor()
      await cardOf(second).getByText('総合事業実施要綱（架空）（令和8年告示第12号）第5条').waitFor()
      await stage.accessible(second, 'settings with an approved value')
      await stage.shot(second, 'own-values-approved')
      // a change of what is in force goes the same way
      await cardOf(second).getByRole('button', { name: '取り消しを提案' }).press('Enter')
      const panel = second.getByRole('complementary', { name: /取り消しを提案する/ })
      await panel.getByLabel(/^根拠の名称/).fill('要綱の廃止（架空）')
      await second.keyboard.press('Control+Enter')
      await waiting(second).getByText('この値を取り消す').waitFor()
      await stage.shot(second, 'own-values-removal')
      await waiting(second)
        .getByRole('button', { name: /取り下げる/ })
        .press('Enter')
      await waiting(second).waitFor({ state: 'detached' })
    },
  },
  {
    name: '保険者職員: 表の形の設定を、行を打って決める',
    async run(stage) {
      const page = await atSettings(stage, '保険者職員')
      const card = page.getByRole('article').filter({ hasText: '事業対象者の市独自の区分' })
      await card.getByRole('button', { name: '値を加える' }).press('Enter')
      const panel = page.getByRole('complementary')
      await panel.getByRole('textbox', { name: '1行目 コード' }).focus()
      await page.keyboard.type('1')
      await page.keyboard.press('Tab')
      await page.keyboard.type('事業対象者1')
      await page.keyboard.press('Enter')
      await panel.getByLabel(/^開始日/).fill('R9.4.1') // the registrations of another journey use the list of today
      await panel.getByLabel(/^根拠/).fill('総合事業実施要綱（架空）第3条')
      await stage.shot(page, 'own-values-table')
      await stage.accessible(page, 'a setting with a table')
      await panel.getByRole('button', { name: '値を保存する' }).press('Enter')
      await card.getByRole('cell', { name: '事業対象者1' }).waitFor()
      await stage.shot(page, 'own-values-table-saved')
    },
  },
  {
    name: '保険者職員: 所得段階の表を直して提案し、直すところを行で知る',
    async run(stage) {
      const page = await atSettings(stage, '保険者職員')
      const card = page.getByRole('article').filter({ hasText: '所得段階の表' })
      await card.getByRole('button', { name: '提案する' }).press('Enter')
      const panel = page.getByRole('complementary', { name: /所得段階の表/ })
      const stageOfRow = panel.getByRole('textbox', { name: /^1行目 段階/ })
      await stageOfRow.focus()
      await page.keyboard.type('2')
      await page.keyboard.press('Tab')
      await page.keyboard.type('400')
      await page.keyboard.press('Enter')
      await panel.getByLabel(/^開始日/).fill('R9.4.1')
      await panel.getByLabel(/^根拠の名称/).fill('めぐり市介護保険条例（架空）')
      await page.keyboard.press('Control+Enter')
      await panel
        .getByText(/段階は1から順に/)
        .first()
        .waitFor()
      await stage.shot(page, 'own-values-stages-refused')
      await stage.accessible(page, 'a refused table of stages')
      await panel.getByText(/^1行目 段階.*段階は1から順に/).press('Enter') // leads to the cell
      await stageOfRow.waitFor()
      await page.keyboard.type('1')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Enter')
      const proposal = page.getByRole('article', { name: '所得段階の表の提案' })
      await proposal.getByRole('cell', { name: '455 → 400', exact: true }).waitFor()
      await proposal.evaluate((one) => one.scrollIntoView({ block: 'start' }))
      await stage.accessible(page, 'a proposed table of stages')
      await stage.shot(page, 'own-values-stages')
      await proposal.getByRole('button', { name: /取り下げる/ }).press('Enter')
      await proposal.waitFor({ state: 'detached' })
    },
  },
]
