import { readFileSync } from 'node:fs'
import { readTabular, TabularRefused } from '../../../exchange/tabular/index.ts'

// A process of its own that reads one file as an upload is read, so that what it needs at most can be measured:
// node read-hostile.ts FILE → {"code", "reason", "remedy", "rows", "text", "megabytes"}

const [, , path = ''] = process.argv
const bytes = new Uint8Array(readFileSync(path))
const answer = { code: null as string | null, reason: '', remedy: '', rows: 0, text: '' }
try {
  const { rows } = await readTabular({ name: path.split('/').pop() ?? '', bytes })
  for await (const { cells } of rows) {
    answer.rows++
    if (answer.text.length < 1_000) answer.text += `${cells.join(' ')}\n`
  }
} catch (error) {
  if (!(error instanceof TabularRefused)) throw error
  Object.assign(answer, error.refusal)
}
// of this process alone: what getrusage says began with the parent's
const megabytes = Math.round(
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024,
)
process.stdout.write(JSON.stringify({ ...answer, megabytes }))
