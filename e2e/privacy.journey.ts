import { expectTrue, type Journey } from './harness.ts'

const PASSWORD = 'meguri-sample'

/** The person in charge of personal data reads who looked at whom; the sample's accounts say who is who. */
async function accountOf(address: string, roleLabel: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`)
  const { sample } = (await answer.json()) as {
    sample: { accounts: { staffNumber: string; roleLabel: string }[] }
  }
  const found = sample.accounts.find((account) => account.roleLabel === roleLabel)
  expectTrue(found, `the sample offers no ${roleLabel}`)
  return found.staffNumber
}

export const journeys: Journey[] = [
  {
    name: '監査担当: だれがだれの記録を見たか',
    async run(stage) {
      const worker = await stage.open('/people')
      await stage.signIn(worker, await accountOf(stage.address, '包括職員'), PASSWORD)
      await worker.getByRole('table').getByRole('link').first().click()
      await worker.getByRole('heading', { level: 1 }).waitFor()
      const page = await stage.open('/access-log')
      await stage.signIn(page, await accountOf(stage.address, '監査担当'), PASSWORD)
      await page.getByRole('heading', { name: '閲覧の記録', level: 1 }).waitFor()
      await page.getByRole('row').nth(3).waitFor()
      await stage.accessible(page, 'access log')
      await stage.shot(page, 'access-log')
      await page.keyboard.press('Alt+2')
      await page.getByRole('columnheader', { name: /一日の最大/ }).waitFor()
      await stage.accessible(page, 'access log by staff')
      await stage.shot(page, 'access-log-staff')
      await page.getByRole('row').nth(1).getByRole('button').first().click()
      await page.getByRole('columnheader', { name: '目的' }).waitFor()
      const chosen = await page.getByLabel('職員', { exact: true }).inputValue()
      expectTrue(chosen !== '', 'the staff of the row is filtered by')
      const people = await page.goto(`${stage.address}/people`)
      expectTrue(people?.ok(), 'the page loads')
      await page.getByText('見つかりません').first().waitFor()
    },
  },
  {
    name: '管理者: サインインの守りを、日付と根拠をつけて決める',
    async run(stage) {
      const page = await stage.open('/settings')
      await stage.signIn(page, await accountOf(stage.address, 'システム管理者'), PASSWORD)
      await page.getByRole('heading', { name: '保険者の設定', level: 1 }).waitFor()
      await stage.accessible(page, 'settings')
      const card = page.getByRole('article').filter({ hasText: '使わないと終わるまでの時間' })
      await card.getByRole('button', { name: '値を加える' }).press('Enter')
      const panel = page.getByRole('complementary')
      await panel.getByRole('textbox', { name: /^使わないと終わるまでの時間/ }).fill('3')
      await panel.getByLabel(/^開始日/).fill('R9.4.1')
      await panel.getByLabel(/^根拠/).fill('情報セキュリティ要綱（架空）第5条')
      await panel.getByRole('button', { name: '値を保存する' }).press('Enter')
      await panel.getByText('5分以上').first().waitFor()
      await panel.getByRole('textbox', { name: /^使わないと終わるまでの時間/ }).fill('15')
      await stage.shot(page, 'settings-panel')
      await page.keyboard.press('Control+Enter')
      await card.getByText('15分').waitFor()
      await card.getByText('予定').waitFor()
      await stage.accessible(page, 'settings with a value')
      await stage.shot(page, 'settings')
      await card.getByRole('button', { name: '取り消す' }).press('Enter')
      await page.getByRole('button', { name: '元に戻す' }).press('Enter')
      await card.getByText('15分').waitFor()
    },
  },
  {
    name: '保険者職員: 公表の人口を圏域ごとに見る',
    async run(stage) {
      const page = await stage.open('/statistics/towns')
      await stage.signIn(page, await accountOf(stage.address, '保険者職員'), PASSWORD)
      await page.getByRole('heading', { name: '圏域ごとの数' }).waitFor()
      await page.getByRole('heading', { name: '圏域ごとの高齢化率の移り変わり' }).waitFor()
      await page.waitForTimeout(1500)
      await page.getByRole('heading', { name: '圏域ごとの数' }).scrollIntoViewIfNeeded()
      await stage.accessible(page, 'areas')
      await stage.shot(page, 'areas')
      await page.getByRole('heading', { name: '圏域ごとの高齢化率の移り変わり' }).scrollIntoViewIfNeeded()
      await stage.shot(page, 'areas-chart')
    },
  },
]
