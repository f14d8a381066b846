import { describe, expect, it } from 'vitest'
import { endOfDay, type FoundRow, fieldChange, madeAt, rowAsOn } from './as-on.ts'

const whose = { personColumn: 'person_id', personId: 'p' }
const until = endOfDay('2026-10-15')
const kept = (row: object, at: string, operation: 'update' | 'delete' = 'update', by = '甲') =>
  ({ row: { person_id: 'p', ...row }, at, operation, by }) as FoundRow['later'][number]
const found = (more: Partial<FoundRow>): FoundRow => ({
  id: 'r',
  now: { person_id: 'p' },
  later: [],
  ...more,
})

describe('ある日の終わりの行', () => {
  it('日の終わりは、日本の次の日の午前0時', () => {
    expect(until).toBe('2026-10-15T15:00:00Z')
  })

  it('その後の最初の変更の前の内容。変更がなければ、今の内容', () => {
    const changed = found({
      now: { person_id: 'p', note: '三' },
      later: [kept({ note: '一' }, '2026-10-16T00:00:00Z'), kept({ note: '二' }, '2026-10-17T00:00:00Z')],
    })
    expect(rowAsOn(changed, whose, until).stood).toMatchObject({ note: '一' })
    expect(rowAsOn(found({}), whose, until).stood).toEqual({ person_id: 'p' })
  })

  it('消された行は現れ、後で作られた行は現れない', () => {
    const gone = found({ now: null, later: [kept({}, '2026-10-16T00:00:00Z', 'delete')] })
    expect(rowAsOn(gone, whose, until)).toMatchObject({ stood: { person_id: 'p' }, now: null })
    const later = found({ now: { person_id: 'p', created_at: '2026-10-15T15:00:00+00:00' } })
    expect(rowAsOn(later, whose, until)).toMatchObject({ stood: null, now: { person_id: 'p' } })
  })

  it('そのとき別の方のものだった行は現れない', () => {
    const moved = found({ later: [kept({ person_id: 'q' }, '2026-10-16T00:00:00Z')] })
    expect(rowAsOn(moved, whose, until).stood).toBeNull()
  })
})

describe('作られた時', () => {
  it.each([
    [{ created_at: '2026-01-01T00:00:00+00:00' }, '2026-01-01T00:00:00+00:00'],
    // 0x019a00000000 ms
    [{ id: '019a0000-0000-7000-8000-000000000000' }, '2025-10-20T05:03:11.360Z'],
    [{ id: '0d9b7a52-7d0e-4c5e-9d53-0a1f1a1a1a1a' }, null],
  ])('%j', (row, at) => {
    expect(madeAt(row) === null ? null : Temporal.Instant.from(madeAt(row)!).epochMilliseconds).toBe(
      at === null ? null : Temporal.Instant.from(at).epochMilliseconds,
    )
  })
})

it('項目を変えたのは、その項目を最後に変えた人', () => {
  const row = {
    now: { note: 'b', phone: '2' },
    later: [
      kept({ note: 'a', phone: '1' }, '2026-10-16T00:00:00Z', 'update', '甲'),
      kept({ note: 'b', phone: '1' }, '2026-10-17T00:00:00Z', 'update', '乙'),
    ],
  }
  expect(fieldChange(row, 'note')).toEqual({ at: '2026-10-16T00:00:00Z', by: '甲' })
  expect(fieldChange(row, 'phone')).toEqual({ at: '2026-10-17T00:00:00Z', by: '乙' })
  expect(fieldChange(row, 'name')).toBeNull()
})
