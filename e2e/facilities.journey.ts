import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { expectTrue, type Journey, type Stage } from './harness.ts'

const OFFICER = 'm1101'
const PASSWORD = 'meguri-sample'
const FOLDER = join(import.meta.dirname, '..', 'src', 'exchange', 'facilities', 'fixtures')
const SLOW = { timeout: 60_000 }

const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: iconv.encode(lines.join('\r\n'), 'cp932'),
})

/** An invented list of a kind that no standard knows: a title above, units below, places in one cell, a person named. */
const firstYear = csv('tsudoi_r8.csv', [
  '令和8年度 つどいの場 一覧（架空）,,,,,,',
  '№,つどいの名,ところ,位置,参加のめやす,開いている曜日,お世話係',
  ',,,（北緯、東経）,（人）,,',
  '1,見本体操の会,香川県高松市架空町1-1,"34.3401, 134.0501",15,月木,見本 花子',
  '2,見本茶話会,香川県高松市架空町2-2,"34.3402,134.0602",二十人,水,例示 太郎',
  '3,見本囲碁の会,香川県高松市架空町3-3,"34.3503,134.0603",12,土,見本 次郎',
])
/** The next year: the columns in another order, one renamed, one new; one place closed, one new, one moved. */
const nextYear = csv('tsudoi_r9.csv', [
  '令和9年度 つどいの場 一覧（架空）,,,,,,,',
  '注意: 架空の一覧です,,,,,,,',
  '№,つどいの名称,位置,ところ,開いている曜日,参加のめやす,お世話係,駐車場',
  ',,（北緯、東経）,,,（人）,,',
  '1,見本体操の会,"34.3401,134.0501",香川県高松市架空町1-1,月木,18,見本 花子,有',
  '3,見本囲碁の会,"34.3503,134.0603",香川県高松市架空町5-5,土,12,見本 次郎,無',
  '4,見本将棋の会,"34.3604,134.0704",香川県高松市架空町4-4,日,8,例示 三郎,無',
])

const choice = (page: Page, heading: string) => page.getByLabel(`「${heading}」は何の列か`)

async function choose(page: Page, file: typeof firstYear): Promise<void> {
  await page.getByLabel('一覧のファイル').setInputFiles([file])
  await page.getByRole('heading', { name: '2. 列を選ぶ' }).waitFor(SLOW)
}

async function readAndStore(page: Page): Promise<void> {
  await page.getByRole('button', { name: '何が変わるかを調べる' }).press('Enter')
  await page.getByRole('button', { name: 'この内容で保存する' }).waitFor(SLOW)
}

async function store(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'この内容で保存する' }).press('Enter')
  await page.getByRole('link', { name: '施設・場所を見る' }).waitFor(SLOW)
}

/** An unknown CP932 list with odd headings: mapped, tried, kept, read; next year with one heading renamed. */
async function unknownList(stage: Stage): Promise<void> {
  const page = await stage.open('/facilities')
  await stage.signIn(page, OFFICER, PASSWORD)
  await page.getByRole('link', { name: '様式のない一覧' }).press('Enter')
  await page.getByText('ファイルを選び、列を選んで保存すると').waitFor()

  await choose(page, firstYear)
  expectTrue(await page.getByRole('radio', { name: '2行目' }).isChecked(), 'the header row was found')
  expectTrue((await choice(page, '№').inputValue()) === 'id', 'the number was guessed')
  await choice(page, 'つどいの名').selectOption({ label: '名称' })
  await choice(page, 'ところ').selectOption({ label: '住所' })
  await choice(page, '位置').selectOption({ label: '緯度と経度（一つの欄）' })
  await choice(page, '参加のめやす').selectOption({ label: '定員・収容人数' })
  await choice(page, '開いている曜日').selectOption({ label: '利用できる曜日' })
  await page.getByLabel(/^施設の種類/).fill('通いの場')
  await page.getByLabel(/^市区町村コード/).fill('372013')
  await page.getByLabel(/^見出しの下で読まない行の数/).fill('1')
  await page.getByLabel(/^出典/).fill('見本の一覧（架空）')
  await page.getByLabel(/^いつの一覧か/).fill('R8.4.1')
  await page.getByRole('button', { name: '試しに読む' }).press('Enter')
  await page.getByText('3か所を読めます。1か所に、書いてあるとおりに残す欄があります。').waitFor(SLOW)
  const tried = page.getByRole('region', { name: '試しに読んだ結果' })
  await tried.getByText('見本囲碁の会').waitFor()
  expectTrue((await tried.getByText('太郎').count()) === 0, 'a column that nobody chose is not read')
  await stage.accessible(page, '列の対応づけ')
  await stage.shot(page, 'mapping-tried')
  await page.getByLabel(/^対応づけの名前/).fill('つどいの場（見本）')
  await page.getByRole('button', { name: '対応づけを保存する' }).press('Enter')
  await page.getByText('対応づけを保存しました').waitFor(SLOW)
  await page.getByRole('heading', { name: '1. 見出しの行' }).scrollIntoViewIfNeeded()
  await stage.shot(page, 'mapping-columns')

  await readAndStore(page)
  await stage.accessible(page, '読み込みの差分')
  await store(page)
  await page.getByRole('link', { name: '施設・場所を見る' }).press('Enter')
  await page.getByLabel('種類').selectOption('通いの場')
  await page.getByRole('button', { name: '見本茶話会' }).press('Enter')
  const panel = page.getByRole('complementary', { name: '見本茶話会' })
  await panel.getByText('二十人').waitFor()
  await panel.getByText('書いてあるとおり').waitFor()
  expectTrue((await page.getByText('太郎').count()) === 0, 'columns that nobody chose are not kept')
  await stage.accessible(page, '施設のくわしい内容')
  await stage.shot(page, 'facility-detail')

  await followingYear(stage, page)
}

