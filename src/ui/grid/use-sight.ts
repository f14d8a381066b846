import { type RefObject, useLayoutEffect, useState } from 'react'

export type Sight = { top: number; left: number; width: number; height: number }

/** How far a box is scrolled and how large it is, and what 1rem is here; in CSS pixels. */
export function useSight(box: RefObject<HTMLElement | null>) {
  const [sight, setSight] = useState<Sight>({ top: 0, left: 0, width: 0, height: 0 })
  const [rem, setRem] = useState(16)
  const look = () => {
    const node = box.current
    if (!node) return
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = node
    setSight((before) =>
      before.top === top && before.left === left && before.width === width && before.height === height
        ? before
        : { top, left, width, height },
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box lives as long as its owner
  useLayoutEffect(() => {
    const node = box.current
    if (!node) return
    const watcher = new ResizeObserver(() => {
      setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)
      look()
    })
    watcher.observe(node)
    return () => watcher.disconnect()
  }, [])
  return { sight, rem, onScroll: look }
}
