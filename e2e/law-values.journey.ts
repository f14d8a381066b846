import { readFile } from 'node:fs/promises'
import { expectTrue, type Journey } from './harness.ts'

const PASSWORD = 'meguri-sample'

async function accountOf(address: string, roleLabel: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`)
  const { sample } = (await answer.json()) as {
    sample: { accounts: { staffNumber: string; roleLabel: string }[] }
  }
  const found = sample.accounts.find((account) => account.roleLabel === roleLabel)
  expectTrue(found, `the sample offers no ${roleLabel}`)
  return found.staffNumber
}

const SEEN = 'e-Gov 法令検索（架空）第9条'

export const journeys: Journey[] = [
  {
    name: '保険者職員: 出典未確認の数値を確かめ、名前を残し、書き出す（キーボードだけで）',
    async run(stage) {
      const page = await stage.open('/law-values')
      await stage.signIn(page, await accountOf(stage.address, '保険者職員'), PASSWORD)
      await page.getByRole('heading', { name: '制度の数値', level: 1 }).waitFor()
      await page.getByRole('heading', { name: 'わがまちの数値' }).waitFor()
      await page.getByRole('table', { name: 'わがまちの数値' }).waitFor()
      await stage.accessible(page, 'legal numbers')
      await stage.shot(page, 'law-values')
      await page.getByRole('button', { name: /まだ確かめていない/ }).press('Enter')
      expectTrue(page.url().includes('filter=unread'), 'the filter is in the address')
      await page.getByLabel(/^さがす/).fill('被保険者の年齢')
      const link = page.getByRole('link', { name: '被保険者の年齢', exact: true })
      await link.waitFor()
      await stage.shot(page, 'law-values-unread')
      await link.press('Enter')
      await page.getByRole('heading', { name: '被保険者の年齢', level: 1 }).waitFor()
      await page.getByText('出典未確認').first().waitFor()
      await stage.accessible(page, 'a legal number')
      await stage.shot(page, 'law-value')

      await page
        .getByRole('button', { name: /出典を確かめて確認する/ })
        .first()
        .press('Enter')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('link', { name: /見た場所/ }).waitFor() // the place is missing
      await page.getByLabel(/^見た場所/).fill(SEEN)
      await stage.accessible(page, 'confirming')
      await stage.shot(page, 'law-value-confirming')
      await page.keyboard.press('Control+Enter')
      await page
        .getByText(/市（架空）が確認（|市が確認（/)
        .first()
        .waitFor()
      await page.getByText(SEEN).waitFor()
      await stage.shot(page, 'law-value-confirmed')

      await page.goBack()
      await page.getByRole('button', { name: /保険者が確認した/ }).press('Enter')
      await page.getByRole('link', { name: '被保険者の年齢', exact: true }).waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'CSV', exact: true }).press('Enter')
      const csv = await readFile(await (await download).path(), 'utf8')
      const line = csv.split('\r\n').find((one) => one.includes('被保険者の年齢'))
      expectTrue(line?.includes(SEEN), 'the file says where the value was seen')
      const excel = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Excel', exact: true }).press('Enter')
      expectTrue((await excel).suggestedFilename().endsWith('.xlsx'), 'an Excel file')

      await page.getByRole('link', { name: '被保険者の年齢', exact: true }).press('Enter')
      await page.getByRole('button', { name: /確認を取り消す/ }).press('Enter')
      await page.getByLabel(/^取り消す理由/).fill('改正前の条文を見ていました。')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name: '効力のなくなった確認' }).waitFor()
      await page.getByText('出典未確認').first().waitFor()
      await stage.shot(page, 'law-value-withdrawn')
    },
  },
  {
    name: '保険者職員: 出典未確認の数値で決まったお知らせは作れず、確かめると作れる',
    async run(stage) {
      const page = await stage.open('/registrations?tab=registered')
      await stage.signIn(page, await accountOf(stage.address, '保険者職員'), PASSWORD)
      await page.getByRole('table').getByRole('link').first().press('Enter')
      const notice = page.getByRole('button', { name: 'お知らせ（PDF）' })
      await notice.press('Enter')
      const refusal = page.getByRole('alert')
      await refusal.getByText(/制度の数値の確認が要ります/).waitFor()
      await stage.accessible(page, 'a refused notice')
      await stage.shot(page, 'law-values-notice-refused')
      const course = page.url()
      const titles = await refusal.getByRole('listitem').allInnerTexts()
      expectTrue(titles.length > 0, 'each value is named')
      for (const text of titles) {
        await page.goto(`${stage.address}/law-values?filter=unread`)
        await page.getByLabel(/^さがす/).fill(text.split('（')[0]!)
        await page
          .getByRole('link', { name: text.split('（令和')[0]!.split('（平成')[0]! })
          .first()
          .press('Enter')
        await page
          .getByRole('button', { name: /出典を確かめて確認する/ })
          .first()
          .press('Enter')
        await page.getByLabel(/^見た場所/).fill(SEEN)
        await page.keyboard.press('Control+Enter')
        await page.getByText(SEEN).first().waitFor()
      }
      await page.goto(course)
      const download = page.waitForEvent('download')
      await notice.press('Enter')
      expectTrue((await download).suggestedFilename() === '登録のお知らせ.pdf', 'the notice is made')
    },
  },
  {
    name: '監査担当: 制度の数値を日付ごとに見て、使う計算へ進む',
    async run(stage) {
      const page = await stage.open('/law-values?order=trust')
      await stage.signIn(page, await accountOf(stage.address, '監査担当'), PASSWORD)
      await page.getByLabel(/^さがす/).fill('負担割合 α')
      await page
        .getByRole('link', { name: /第1号被保険者負担割合/ })
        .first()
        .press('Enter')
      await page.getByRole('heading', { name: /移り変わり/ }).waitFor()
      await page.locator('figure svg, figure canvas').first().waitFor()
      await page.waitForTimeout(800)
      expectTrue(
        (await page.getByRole('button', { name: /出典を確かめて確認する/ }).count()) === 0,
        'auditors confirm nothing',
      )
      await stage.accessible(page, 'a legal number with its picture')
      await page.getByRole('heading', { name: /移り変わり/ }).scrollIntoViewIfNeeded()
      await stage.shot(page, 'law-value-chart')
      await page.getByRole('link', { name: /^PRM-04/ }).press('Enter')
      await page.getByRole('heading', { level: 1, name: /第1号被保険者負担分相当額/ }).waitFor()
      const zoomed = await stage.open('/law-values', { zoom: 2 })
      await zoomed.getByLabel(/^職員番号/).fill(await accountOf(stage.address, '監査担当'))
      await zoomed.getByLabel(/^パスワード/).fill(PASSWORD)
      await zoomed.keyboard.press('Enter')
      await zoomed.getByRole('table').first().waitFor()
      await stage.accessible(zoomed, 'legal numbers at 200 %')
      await zoomed.getByRole('table').first().scrollIntoViewIfNeeded()
      await stage.shot(zoomed, 'law-values-zoomed')
    },
  },
]
