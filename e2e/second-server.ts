import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readConfig } from '../src/config.ts'
import { logTo } from '../src/platform/http/log.ts'
import { startServer } from '../src/server.ts'
import { scratchFolder } from './harness.ts'

const ROOT = join(import.meta.dirname, '..')

export interface RealInstallation {
  address: string
  /** what `admin create` printed */
  staffNumber: string
  password: string
  stop(): Promise<void>
}

/** An installation that is no sample: two factors required, one administrator made by `bin/meguri admin create`. */
export async function realInstallation(): Promise<RealInstallation> {
  const folder = scratchFolder('real')
  const data = join(folder.path, 'data')
  try {
    const { stdout } = await promisify(execFile)(
      join(ROOT, 'bin', 'meguri'),
      ['admin', 'create', '--insurer', '990010', '--insurer-name', '試験市（架空）', '--data', data],
      { env: { PATH: process.env.PATH ?? '' } },
    )
    const staffNumber = /職員番号\s+(\S+)/.exec(stdout)?.[1]
    const password = /パスワード\s+(\S+)\s*$/m.exec(stdout)?.[1]
    if (!staffNumber || !password) throw new Error(`admin create said: ${stdout}`)
    const silent = logTo(
      () => {},
      () => '',
    )
    const server = await startServer(readConfig({ data, port: String(await freePort()) }, {}), {
      log: silent,
    })
    const stop = async () => {
      await server.stop()
      folder.remove()
    }
    return { address: server.address, staffNumber, password, stop }
  } catch (error) {
    folder.remove()
    throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
