import type { Command } from './cli/command.ts'

const serve: Command = {
  name: 'serve',
  summary: 'サーバーを動かします(止めるには Ctrl-C)',
  usage: '[--port N] [--host H] [--metrics-port N] [--demo]',
  options: {
    port: { type: 'string', help: '待ち受けるポート番号(初めの値: 8787)' },
    host: { type: 'string', help: '待ち受ける機械の名前か IP アドレス(初めの値: 127.0.0.1)' },
    'metrics-port': {
      type: 'string',
      help: '様子の数値(Prometheus の形)を出すポート番号。この機械だけ(初めの値: なし)',
    },
    demo: { type: 'boolean', help: 'データベースが空なら、見本のデータを入れます' },
  },
  async run({ config, stdout }) {
    const { buildScreens } = await import('./cli/build-screens.ts')
    if (config.buildsScreens) await buildScreens(stdout)
    const server = await import('../server.ts')
    return server.serve(config)
  },
}

const doctor: Command = {
  name: 'doctor',
  summary: '動かすのに必要なものがそろっているか調べます(何も変えません)',
  usage: '',
  options: {},
  async run({ config, stdout }) {
    const { examine } = await import('./cli/doctor.ts')
    const findings = await examine(config)
    for (const { isGood, text } of findings) stdout(`${isGood ? '良い  ' : '要対応'}  ${text}`)
    return findings.every((finding) => finding.isGood) ? 0 : 1
  },
}

export const commands: Command[] = [serve, doctor]
