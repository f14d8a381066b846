import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

function problems(flags: Parameters<typeof readConfig>[0], environment: Record<string, string>): string[] {
  try {
    readConfig(flags, environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('設定', () => {
  it('何も書かなければ、この機械だけで 8787 番に待ち受ける', () => {
    const config = readConfig({}, {})
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      databaseUrl: null,
      publicUrl: null,
      demo: false,
      auditKeyFile: null,
      auditHeadFile: null,
      buildsScreens: true,
    })
    expect(config.dataDir).toMatch(/\/data$/)
  })

  it('オプションは環境変数より強く、空の環境変数はないものとする', () => {
    const environment = { MEGURI_PORT: '1000', MEGURI_DATA: '/srv/a', DATABASE_URL: '' }
    expect(readConfig({ port: '2000' }, environment)).toMatchObject({
      port: 2000,
      dataDir: '/srv/a',
      databaseUrl: null,
    })
  })

  it.each([
    ['0', false],
    ['1', true],
    ['65535', true],
    ['65536', false],
    ['80a', false],
    ['', false],
  ])('ポート番号「%s」', (port, isGood) => {
    expect(problems({ port }, {})).toHaveLength(isGood ? 0 : 1)
  })

  it('WAL の保管先とバックアップの鍵は、初めはなく、書けば絶対パスになる', () => {
    expect(readConfig({}, {})).toMatchObject({ walArchive: null, backupKeyFile: null })
    const environment = { MEGURI_WAL_ARCHIVE: 'wal', MEGURI_BACKUP_KEY_FILE: '/etc/key' }
    expect(readConfig({}, environment)).toMatchObject({
      walArchive: join(process.cwd(), 'wal'),
      backupKeyFile: '/etc/key',
    })
  })

  it('様子の数値は、初めは出さず、画面とは別のポートにだけ出す', () => {
    expect(readConfig({}, {}).metricsPort).toBeNull()
    expect(readConfig({}, { MEGURI_METRICS_PORT: '9187' }).metricsPort).toBe(9187)
    expect(readConfig({ 'metrics-port': '9000' }, { MEGURI_METRICS_PORT: '9187' }).metricsPort).toBe(9000)
    expect(problems({ port: '9187', 'metrics-port': '9187' }, {})).toHaveLength(1)
  })

  it('アドレスは、後ろに道のない形だけを受け取る', () => {
    expect(readConfig({}, { MEGURI_URL: 'https://meguri.example.jp/' }).publicUrl).toBe(
      'https://meguri.example.jp',
    )
    expect(problems({}, { MEGURI_URL: 'https://meguri.example.jp/app' })).toHaveLength(1)
    expect(problems({}, { MEGURI_URL: 'meguri.example.jp' })).toHaveLength(1)
  })

  it('誤りは一つ目で止まらず、全部を並べる。データベースのパスワードは見せない', () => {
    const environment = { MEGURI_URL: 'ftp://x', DATABASE_URL: 'mysql://u:himitsu@h/d', MEGURI_HOST: 'a b' }
    const found = problems({ port: 'x' }, environment)
    expect(found.map((line) => /^[^「:]+/.exec(line)?.[0])).toEqual([
      '環境変数 MEGURI_HOST',
      '--port',
      '環境変数 DATABASE_URL',
      '環境変数 MEGURI_URL',
    ])
    expect(found.join()).not.toContain('himitsu')
  })
})
