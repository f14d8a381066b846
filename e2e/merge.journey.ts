import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const PASSWORD = 'meguri-sample'

async function editing(stage: Stage, staffNumber: string, path: string): Promise<Page> {
  const page = await stage.open(path)
  await stage.signIn(page, staffNumber, PASSWORD)
  await page.getByRole('button', { name: '記録を直す' }).press('Enter')
  await page.getByRole('form', { name: '相談記録の訂正' }).waitFor()
  return page
}

const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name })

/** The first consultation of the list, as its address. */
async function firstRecord(stage: Stage): Promise<string> {
  const page = await stage.open('/consultations')
  await stage.signIn(page, 'm0202', PASSWORD)
  await page.getByRole('table').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '記録を直す' }).waitFor()
  return new URL(page.url()).pathname
}

async function written(page: Page, name: RegExp, add: string): Promise<string> {
  const box = field(page, name)
  await box.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(add)
  return box.inputValue()
}

const save = (page: Page) => page.keyboard.press('Control+Enter')
const alert = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'ほかの人が先に保存しました。両方を見くらべてください' })
const choice = (page: Page, label: RegExp, option: RegExp) =>
  page.getByRole('radiogroup', { name: label }).getByRole('radio', { name: option })

/** Two people in one record. Different fields: both survive at once. The same field: chosen, or written together. */
async function twoPeople(stage: Stage): Promise<void> {
  const path = await firstRecord(stage)
  const mine = await editing(stage, 'm0202', path)
  const theirs = await editing(stage, 'm0201', path)

  // different fields
  await written(theirs, /^対応の内容/, '二人目が書いた対応。')
  await save(theirs)
  await theirs.getByText('相談記録を直しました').waitFor()
  await written(mine, /^相談者の電話/, '')
  const text = await written(mine, /^相談の内容|^本文/, '\n一人目が書きたした見本の内容。')
  await save(mine)
  await alert(mine).waitFor()
  await mine.getByText('同じ項目は変わっていません。このまま保存すると、両方の変更が残ります。').waitFor()
  expectTrue(
    await choice(mine, /^対応の内容/, /保存されている内容/).isChecked(),
    'what only they changed is chosen',
  )
  await stage.accessible(mine, '両方の内容')
  await stage.shot(mine, 'merge-different')
  await mine.getByRole('button', { name: '選んだ内容で保存する' }).focus()
  await save(mine)
  await mine.getByText('相談記録を直しました').waitFor()
  await mine.getByText('二人目が書いた対応。').first().waitFor()
  await mine.getByText('一人目が書きたした見本の内容。').first().waitFor()

  // the same field, from the version before
  await theirs.reload()
  for (const page of [mine, theirs]) {
    if (!page.url().includes('edit')) await page.getByRole('button', { name: '記録を直す' }).press('Enter')
    await page.getByRole('form', { name: '相談記録の訂正' }).waitFor()
  }
  await written(theirs, /^相談の内容|^本文/, '\n二人目の見本の行。')
  await save(theirs)
  await theirs.getByText('相談記録を直しました').waitFor()
  await written(mine, /^相談の内容|^本文/, '\n一人目の見本の行。')
  await save(mine)
  await alert(mine).waitFor()
  await mine.getByText(/両方で変わった項目が1つあります/).waitFor()
  await mine.getByText(/先に保存した人: /).waitFor()
  await mine.getByRole('button', { name: '選んだ内容で保存する' }).focus()
  await save(mine) // nothing chosen yet
  await mine
    .getByText(/を選んでください。/)
    .first()
    .waitFor()
  await choice(mine, /^相談の内容/, /画面の入力/).focus()
  await mine.keyboard.press('3') // 両方をまとめて直す
  const joined = field(mine, /まとめた内容/)
  await joined.waitFor()
  const both = await joined.inputValue()
  expectTrue(both === `${text}\n二人目の見本の行。\n一人目の見本の行。`, `joined: ${both}`)
  await stage.accessible(mine, '両方をまとめて直す')
  await stage.shot(mine, 'merge-same')
  // back into the form and to the merge again: nothing of it is lost
  await mine.getByRole('button', { name: '入力に戻る' }).press('Enter')
  await mine.getByRole('form', { name: '相談記録の訂正' }).waitFor()
  expectTrue((await field(mine, /^相談の内容|^本文/).inputValue()) === both, 'the joined text is in the form')
  await field(mine, /^相談の内容|^本文/).focus()
  await save(mine)
  await mine.getByText('相談記録を直しました').waitFor()
  for (const line of ['一人目の見本の行。', '二人目の見本の行。'])
    await mine.getByText(line).first().waitFor()
}

export const journeys: Journey[] = [{ name: '二人で一つの相談記録を直す', run: twoPeople }]
