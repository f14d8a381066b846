import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'
const SLOW = { timeout: 90_000 }

const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: iconv.encode(lines.join('\r\n'), 'cp932'),
})

/** Invented counts of real towns: a title, units, a total on top, one town that does not exist, a remark. */
const firstYear = csv('tsudoi_suu_r6.csv', [
  '令和6年度 つどいの場の参加者（架空の数）,,,',
  '町名,参加した人,のべ参加,備考',
  ',（人）,（人）,',
  '合計,47,530,',
  '塩屋町,15,210,',
  '築地町,-,***,休止',
  '八坂長,32,320,',
  '※ 架空の数です,,,',
])
const mended = csv('tsudoi_suu_r6.csv', [
  '令和6年度 つどいの場の参加者（架空の数）,,,',
  '町名,参加した人,のべ参加,備考',
  ',（人）,（人）,',
  '合計,47,530,',
  '塩屋町,15,210,',
  '築地町,-,***,休止',
  '八坂町,32,320,',
  '※ 架空の数です,,,',
])
/** The next year: one heading renamed, columns in another order. */
const nextYear = csv('tsudoi_suu_r7.csv', [
  '町名,のべ参加,参加した人数',
  ',（人）,（人）',
  '塩屋町,250,18',
  '八坂町,330,30',
])

const choice = (page: Page, heading: string) => page.getByLabel(`「${heading}」は何の列か`)

async function choose(page: Page, file: typeof firstYear): Promise<void> {
  await page.getByLabel('一覧のファイル').setInputFiles([file])
  await page.getByRole('group', { name: '2. 列を選ぶ' }).waitFor(SLOW)
}

async function readAndStore(page: Page): Promise<void> {
  await page.getByRole('button', { name: '何が変わるかを調べる' }).press('Enter')
  await page.getByRole('button', { name: 'この内容で保存する' }).press('Enter', SLOW)
  await page.getByRole('link', { name: '読み込んだ統計を見る' }).waitFor(SLOW)
}

async function mapColumns(page: Page): Promise<void> {
  expectTrue((await choice(page, '町名').inputValue()) === 'name', 'the place was guessed')
  for (const [heading, name, unit] of [
    ['参加した人', '参加者数', '実人数'],
    ['のべ参加', '延べ参加者数', '延べ人数'],
  ] as const) {
    await choice(page, heading).selectOption({ label: '数' })
    await page.getByLabel(`「${heading}」の数の名前`).fill(name)
    await page.getByLabel(`「${heading}」の単位`).selectOption(unit)
  }
  await page.getByLabel(/^行は何の地域か/).selectOption({ label: '一つの市区町村の町' })
  await page.getByLabel(/^どの市区町村の町か/).fill('372013')
  await page.getByLabel(/^年度（西暦）/).fill('2024')
  await page.getByLabel(/^統計の名前/).fill('つどいの場（見本）')
  await page.getByLabel(/^見出しの下で読まない行の数/).fill('1')
  await page.getByLabel(/^出典/).fill('見本の統計（架空）')
}

/** An own table of the towns: mapped, an unknown town refused with the nearest, mended, kept, stored; next year by the same mapping. */
async function ownTable(stage: Stage): Promise<void> {
  const page = await stage.open('/facilities/mapping')
  await stage.signIn(page, OFFICER, PASSWORD)
  await page.getByRole('link', { name: '数の表（統計）' }).press('Enter')
  await page.getByText('表を読み込むと、ここに並び').waitFor(SLOW)
  await choose(page, firstYear)
  await page.getByRole('button', { name: '試しに読む' }).press('Enter')
  await page.getByText('まだ読めません').waitFor(SLOW)
  await mapColumns(page)
  await page.getByRole('button', { name: '試しに読む' }).press('Enter')
  await page.getByText('「八坂長」という町は知られていません。').waitFor(SLOW)
  await page.getByText(/近い名前: .*八坂町/).waitFor()
  await stage.accessible(page, '様式のない統計の対応づけ')
  await stage.shot(page, 'mapped-figures-refused')

  await choose(page, mended)
  await mapColumns(page)
  await page.getByRole('button', { name: '試しに読む' }).press('Enter')
  const tried = page.getByRole('region', { name: '試しに読んだ結果' })
  await tried.getByText('3地域の6個の数を読めます。うち2個は「数がない」です').waitFor(SLOW)
  await tried.getByText('4行目 合計').waitFor()
  await tried.getByText('延べ参加者数（つどいの場（見本））').first().waitFor()
  await stage.shot(page, 'mapped-figures-tried')
  await page.getByLabel(/^対応づけの名前/).fill('つどいの参加者（見本）')
  await page.getByRole('button', { name: '対応づけを保存する' }).press('Enter')
  await page.getByText('対応づけを保存しました').waitFor(SLOW)
  await page.getByRole('heading', { name: '1. 見出しの行' }).scrollIntoViewIfNeeded()
  await stage.shot(page, 'mapped-figures-columns')
  await readAndStore(page)
  await page.getByRole('link', { name: '読み込んだ統計を見る' }).press('Enter')
  const stored = page.getByRole('table', { name: '読み込んだ統計' })
  await stored.getByText('延べ参加者数（つどいの場（見本））').waitFor(SLOW)
  await stored.getByText('出典: 見本の統計（架空）（確定）').first().waitFor()
  await followingYear(stage, page)
}

async function followingYear(stage: Stage, page: Page): Promise<void> {
  await choose(page, nextYear)
  await page.getByText('「参加した人」が「参加した人数」に替わったようです').waitFor(SLOW)
  await page.getByRole('button', { name: '「つどいの参加者（見本）」を使う' }).press('Enter')
  await page.getByText('対応づけ「つどいの参加者（見本）」を使っています').waitFor(SLOW)
  expectTrue(
    (await choice(page, '参加した人数').inputValue()) === 'value',
    'the renamed heading is the count',
  )
  expectTrue((await page.getByLabel(/^年度（西暦）/).inputValue()) === '', 'of when is said anew')
  await page.getByLabel(/^年度（西暦）/).fill('2025')
  await readAndStore(page)
  await stage.accessible(page, '読み込みの結果')
  await page.getByRole('link', { name: '読み込んだ統計を見る' }).press('Enter')
  await page.getByText('ほか1期間').first().waitFor(SLOW)
  await page.setViewportSize({ width: 683, height: 384 })
  await page.waitForTimeout(300)
  await stage.accessible(page, '様式のない統計（200 %）')
  await stage.shot(page, 'mapped-figures-zoomed')
}

export const journeys: Journey[] = [
  { name: '様式のない統計: 列を選び、断られた町を直し、保存し、次の年に使う', run: ownTable },
]
