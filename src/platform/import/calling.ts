import { accessSync, constants, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileRefusal, type Refusal, type TabularSource } from '../../exchange/tabular/index.ts'
import type { CommandContext } from '../cli/command.ts'
import type { ImportContext, ImportKind } from './kind.ts'

export const RELEASES = ['速報', '確定', '改訂'] as const

/** A command as it was called, or everything that is wrong with the call. */
export type Calling =
  | { kind: ImportKind; files: TabularSource[]; release?: NonNullable<ImportContext['release']> }
  | { refused: Refusal[] }

/** Looks at the words of the command, before any database is opened. */
export function readCalling(
  kinds: readonly ImportKind[],
  [name = '', ...paths]: readonly string[],
  values: CommandContext['values'],
): Calling {
  const kind = kinds.find((one) => one.kind === name)
  if (!kind) return { refused: [unknownKind(kinds, name)] }
  const release = RELEASES.find((one) => one === values.release)
  const refused = [...wrongOptions(kind, values), ...wrongFiles(paths)]
  if (refused.length > 0) return { refused }
  return { kind, files: named(paths), ...(release ? { release } : {}) }
}

export const wrongCall = (code: string, reason: string, remedy: string): Refusal =>
  fileRefusal('', `call.${code}`, reason, remedy)

export function unknownKind(kinds: readonly ImportKind[], name: string): Refusal {
  const names = kinds.map((one) => `${one.kind}(${one.label})`).join('、')
  return wrongCall('unknown-kind', `種類「${name}」はありません。`, `次のどれかを書いてください: ${names}`)
}

function wrongOptions(kind: ImportKind, values: CommandContext['values']): Refusal[] {
  const refused: Refusal[] = []
  const notTaken = (option: string) =>
    refused.push(
      wrongCall(
        'option',
        `${kind.label}には --${option} を付けられません。`,
        `--${option} を外してください。`,
      ),
    )
  if (values.attribution !== undefined && !kind.takesAttribution) notTaken('attribution')
  if (values.release !== undefined && !kind.takesRelease) notTaken('release')
  else if (values.release !== undefined && !RELEASES.some((one) => one === values.release))
    refused.push(
      wrongCall(
        'option',
        `--release の「${values.release}」は使えません。`,
        `${RELEASES.join('、')}のどれかを書いてください。`,
      ),
    )
  return refused
}

function wrongFiles(paths: readonly string[]): Refusal[] {
  if (paths.length === 0)
    return [
      wrongCall('no-file', '読み込むファイルがありません。', '読み込むファイルを一つ以上書いてください。'),
    ]
  const whole = paths.map((path) => resolve(path))
  return paths.flatMap((path, at) => {
    const reason =
      whole.indexOf(whole[at]!) === at
        ? unreadable(path)
        : (['twice', '同じファイルが二度書かれています。', '一つにしてください。'] as const)
    return reason ? [fileRefusal(path, `file.${reason[0]}`, reason[1], reason[2])] : []
  })
}

function unreadable(path: string): readonly [string, string, string] | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return ['absent', `ファイルが見つかりません: ${path}`, '名前と場所を確かめてください。']
  if (found.isDirectory())
    return [
      'folder',
      `フォルダーです: ${path}`,
      'その中のファイルを、一つずつ、または *.csv のように書いてください。',
    ]
  if (!found.isFile())
    return ['no-file', `読み込めるファイルではありません: ${path}`, 'ふつうのファイルを書いてください。']
  try {
    accessSync(path, constants.R_OK)
  } catch {
    return [
      'forbidden',
      `ファイルを読む権限がありません: ${path}`,
      'このコマンドを使う利用者に、読む権限を付けてください。',
    ]
  }
  return undefined
}

/** A file is called by its name; where two folders have one of the same name, by its folder too. */
function named(paths: readonly string[]): TabularSource[] {
  const names = paths.map((path) => basename(path))
  return paths.map((path, at) => {
    const name = names[at]!
    const isAlone = names.indexOf(name) === names.lastIndexOf(name)
    const whole = resolve(path)
    return { name: isAlone ? name : `${basename(dirname(whole))}/${name}`, path: whole }
  })
}
