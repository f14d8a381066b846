import pg from 'pg'
import type { CommandContext } from '../../platform/cli/command.ts'
import { systemClock } from '../../platform/clock.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { refreshIndicators } from './engine/index.ts'

/** `bin/meguri indicators refresh`: also after an upgrade that changed definitions. Nothing changes when all is up to date. */
export async function refreshCommand({ values, stdout, openDatabase }: CommandContext): Promise<number> {
  const database = await openDatabase()
  await migrate(database.client('owner'))
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  try {
    await client.query('begin')
    const done = await refreshIndicators(client, null, {
      now: systemClock.now(),
      today: systemClock.today().toString(),
    })
    await client.query('commit')
    const n = (count: number) => count.toLocaleString('ja-JP')
    stdout(
      values.json === true
        ? JSON.stringify(done)
        : `指標の列: 作り直し ${n(done.made)}、なくなる ${n(done.removed)}、同じ ${n(done.unchanged)}`,
    )
    return 0
  } finally {
    await client.end()
  }
}
