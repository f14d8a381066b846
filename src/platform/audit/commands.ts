import type { Command } from '../cli/command.ts'

const verify: Command = {
  name: 'audit verify',
  summary: '監査記録が書き換え・削除・差し込みをされていないか確かめます',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: '結果を JSON で出します' } },
  async run({ values, config, stdout, openDatabase }) {
    const [{ auditPaths }, { AuditError }, { verifyInstallation }, { jsonOf, sayReport }] = await Promise.all(
      [
        import('./paths.ts'),
        import('./error.ts'),
        import('./verify-installation.ts'),
        import('./verify-report.ts'),
      ],
    )
    try {
      const database = await openDatabase()
      const report = await verifyInstallation(database.client('audit'), auditPaths(config))
      stdout(values.json ? jsonOf(report) : sayReport(report))
      return report.isSound ? 0 : 2
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      stdout(values.json ? JSON.stringify({ isSound: false, error: error.code }) : error.message)
      return 2
    }
  },
}

export const commands: Command[] = [verify]
