import type { Command } from '../cli/command.ts'

const staffNumber = {
  type: 'string',
  help: '職員番号(サインインに使う番号)',
} as const

const sessionRevoke: Command = {
  name: 'session revoke',
  summary: '職員のサインインをすべて終わらせます(サーバーが動いていてもすぐ効きます)',
  usage: '--staff-number 番号',
  options: { 'staff-number': staffNumber },
  async run({ values, stdout, openDatabase }) {
    const { revokeByNumber } = await import('./operator.ts')
    return report(stdout, () => revokeByNumber(openDatabase, text(values['staff-number'])))
  },
}

const passwordReset: Command = {
  name: 'password reset',
  summary: '最初のパスワードを出し直します。閉じた口座は開き、サインインは終わります',
  usage: '--staff-number 番号 [--second-factor]',
  options: {
    'staff-number': staffNumber,
    'second-factor': { type: 'boolean', help: '2要素も取り除きます(端末の紛失)' },
  },
  async run({ values, stdout, openDatabase }) {
    const { resetByNumber } = await import('./operator.ts')
    return report(stdout, () =>
      resetByNumber(openDatabase, text(values['staff-number']), values['second-factor'] === true),
    )
  },
}

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined)

/** @returns 0 with what was done; 2 with what was refused, why, and what to do */
async function report(
  stdout: (line: string) => void,
  work: () => Promise<{ isDone: boolean; lines: string[] }>,
): Promise<number> {
  const { isDone, lines } = await work()
  for (const line of lines) stdout(line)
  return isDone ? 0 : 2
}

export const commands: Command[] = [sessionRevoke, passwordReset]