async function followingYear(stage: Stage, page: Page): Promise<void> {
  await page.goto(`${stage.address}/facilities/mapping`)
  await choose(page, nextYear)
  await page.getByText('保存した対応づけ「つどいの場（見本）」が、このファイルに使えます').waitFor()
  await page.getByText('「つどいの名」が「つどいの名称」に替わったようです').waitFor()
  await page.getByText('増えた見出し: 駐車場').waitFor()
  await stage.shot(page, 'mapping-offered')
  await page.getByRole('button', { name: '「つどいの場（見本）」を使う' }).press('Enter')
  await page.getByText('対応づけ「つどいの場（見本）」を使っています').waitFor(SLOW)
  expectTrue((await choice(page, 'つどいの名称').inputValue()) === 'name', 'the renamed heading is the name')
  expectTrue((await choice(page, '駐車場').inputValue()) === '', 'a new column is left out')
  await page.getByRole('button', { name: '対応づけを保存し直す' }).press('Enter')
  await page.getByText('対応づけを保存しました').waitFor(SLOW)
  await readAndStore(page)
  await page.getByText('見本茶話会').first().waitFor()
  await page.getByText('香川県高松市架空町5-5').first().waitFor()
  await stage.shot(page, 'mapping-differences')
  await store(page)
  await page.goto(`${stage.address}/facilities?category=通いの場`)
  await page.getByRole('button', { name: '見本将棋の会' }).waitFor(SLOW)
  expectTrue((await page.getByRole('button', { name: '見本茶話会' }).count()) === 0, 'a closed place is gone')
}

/** Real lists of two cities: what each is taken for, then searched, filtered, sorted, saved. */
async function realLists(stage: Stage): Promise<void> {
  const page = await stage.open('/imports?kind=facilities')
  await stage.signIn(page, OFFICER, PASSWORD)
  const files = ['takamatsu/0045.csv', 'takamatsu/0062.csv', 'takamatsu/0060.csv', 'yaizu/222127_aed.csv']
  await page.getByLabel(/^ファイル/).setInputFiles(files.map((name) => join(FOLDER, name)))
  await page
    .getByLabel(/^出典/)
    .fill('「高松市オープンデータ」（高松市）、「焼津オープンデータカタログ」（焼津市）')
  await readAndStore(page)
  await page.getByText(/0045.csv は高松市の「地域包括支援センター」/).waitFor()
  await stage.shot(page, 'facilities-preview')
  await store(page)
  await page.getByRole('link', { name: '施設・場所を見る' }).press('Enter')
  await page.getByLabel('名称・住所').fill('仏生山')
  await page.getByLabel('名称・住所').press('Enter')
  await page.getByRole('button', { name: /サブセンター仏生山/ }).waitFor(SLOW)
  expectTrue(!page.url().includes('%E4%BB%8F'), 'the words searched for are not in the address')
  await stage.accessible(page, '施設の一覧')
  await stage.shot(page, 'facilities-list')
  await page.getByRole('button', { name: 'ことばを消す' }).press('Enter')
  await page.getByLabel('種類').selectOption('AED設置箇所')
  await page.getByLabel('市区町村').selectOption({ index: 1 })
  await page.getByLabel('市区町村').selectOption('222127')
  await page.getByText('82件', { exact: false }).first().waitFor(SLOW)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '標準オープンデータの様式（CSV）' }).press('Enter')
  const file = await saved
  expectTrue(file.suggestedFilename() === '222127_public_facility.csv', 'named by the convention')
  const text = readFileSync(await file.path()).toString()
  expectTrue(
    text.startsWith('\uFEFF全国地方公共団体コード,ID,地方公共団体名,名称,'),
    'the header of the standard',
  )
  expectTrue(text.trimEnd().split('\r\n').length === 83, 'a header and 82 places')
}

export const journeys: Journey[] = [
  { name: '様式のない一覧を対応づけて読み、次の年にまた使う', run: unknownList },
  { name: '施設・場所の一覧を読み込み、さがして書き出す', run: realLists },
]
