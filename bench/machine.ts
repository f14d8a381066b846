import { cpus, totalmem } from 'node:os'

/** The machine line under which figures stand. */
export function machineLine(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} × ${model}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}, PostgreSQL 18 (embedded)`
}
