import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every setting that is not PostgreSQL's own default, with its reason. Full durability is PostgreSQL's default. */
const standard: Record<string, string> = {
  listen_addresses: '', // only the socket in a folder of mode 0700
  port: '5432', // the number in the socket's name
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  // For a machine of two cores and 4 GB or more.
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1', // solid-state disks
  jit: 'off', // our queries are short: compiling them costs more than it saves
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'Asia/Tokyo',
  // No personal data in the log: no statements, no parameters, no row values of violated constraints.
  log_statement: 'none',
  log_min_messages: 'log', // above ERROR: the application gets its errors itself
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** For the throwaway cluster of the tests only: nothing has to survive. */
export const throwawaySettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '100',
}

const quote = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const lines = (settings: Record<string, string>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${quote(value)}\n`)
    .join('')

/** Written at every start, so that a newer release brings its settings; an operator's own stand in local.conf. */
export function writeSettings(cluster: string, socketFolder: string, extra: Record<string, string>): void {
  const all = { ...standard, ...extra, unix_socket_directories: socketFolder }
  const path = join(cluster, 'meguri.conf')
  rmSync(path, { force: true }) // root may have written it for another account
  writeFileSync(path, `# Written at each start. Put your own in local.conf.\n${lines(all)}`, { mode: 0o644 })
}

/** Once, when the cluster is made: what includes what, and who may log in (a password, through the socket only). */
export function writeFirstSettings(cluster: string): void {
  writeFileSync(join(cluster, 'postgresql.conf'), "include 'meguri.conf'\ninclude 'local.conf'\n")
  writeFileSync(
    join(cluster, 'local.conf'),
    '# Your own settings: they come after those of meguri.conf and win.\n',
  )
  writeFileSync(join(cluster, 'pg_hba.conf'), 'local all all scram-sha-256\n')
}
