import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Runs commands where only this machine can be reached (script/closed), and counts who tried to leave it. */
export const CLOSED = join(import.meta.dirname, 'closed')

export const canClose = (): boolean => spawnSync(CLOSED, ['--can'], { stdio: 'ignore' }).status === 0

/**
 * How often any process of this network namespace wanted to send to an address without a way there, as the kernel counts:
 * IPv4, IPv6, and questions to a name server of this machine that is not there. Only of use inside `script/closed`.
 */
export function outsideAttempts(): number {
  return (
    fieldOf('/proc/net/snmp', 'Ip', 'OutNoRoutes') +
    fieldOf('/proc/net/snmp', 'Udp', 'NoPorts') +
    Number(/^Ip6OutNoRoutes\s+(\d+)/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1] ?? 0)
  )
}

/** A table of two lines: the names, then the figures. */
function fieldOf(path: string, table: string, field: string): number {
  const [names = [], figures = []] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${table}: `))
    .map((line) => line.split(' '))
  const at = names.indexOf(field)
  if (at < 0) throw new Error(`${path} has no ${table} ${field}`)
  return Number(figures[at])
}
