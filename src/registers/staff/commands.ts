import type { Command } from '../../platform/cli/command.ts'

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined)

const adminCreate: Command = {
  name: 'admin create',
  summary: '保険者の最初の管理者を作り、最初のパスワードを一度だけ出します',
  usage: '--insurer 保険者番号 [--insurer-name 名前] [--union] [--staff-number 番号] [--name 氏名]',
  options: {
    insurer: { type: 'string', help: '介護保険の保険者番号(6けた)' },
    'insurer-name': { type: 'string', help: '保険者がまだないとき、その名前(例: めぐり市)' },
    union: { type: 'boolean', help: 'まだない保険者が広域連合や一部事務組合のとき付けます' },
    'staff-number': { type: 'string', help: '管理者の職員番号(初めの値: admin-保険者番号)' },
    name: { type: 'string', help: '管理者の氏名(初めの値: システム管理者)' },
  },
  async run({ values, stdout, openDatabase }) {
    const { createAdministrator } = await import('./create-administrator.ts')
    const { isDone, lines } = await createAdministrator(openDatabase, {
      insurer: text(values.insurer),
      insurerName: text(values['insurer-name']),
      isUnion: values.union === true,
      staffNumber: text(values['staff-number']),
      name: text(values.name),
    })
    for (const line of lines) stdout(line)
    return isDone ? 0 : 2
  },
}

export const commands: Command[] = [adminCreate]
