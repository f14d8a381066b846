import { useQueryClient } from '@tanstack/react-query'
import { useClock } from '../../../ui/clock/clock.ts'
import { Conflict, Problem } from '../../../ui/http/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { finishTask, handOverTask, postponeTask, receiveTask, type TaskRow, undoTask } from './api.ts'

/** A deed that can still be taken back; the server says so for 15 minutes. */
export type RecentDeed = { row: TaskRow; word: string; atMs: number }
export const undoMs = 15 * 60_000
export const recentKey = ['today-recent'] as const

export type Deeds = ReturnType<typeof useDeeds>

/** The deeds on a task: done, each says what it did, offers the way back, and renews every count. */
export function useDeeds() {
  const client = useQueryClient()
  const show = useToast()
  const { nowMs } = useClock()
  const { session } = useSession()
  const renew = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey !== recentKey,
    })
  const recent = () => client.getQueryData<RecentDeed[]>(recentKey) ?? []
  const undo = async (deed: RecentDeed) => {
    await undoTask(deed.row)
    client.setQueryData(
      recentKey,
      recent().filter((one) => one.row.id !== deed.row.id),
    )
    await renew()
  }
  const said = async (row: TaskRow, word: string) => {
    const deed = { row, word, atMs: nowMs() }
    client.setQueryData(recentKey, [deed, ...recent().filter((one) => one.row.id !== row.id)].slice(0, 10))
    await renew()
    show(`「${row.title}」を${word}`, { undo: () => undo(deed) })
  }
  /** Somebody was first: what stands now is shown, nothing is done twice. */
  const orSay = async (deed: () => Promise<void>) => {
    try {
      await deed()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await renew()
      const word =
        error instanceof Conflict
          ? 'ほかの人が先に変えていました。今の内容を表示しました。'
          : `${error.title} ${error.detail}`
      show(word, { tone: 'danger' })
    }
  }
  return {
    isMine: (row: TaskRow) => row.holder.id === session.staff.id,
    undo: (deed: RecentDeed) => orSay(() => undo(deed)),
    finish: (row: TaskRow) => orSay(async () => said(await finishTask(row), '完了にしました')),
    receive: (row: TaskRow) =>
      orSay(async () => {
        await receiveTask(row)
        await renew()
        show(`「${row.title}」を受領しました`)
      }),
    /** @throws Problem for the form */
    postpone: async (row: TaskRow, to: string, reason: string) =>
      said(await postponeTask(row, to, reason), '延期しました'),
    /** @throws Problem for the form */
    handOver: async (row: TaskRow, toStaffId: string, toName: string, reason: string) => {
      await handOverTask(row, toStaffId, reason)
      await renew()
      show(`「${row.title}」を${toName}さんに引き継ぎました。受領されるまで回答待ちに残ります。`)
    },
    renew,
  }
}
