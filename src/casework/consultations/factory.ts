import { randomUUIDv7 } from 'node:crypto'
import type { NewConsultation } from './schema.ts'

/** A plain call about somebody, as the browser sends it; every call makes a new id. */
export function aConsultation(more: Partial<NewConsultation> = {}) {
  return {
    id: randomUUIDv7(),
    channel: 'phone' as const,
    caller: 'child' as const,
    urgency: 'normal' as const,
    topics: ['ltci' as const],
    text: '母の物忘れが気になるとの相談。',
    minutes: 12,
    receivedAt: '2026-11-22T09:30:00+09:00',
    ...more,
  }
}
