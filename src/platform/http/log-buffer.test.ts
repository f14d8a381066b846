import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { bufferedLog } from './log-buffer.ts'

it('行は順にまとめて書かれ、少し待てばすべて出る', async () => {
  const written: string[] = []
  const log = bufferedLog((text) => written.push(text))
  for (const line of ['一\n', '二\n', '三\n']) log(line)
  expect(written).toEqual([])
  await sleep(120)
  expect(written).toEqual(['一\n二\n三\n'])
})

it('たまったら待たずに書く', () => {
  const written: string[] = []
  bufferedLog((text) => written.push(text))('x'.repeat(70_000))
  expect(written).toHaveLength(1)
})

it('プロセスが終わるときに、残りを書く', () => {
  const module = join(import.meta.dirname, 'log-buffer.ts')
  const program = `const { bufferedLog } = await import(${JSON.stringify(module)}); bufferedLog((t) => process.stdout.write(t))('最後の行')`
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  expect(out).toBe('最後の行')
})
