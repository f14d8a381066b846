import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { NewCourse, NewEntrustment, NewRecord } from './schema.ts'

/** Valid examples for tests; every field may be told. */
export const aCourse = (
  personId: string,
  more: Partial<z.input<typeof NewCourse>> = {},
): z.input<typeof NewCourse> => ({
  id: randomUUID(),
  personId,
  openedOn: '2026-09-10',
  level: '12',
  services: [{ group: 'former', code: 'A6', label: '通所型サービス', officeName: '見本デイ（架空）' }],
  type: 'A',
  typeReason: null,
  staffId: null,
  contract: {
    explainedOn: '2026-09-10',
    explainedTo: '本人',
    version: '第3版',
    medium: 'paper',
    consentedOn: '2026-09-10',
    endedOn: null,
    endReason: null,
  },
  choices: [
    {
      about: '通所型サービス',
      shown: ['見本デイ（架空）', '例示デイ（架空）'],
      chosen: '見本デイ（架空）',
      reason: '家から近い',
      explainedOn: '2026-09-10',
    },
  ],
  startMonth: '2026-09',
  mode: { kind: 'standard', months: null, conditions: [], note: null },
  planFrom: '2026-09-15',
  planTo: '2027-08-31',
  evaluationOn: '2027-08-31',
  state: 'running',
  ...more,
})

/** The same as a change: without id, person and day of opening. */
export function aChange(version: number, more: Partial<z.input<typeof NewCourse>> = {}) {
  const { id: _, personId: __, openedOn: ___, ...fields } = aCourse('', more)
  return { ...fields, version }
}

export const aRecord = (more: Partial<z.input<typeof NewRecord>> = {}): z.input<typeof NewRecord> => ({
  id: randomUUID(),
  subject: 'monitoring',
  doneOn: '2026-11-20',
  way: 'home',
  result: '変わりなく通っている',
  change: 'none',
  minutes: 40,
  ...more,
})

export const anEntrustment = (
  version: number,
  organisationId: string,
  more: Partial<z.input<typeof NewEntrustment>> = {},
): z.input<typeof NewEntrustment> => ({
  id: randomUUID(),
  version,
  organisationId,
  from: '2026-11-01',
  handOver: '玄関の段差に注意。次の訪問は12月まで。',
  ...more,
})
