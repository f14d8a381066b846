import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost', // it asks for names of its own at every start
  '--lang=ja-JP',
  '--font-render-hinting=none',
]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Journey {
  name: string
  run(stage: Stage): Promise<void>
}

/** What a journey acts on: a real server on a throwaway sample, a real browser, the office's old monitor. */
export class Stage {
  readonly address: string
  readonly shots: string
  readonly #browser: Browser
  readonly #pages: Page[] = []

  constructor(address: string, browser: Browser, shots: string) {
    this.address = address
    this.#browser = browser
    this.shots = shots
  }

  /** A new person at a new machine: no cookie, 1366 × 768. */
  async open(
    path = '/',
    options: {
      width?: number
      height?: number
      zoom?: number
      colorScheme?: 'light' | 'dark'
      forcedColors?: 'active' | 'none'
    } = {},
  ): Promise<Page> {
    const { width = 1366, height = 768, zoom = 1, forcedColors } = options
    const context = await this.#browser.newContext({
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
      deviceScaleFactor: zoom,
      ...(forcedColors ? { forcedColors } : {}),
    })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        this.faults.push(`${page.url()}: ${message.text()}`)
    })
    this.#pages.push(page)
    await page.goto(this.address + path)
    return page
  }

  /** Everything the browser complained of: CSP violations, exceptions. A journey with a fault has failed. */
  readonly faults: string[] = []

  async signIn(page: Page, staffNumber: string, password: string): Promise<void> {
    await page.getByLabel(/^職員番号/).fill(staffNumber)
    await page.getByLabel(/^パスワード/).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'メニュー' }).waitFor()
  }

  /** No violation of WCAG 2.2 AA that axe can see. */
  async accessible(page: Page, where: string): Promise<void> {
    await page.evaluate(AXE) // by the debugger, not by a script element: the page's CSP stays as it is
    // what is half faded in has no colours of its own yet; what turns for ever is not waited for
    await page.evaluate(`Promise.all(document.getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      .map((one) => one.finished.then(() => {}, () => {})))`)
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(options: unknown): Promise<{
            violations: { id: string; help: string; nodes: { html: string; target: string[] }[] }[]
          }>
        }
      }
      const { violations } = await axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      })
      return violations.map(
        (one) =>
          `${one.id}: ${one.help} ${one.nodes
            .slice(0, 3)
            .map((node) => node.target.join(' '))
            .join(' | ')}`,
      )
    })
    if (violations.length > 0) throw new Error(`${where}: ${violations.join('\n')}`)
  }

  async shot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(this.shots, `${name}.png`) })
  }

  /** What a failed journey saw last, one picture a page. */
  async shotOfFailure(name: string): Promise<void> {
    for (const [at, page] of this.#pages.entries())
      await this.shot(page, `failed-${name.slice(0, 30).replaceAll('/', '-')}-${at}`).catch(() => {})
  }

  /** Address, focus and messages of each page, for a log that carries no pictures. */
  async lastSeen(): Promise<string[]> {
    const said = `JSON.stringify({
      at: location.pathname + location.search,
      focus: document.activeElement?.outerHTML.slice(0, 160),
      says: [...document.querySelectorAll('[role=alert], [role=status]')].map((one) => one.textContent).filter(Boolean),
    })`
    return Promise.all(this.#pages.map((page) => page.evaluate<string>(said).catch(String)))
  }

  async closePages(): Promise<void> {
    for (const page of this.#pages.splice(0)) await page.context().close()
  }
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.MEGURI_CHROMIUM ?? CHROMIUM.find((path) => existsSync(path))
  if (!executablePath) throw new Error('chromium is not installed: script/test installs it')
  // without a UTF-8 locale Chromium cannot name a downloaded file in Japanese
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } as Record<string, string>
  return chromium.launch({ executablePath, args: FLAGS, env })
}

/** A folder that is gone afterwards. */
export function scratchFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `meguri-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export function expectTrue(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what)
}
