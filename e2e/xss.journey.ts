import { createServer } from 'node:net'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { readConfig } from '../src/config.ts'
import { logTo } from '../src/platform/http/log.ts'
import { startServer } from '../src/server.ts'
import { expectTrue, type Journey, openBrowser, Stage, scratchFolder } from './harness.ts'

// A text that would act if it ever became HTML, put past every check straight into every column that holds people's words.

const PAYLOAD = `"'><img src=x onerror=injected=1><svg onload=injected=1>`
const ROLES: Record<string, string[]> = {
  包括職員:
    '/ /people /people/ID /people/ID/history /people/ID/edit /people/ID/care-management /people/ID/checklists /people/ID/certifications /people/ID/registrations /consultations /consultations/new /checklists /care-management /certifications/renewals /registrations /journal /referrals'.split(
      ' ',
    ),
  センター長: '/ /load /monthly-reports /people'.split(' '),
  保険者職員:
    '/ /people/ID /offices /facilities /settings /indicators /monthly-reports /register-changes /workbooks /imports /statistics/city /registrations/classes'.split(
      ' ',
    ),
  システム管理者:
    '/ /staff /centres /areas /areas/towns /organisations /insurer /register-changes /usage'.split(' '),
  監査担当: '/access-log /access-log?tab=staff'.split(' '),
}

/** @returns the columns that took it: those that hold Japanese, or nothing yet under a name that says words */
async function poison(config: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const { rows } = await client.query<{ table: string; column: string }>(
      `select t.table_name as table, quote_ident(a.attname) as column from platform.tenant_table_register t
       join pg_attribute a on a.attrelid = t.table_name::regclass and a.attnum > 0 and not a.attisdropped
       where a.atttypid = 'text'::regtype and a.attgenerated = '' and a.attname !~ '_fold$'`,
    )
    const taken: string[] = []
    for (const { table, column } of rows) {
      const isWords = /name|kana|note|text|reason|title|remark|address|relationship|opinion|detail/.test(
        column,
      )
      const answer = await client
        .query(
          `update ${table} set ${column} = $1 || ' ' || left(md5(ctid::text), 4)
           where (${column} ~ '[ぁ-んァ-ヶ一-龠]' or ($2 and coalesce(${column}, '') = ''))`,
          [PAYLOAD, isWords],
        )
        .catch(() => null) // a code, a date, a number: it takes no such text
      if (answer?.rowCount) taken.push(`${table}.${column}`)
    }
    return taken
  } finally {
    await client.end()
  }
}

async function enter(page: Page, role: string): Promise<void> {
  await page
    .getByRole('button', { name: `（${role}` })
    .first()
    .press('Enter')
  await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
}

const LOOK = `({
  ran: 'injected' in globalThis,
  made: document.querySelectorAll('img[src="x"], svg[onload], [onerror], script:not([src])').length,
  shown: document.body.innerText.includes('onerror=injected') ||
    [...document.querySelectorAll('input, textarea')].some((one) => one.value.includes('onerror=injected')),
})`

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const stored: Journey = {
  name: '埋め込まれた文字: どの欄に入れても、どの画面でも動かず、文字のまま出る',
  async run(outer) {
    const folder = scratchFolder('xss')
    const silent = logTo(
      () => {},
      () => '',
    )
    const config = readConfig({ data: `${folder.path}/data`, port: String(await freePort()), demo: true }, {})
    const server = await startServer(config, { log: silent, rate: { perSecond: 1000, burst: 2000 } })
    const browser = await openBrowser()
    try {
      const taken = await poison(server.database.client('superuser'))
      expectTrue(taken.length > 30, `only ${taken.length} columns took the text: ${taken}`)
      const stage = new Stage(server.address, browser, outer.shots)
      let showing = 0
      for (const [role, paths] of Object.entries(ROLES)) {
        const page = await stage.open()
        await enter(page, role)
        const people = (await page.evaluate(
          `fetch('/api/people?limit=1').then((answer) => answer.ok ? answer.json() : { items: [] })`,
        )) as { items: { id: string }[] }
        for (const path of paths) {
          const id = people.items[0]?.id
          if (path.includes('ID') && !id) continue
          await page.goto(server.address + path.replace('ID', id ?? ''))
          await page.waitForLoadState('networkidle')
          const { ran, made, shown } = (await page.evaluate(LOOK)) as {
            ran: boolean
            made: number
            shown: boolean
          }
          expectTrue(!ran && made === 0, `${role} ${path}: the text became ${made} elements, ran: ${ran}`)
          if (shown) showing++
        }
        await page.keyboard.press('Control+k')
        await page.keyboard.type('onerror')
        await page.waitForTimeout(400)
        const { ran, made } = (await page.evaluate(LOOK)) as { ran: boolean; made: number }
        expectTrue(!ran && made === 0, `${role}: the search box`)
      }
      expectTrue(showing >= 12, `the text was to be seen on ${showing} screens only: this proves too little`)
      expectTrue(stage.faults.length === 0, `the browser complained:\n${stage.faults.join('\n')}`)
    } finally {
      await browser.close()
      await server.stop()
      folder.remove()
    }
  },
}

export const journeys: Journey[] = [stored]
