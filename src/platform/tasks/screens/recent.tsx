import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { timeInJapan, useClock } from '../../../ui/clock/clock.ts'
import { type RecentDeed, recentKey, undoMs, useDeeds } from './use-deeds.ts'

/** What was done in the last 15 minutes and can be taken back, longer than a passing message shows it. */
export function Recent() {
  const { nowMs } = useClock()
  const deeds = useDeeds()
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 30_000)
    return () => clearInterval(timer)
  }, [nowMs])
  const { data } = useQuery<RecentDeed[]>({
    queryKey: recentKey,
    queryFn: () => [],
    initialData: [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: undoMs,
  })
  const shown = data.filter(({ atMs }) => now - atMs < undoMs)
  if (shown.length === 0) return null
  return (
    <details className="mb-2 text-sm">
      <summary>この15分に行ったこと（{shown.length}件）— 元に戻せます</summary>
      <ul>
        {shown.map((deed) => (
          <li key={deed.row.id} className="flex flex-wrap items-center gap-2">
            {timeInJapan(deed.atMs)}　{deed.row.person?.name}　「{deed.row.title}」を{deed.word}
            <Button
              size="small"
              look="quiet"
              aria-label={`「${deed.row.title}」を元に戻す`}
              onPress={() => void deeds.undo(deed)}
            >
              元に戻す
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
