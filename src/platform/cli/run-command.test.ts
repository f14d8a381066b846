import { expect, it } from 'vitest'
import { ConfigError } from '../../config.ts'
import { SampleRefused } from '../../sample/index.ts'
import { StartRefused } from '../../server.ts'
import { AuditError } from '../audit/index.ts'
import { MigrationRefused } from '../database/migration-refused.ts'
import { DatabaseStartError } from '../database/open.ts'
import { endOf } from './run-command.ts'

it.each([
  new ConfigError(['ポート番号が違います']),
  new DatabaseStartError('busy', '起動中です'),
  new MigrationRefused('newer', 'この版より新しいものです'),
  new SampleRefused('real-insurer', '実際の保険者があります'),
  new AuditError('key-missing', '鍵がありません'),
  new StartRefused('ポートが使われています'),
])('$name は、わけだけを言う', (error) => {
  expect(endOf(error)).toEqual({ code: error instanceof ConfigError ? 2 : 1, say: error.message })
})

it('思いがけない誤りは、起きた場所ごと出す', () => {
  const error = new Error('broken')
  expect(endOf(error)).toEqual({ code: 1, say: error })
})
