import { careManagementServices } from '../../law/casework/care-management-services.ts'
import { monitoringInterval } from '../../law/casework/monitoring-interval.ts'
import { inForce } from '../../law/in-force.ts'
import type { Tx } from '../../platform/database/engine.ts'
import { settingInForce, settingOn } from '../../registers/settings/index.ts'
import type { ModeCode, ServiceGroup } from './codes.ts'
import type { TypeTable } from './rules/type.ts'
import type { MonitoringMode } from './rules/visit-due.ts'
import {
  changeDays,
  confirmDays,
  firstVisitDays,
  type LocalSettings,
  typeBMonths,
  typeSettings,
} from './settings.ts'

/** What the law says on a day. */
export const lawOn = (day: string) => ({
  services: inForce(careManagementServices, day),
  interval: inForce(monitoringInterval, day),
})

/** What the insurer set for the due dates. */
export async function dueSettings(tx: Tx, insurerId: number, day: string) {
  const [first, confirm, change, months] = await Promise.all([
    settingOn(tx, insurerId, firstVisitDays, day),
    settingOn(tx, insurerId, confirmDays, day),
    settingOn(tx, insurerId, changeDays, day),
    settingOn(tx, insurerId, typeBMonths, day),
  ])
  return { firstVisitDays: first, confirmDays: confirm, changeDays: change, typeBMonths: months }
}

/** The insurer's table from service to type, and where it stands. */
export async function typeTable(tx: Tx, insurerId: number, day: string): Promise<LocalSettings['types']> {
  const found = await Promise.all(
    typeSettings.map(async ({ code, definition }) => ({
      code,
      ...(await settingInForce(tx, insurerId, definition, day)),
    })),
  )
  const table = Object.fromEntries(found.map(({ code, value }) => [code, value])) as TypeTable
  const own = found.filter((one) => one.own)
  const first = own[0] ?? found[0]
  return { table, source: first?.source ?? '', isOwn: own.length > 0 }
}

/** The stored columns of a mode as the rule takes them. The months of type B are no longer interval. */
export const modeOf = (kind: ModeCode, months: number | null): MonitoringMode =>
  kind === 'flexible' ? { kind, months: months ?? 0 } : { kind }

/** Groups of the planned services, each once. */
export const groupsOf = (services: readonly { group: ServiceGroup }[]): ServiceGroup[] => [
  ...new Set(services.map(({ group }) => group)),
]
