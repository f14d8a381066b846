import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countTests } from './count-tests.ts'

const root = join(import.meta.dirname, '..')
let home: string
let clone: string

/** A clone with a real script/setup, in a path with blanks, and an npm in PATH that only writes down its call. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'meguri-script-'))
  clone = join(home, 'a clone 甲')
  for (const path of ['script', 'bin', 'package.json', 'package-lock.json']) {
    cpSync(join(root, path), join(clone, path), { recursive: true })
  }
  const tools = join(home, 'tools')
  mkdirSync(tools)
  const npm = [
    '#!/bin/sh',
    `echo "$*" >>'${home}/npm-calls'`,
    'sleep 0.3',
    'mkdir -p node_modules/.bin',
    `ln -sf '${process.execPath}' node_modules/.bin/node`,
  ]
  writeFileSync(join(tools, 'npm'), npm.join('\n'))
  chmodSync(join(tools, 'npm'), 0o755)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const environment = () => ({ ...process.env, PATH: `${join(home, 'tools')}:${process.env.PATH}` })
const run = (path: string, ...words: string[]) =>
  spawnSync(path, words, { cwd: '/', env: environment(), encoding: 'utf8' })
const setup = (...words: string[]) => run(join(clone, 'script/setup'), ...words)
const npmCalls = () => {
  const path = join(home, 'npm-calls')
  const calls = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
  return calls.filter((call) => call.startsWith('ci --ignore-scripts ')).length
}

describe('script/setup', () => {
  it('is stale before the first run and fresh after it, from any folder', () => {
    expect(setup('--is-fresh').status).toBe(1)
    expect(setup().status).toBe(0)
    expect(npmCalls()).toBe(1)
    expect(setup('--is-fresh').status).toBe(0)
  })

  it('does nothing the second time, at once', () => {
    const began = performance.now()
    expect(setup().status).toBe(0)
    expect(performance.now() - began).toBeLessThan(300)
    expect(npmCalls()).toBe(1)
  })

  it('runs again when the lock changed, once for several at the same time', () => {
    writeFileSync(
      join(clone, 'package-lock.json'),
      `${readFileSync(join(clone, 'package-lock.json'), 'utf8')}\n`,
    )
    const both = `'${clone}/script/setup' & first=$!; '${clone}/script/setup'; wait $first`
    expect(spawnSync('bash', ['-c', both], { cwd: '/', env: environment() }).status).toBe(0)
    expect(npmCalls()).toBe(2)
  })
})

describe('bin/meguri', () => {
  it('runs through symbolic links and from any folder', () => {
    const link = join(home, 'meguri link')
    symlinkSync(join(root, 'bin/meguri'), link)
    const { status, stdout } = run(link, 'help')
    expect({ status, first: stdout.split('\n')[0] }).toEqual({
      status: 0,
      first: 'めぐり — 地域包括ケアの記録',
    })
  })

  it.each([
    [['nope']],
    [['help', 'nope']],
    [['serve', '--prot', '3']],
    [['serve', '--port']],
    [['serve', '--port', '--demo']],
    [['doctor', '--data']],
    [['serve', '--demo=yes']],
    [['serve', '--port', '99999']],
  ])('%j is refused with code 2 and a Japanese sentence', (words) => {
    const { status, stdout, stderr } = run(join(root, 'bin/meguri'), ...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/[ぁ-ん]/)
  })

  it('looks around with doctor and changes nothing', () => {
    const dataDir = join(home, 'untouched')
    const { status, stdout } = run(join(root, 'bin/meguri'), 'doctor', '--data', dataDir)
    expect({ status, isThere: existsSync(dataDir) }).toEqual({ status: 0, isThere: false })
    expect(stdout).toContain('Node.js')
  })
})

describe('the count of the tests', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  })
  const report = (passed: number, failed: number, success: boolean, ...files: ReturnType<typeof file>[]) =>
    countTests({ success, numPassedTests: passed, numFailedTests: failed, testResults: files })

  it('counts a file that could not be loaded', () => {
    expect(report(3, 0, false, file('passed', 'passed'), file('failed'))).toEqual({ passed: 3, failed: 1 })
  })
  it('does not count a failed test twice', () => {
    expect(report(1, 1, false, file('failed', 'failed', 'passed'))).toEqual({ passed: 1, failed: 1 })
  })
  it('counts an error outside of any test', () => {
    expect(report(2, 0, false, file('passed', 'passed'))).toEqual({ passed: 2, failed: 1 })
    expect(report(2, 0, true, file('passed', 'passed'))).toEqual({ passed: 2, failed: 0 })
  })
})
