import type { Command, CommandContext } from '../../cli/command.ts'

const keyOption = {
  type: 'string',
  help: '暗号化の鍵のファイル(初めの値: 環境変数 MEGURI_BACKUP_KEY_FILE、なければ暗号化しません)',
} as const

const keyFileOf = ({ values, config }: CommandContext) =>
  typeof values['key-file'] === 'string' ? values['key-file'] : config.backupKeyFile

const backup: Command = {
  name: 'backup',
  summary: '内蔵データベースのバックアップを、動かしたまま取ります',
  usage: '<新しいフォルダー> [--key-file ファイル]',
  options: { 'key-file': keyOption },
  async run(context) {
    const { runBackup } = await import('./run-commands.ts')
    return runBackup(context, keyFileOf(context))
  },
}

const check: Command = {
  name: 'backup check',
  summary: 'バックアップが取ったときのままか、戻さずに確かめます',
  usage: '<バックアップ> [--key-file ファイル]',
  options: { 'key-file': keyOption },
  async run(context) {
    const { runCheck } = await import('./run-commands.ts')
    return runCheck(context, keyFileOf(context))
  },
}

const key: Command = {
  name: 'backup key',
  summary: 'バックアップを暗号化する鍵を作ります',
  usage: '<新しいファイル>',
  options: {},
  async run(context) {
    const { runKey } = await import('./run-commands.ts')
    return runKey(context)
  },
}

const restore: Command = {
  name: 'restore',
  summary: 'バックアップを、空のデータフォルダー(--data)に戻します',
  usage: '<バックアップ> [--until 時刻] [--wal-archive フォルダー] [--key-file ファイル]',
  options: {
    until: {
      type: 'string',
      help: 'この時刻まで戻します。例: 2026-11-23T10:00:00+09:00(WAL の保管が要ります)',
    },
    'wal-archive': { type: 'string', help: 'WAL の保管先(初めの値: 環境変数 MEGURI_WAL_ARCHIVE)' },
    'key-file': keyOption,
  },
  async run(context) {
    const { runRestore } = await import('./run-commands.ts')
    return runRestore(context, keyFileOf(context))
  },
}

export const commands: Command[] = [backup, check, key, restore]
