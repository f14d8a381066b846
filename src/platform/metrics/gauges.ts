import { Gauge, type Registry } from 'prom-client'
import type { DatabaseSource } from './sources.ts'

export interface PoolUse {
  /** most connections it may open */
  limit: number
  open: number
  idle: number
  /** requests that wait for a connection */
  waiting: number
}

export interface GaugeSources {
  pool: () => PoolUse
  /** admission: requests let in, and those that stand at the door */
  door: () => { running: number; waiting: number }
  database: DatabaseSource
  /** when the last backup ended well; null: none is known here */
  lastBackup: () => Date | null
  build: { version: string; commit: string; node: string; postgresql: string }
}

/** States of pg-boss's queue; each is said even when it is nought, so that a graph has no holes. */
const JOB_STATES = ['created', 'retry', 'active', 'completed', 'cancelled', 'failed'] as const

/** Figures that are read when somebody asks. */
export function gauges(registry: Registry, { pool, door, database, lastBackup, build }: GaugeSources): void {
  const gauge = (name: string, help: string, collect: (this: Gauge) => void | Promise<void>) =>
    new Gauge({ name, help, registers: [registry], collect })

  new Gauge({
    name: 'meguri_pool_connections',
    help: 'Connections of the request pool, by state.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { limit, open, idle } = pool()
      this.set({ state: 'busy' }, open - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'limit' }, limit)
    },
  })
  gauge('meguri_pool_waiting', 'Requests that wait for a connection.', function () {
    this.set(pool().waiting)
  })
  gauge('meguri_admission_waiting', 'Requests that wait at the door, before any work.', function () {
    this.set(door().waiting)
  })
  new Gauge({
    name: 'meguri_jobs',
    help: 'Jobs of the queue, by state; finished ones stay for a day.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { jobs } = await database.figures()
      for (const state of JOB_STATES) this.set({ state }, jobs[state] ?? 0)
    },
  })
  gauge(
    'meguri_audit_unsealed_lines',
    'Committed audit lines that the chain does not hold yet.',
    async function () {
      this.set((await database.figures()).unsealedLines)
    },
  )
  gauge(
    'meguri_audit_last_sealed_timestamp_seconds',
    'When the newest sealed audit line was written.',
    async function () {
      this.set((await database.figures()).lastSealedAt ?? 0)
    },
  )
  gauge(
    'meguri_backup_last_success_timestamp_seconds',
    'When the last backup by meguri backup ended well; 0: none is known here.',
    function () {
      this.set((lastBackup()?.getTime() ?? 0) / 1000)
    },
  )
  new Gauge({
    name: 'meguri_build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['version', 'commit', 'node', 'postgresql'],
    registers: [registry],
  }).set(build, 1)
}
