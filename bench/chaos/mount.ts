import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { NotPossible } from './part.ts'
import { WORK } from './place.ts'

/** A file system of its own in memory, so small that it can be filled. */
export interface SmallDisk {
  folder: string
  free(): number
  /** Takes all that is free but `left` bytes. */
  fill(left: number): void
  /** Gives back what was taken. */
  empty(): void
  unmount(): void
}

/** @throws NotPossible without the right to mount */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = join(WORK, 'small-disk')
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder])
  } catch (error) {
    throw new NotPossible(
      `小さなファイルシステムを作れない(mount には root の権限が要る): ${(error as Error).message}`,
    )
  }
  const ballast = join(folder, 'ballast')
  const free = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    free,
    fill(left) {
      const file = openSync(ballast, 'a')
      try {
        for (let rest = free() - left; rest > 0; rest -= 1 << 20)
          writeSync(file, Buffer.alloc(Math.min(rest, 1 << 20), 1))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error // somebody else took the last of it: full is full
      } finally {
        closeSync(file)
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount() {
      if (existsSync(folder)) execFileSync('umount', ['-l', folder])
    },
  }
}
