import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { findBinaries } from '../src/platform/database/embedded/binaries.ts'

const deploy = join(import.meta.dirname, '..', 'deploy')
const read = (name: string) => readFileSync(join(deploy, name), 'utf8')
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

describe('deploy', () => {
  it('the environment is read by the product as it stands, also with the line for an outside PostgreSQL', () => {
    for (const text of [read('meguri.env'), read('meguri.env').replace('#DATABASE_URL', 'DATABASE_URL')]) {
      const lines = text.split('\n').filter((line) => /^\w/.test(line))
      const environment = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)))
      expect(readConfig({}, environment)).toMatchObject({
        dataDir: '/var/lib/meguri/data',
        metricsPort: 9187,
      })
    }
  })

  it.runIf(hasSystemd)('systemd knows every word of the unit', () => {
    const folder = mkdtempSync(join(tmpdir(), 'meguri-unit-'))
    try {
      writeFileSync(
        join(folder, 'meguri.service'),
        read('meguri.service').replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'),
      )
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(folder, 'meguri.service')], {
        encoding: 'utf8',
      })
      expect({ status, said: stderr.split('\n').filter((line) => line.includes('meguri.service')) }).toEqual({
        status: 0,
        said: [],
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('PostgreSQL 18 knows every setting', () => {
    const folder = mkdtempSync(join(tmpdir(), 'meguri-settings-'))
    const asOther = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] // PostgreSQL refuses root
    const [program = '', ...words] = [
      ...(process.getuid?.() === 0 ? asOther : []),
      ...[findBinaries().postgres, '-D', folder, '-C', 'archive_timeout'],
    ]
    const reading = (settings: string) => {
      writeFileSync(join(folder, 'postgresql.conf'), settings)
      const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' })
      return { status, archiveTimeout: stdout.trim() }
    }
    try {
      const all = read('postgresql.conf').replaceAll(/^#(\w)/gm, '$1')
      expect(reading(all)).toEqual({ status: 0, archiveTimeout: '60' })
      expect(reading(`${all}\nshared_bufers = 1GB\n`).status).toBe(1)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('the proxy lets through what the product takes', () => {
    expect(read('nginx.conf')).toContain('client_max_body_size 25m;')
    expect(read('nginx.conf')).toContain('proxy_pass http://127.0.0.1:8787;')
  })
})
