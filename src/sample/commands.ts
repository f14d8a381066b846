import type { Command } from '../platform/cli/command.ts'
import { DEFAULT_ANCHOR, DEFAULT_SCALE, DEFAULT_SEED } from './defaults.ts'

const demo: Command = {
  name: 'demo',
  summary: '空のデータベースに、見本のデータ「めぐり市（架空）」を入れます',
  usage: '[--scale 0.05|1] [--seed N] [--anchor YYYY-MM-DD]',
  options: {
    scale: { type: 'string', help: `人口の規模。1 で 65歳以上の約12万人（初めの値: ${DEFAULT_SCALE}）` },
    seed: {
      type: 'string',
      help: `作り分けの種。同じ種からは同じデータができます（初めの値: ${DEFAULT_SEED}）`,
    },
    anchor: { type: 'string', help: `見本の「きょう」にする日（初めの値: ${DEFAULT_ANCHOR}）` },
  },
  async run({ values, openDatabase, stdout }) {
    const { readChoices } = await import('./choices.ts')
    const choices = readChoices(values)
    if ('problems' in choices) {
      for (const problem of choices.problems) stdout(problem)
      return 2
    }
    const { loadDemo } = await import('./demo.ts')
    return loadDemo(await openDatabase(), choices, stdout)
  },
}

export const commands: Command[] = [demo]
