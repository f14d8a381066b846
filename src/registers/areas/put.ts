import pg from 'pg'
import { allContributes } from '../../platform/contributes/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { cleanLine, foldAddress } from '../../platform/text/index.ts'
import { areaRegister } from './register.ts'
import type { Affected, AssignArea, AssignTowns, EndArea, PutArea, PutTown } from './schema.ts'

type Row = { done: boolean }

/** Adds an area, with the centre that answers for it, or changes code, name and first day. @throws invalid · conflict · notFound */
export async function putArea(work: Work, input: PutArea): Promise<void> {
  work.about('area', input.id, { isNew: input.version === null })
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<Row>('select registers.put_area($1, $2, $3, $4, $5::date) as done', [
        input.id,
        input.version,
        cleanLine(input.code.normalize('NFKC')),
        input.name,
        input.validFrom,
      ])
      if (row?.done && input.version === null && input.centreId !== null) {
        await needCentre(tx, work, input.centreId, input.validFrom)
        await tx.query('select registers.assign_area($1, $2, $3::date)', [
          input.id,
          input.centreId,
          input.validFrom,
        ])
      }
      return row?.done ?? false
    }),
  )
  if (!isDone) throw await changedArea(work, input.id)
}

/** Ends an area; its towns must have left it by then. */
export async function endArea(work: Work, { id, version, lastDay }: EndArea): Promise<void> {
  const stored = (await areaRegister(work)).areas.find((area) => area.id === id)
  if (!stored) throw notFound()
  if (stored.version !== version) throw conflict(stored)
  if (lastDay < stored.validFrom) {
    const message = '圏域の最後の日が、始まる日より前です。日付を直してください。'
    throw invalid([{ path: 'lastDay', code: 'ends-before-it-begins', message }])
  }
  work.about('area', id, { lastDay })
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<Row>('select registers.end_area($1, $2, $3::date) as done', [
        id,
        version,
        lastDay,
      ])
      return row?.done ?? false
    }),
  )
  if (!isDone) throw await changedArea(work, id)
}

/** Another centre answers for the area from a day on. People follow by 担当替え, never by themselves. */
export async function assignArea(work: Work, { areaId, centreId, fromDay }: AssignArea): Promise<void> {
  work.about('area', areaId, { centreId, fromDay })
  const isDone = await work.write(async (tx) => {
    await needArea(tx, work, areaId, fromDay)
    await needCentre(tx, work, centreId, fromDay)
    const [row] = await tx.query<Row>('select registers.assign_area($1, $2, $3::date) as done', [
      areaId,
      centreId,
      fromDay,
    ])
    return row?.done ?? false
  })
  if (!isDone) {
    const message = 'その日には、もうこのセンターの担当です。センターか日付を選び直してください。'
    throw invalid([{ path: 'centreId', code: 'same', message }])
  }
}

/** Adds a town, with its area, or changes name and kana. @throws invalid · conflict · notFound */
export async function putTown(work: Work, input: PutTown): Promise<void> {
  if (input.version === null && input.areaId !== null && input.fromDay === null) {
    throw invalid([{ path: 'fromDay', code: 'missing', message: 'いつからこの圏域かを入力してください。' }])
  }
  const name = cleanLine(input.name)
  work.about('town', input.id, { isNew: input.version === null })
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<Row>('select registers.put_town($1, $2, $3, $4, $5) as done', [
        input.id,
        input.version,
        name,
        cleanLine(input.kana.normalize('NFKC')),
        foldAddress(name),
      ])
      if (row?.done && input.version === null && input.areaId !== null && input.fromDay !== null) {
        await needArea(tx, work, input.areaId, input.fromDay)
        await tx.query('select registers.assign_town($1, $2, $3::date)', [
          input.id,
          input.areaId,
          input.fromDay,
        ])
      }
      return row?.done ?? false
    }),
  )
  if (isDone) return
  const stored = (await areaRegister(work)).towns.find(({ id }) => id === input.id)
  throw stored ? conflict(stored) : notFound()
}

/** Moves towns to another area from a day on. @returns how many did not belong there already */
export async function assignTowns(work: Work, { townIds, areaId, fromDay }: AssignTowns): Promise<number> {
  work.about('area', areaId ?? undefined, { towns: townIds.length, fromDay })
  return explained(
    work.write(async (tx) => {
      if (areaId !== null) await needArea(tx, work, areaId, fromDay)
      let moved = 0
      for (const townId of townIds) {
        const [row] = await tx.query<Row>('select registers.assign_town($1, $2, $3::date) as done', [
          townId,
          areaId,
          fromDay,
        ])
        if (row?.done) moved += 1
      }
      return moved
    }),
  )
}

/** What higher areas hold of these towns today, as figures. */
export async function affectedBy(work: Work, townIds: readonly string[]): Promise<Affected> {
  const sources = (await allContributes()).dependents.filter(({ on }) => on === 'town')
  const answers = (await work.flight(
    sources.map((source) => source.query(work.actor, work.today, townIds)),
  )) as { id: string; count: number }[][]
  return {
    items: sources.map(({ id, label }, at) => ({
      id,
      label,
      count: (answers[at] ?? []).reduce((sum, { count }) => sum + count, 0),
    })),
  }
}

/** @throws invalid unless the area holds on the day and does not end */
async function needArea(tx: Tx, work: Work, areaId: string, day: string): Promise<void> {
  const [area] = await tx.query<{ from: string; to: string | null }>(
    'select valid_from as from, valid_to as to from registers.daily_life_area where insurer_id = $1 and id = $2',
    [work.actor.insurerId, areaId],
  )
  if (!area) throw notFound()
  if (area.from <= day && area.to === null) return
  const message =
    area.to === null
      ? `この圏域は ${area.from} に始まります。その日か、後の日にしてください。`
      : `この圏域は ${area.to} で終わります。ほかの圏域を選んでください。`
  throw invalid([{ path: 'fromDay', code: 'area-not-in-force', message }])
}

async function needCentre(tx: Tx, work: Work, centreId: string, day: string): Promise<void> {
  const [centre] = await tx.query<{ from: string; to: string | null }>(
    'select valid_from as from, valid_to as to from registers.centre where insurer_id = $1 and id = $2',
    [work.actor.insurerId, centreId],
  )
  if (centre && centre.from <= day && centre.to === null) return
  const message = !centre
    ? 'センターを一覧から選び直してください。'
    : centre.to === null
      ? `このセンターは ${centre.from} に始まります。その日か、後の日にしてください。`
      : `このセンターは ${centre.to} で終わります。ほかのセンターを選んでください。`
  throw invalid([{ path: 'centreId', code: 'centre-not-in-force', message }])
}

async function changedArea(work: Work, id: string): Promise<Error> {
  const stored = (await areaRegister(work)).areas.find((area) => area.id === id)
  return stored ? conflict(stored) : notFound()
}

async function explained<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    const { code, constraint } = error instanceof pg.DatabaseError ? error : {}
    if (code === 'P0002') throw notFound()
    if (code === '23001') {
      const message = 'この日のあとも、この圏域の町があります。先に町を次の日からほかの圏域へ移してください。'
      throw invalid([{ path: 'lastDay', code: 'towns', message }])
    }
    if (code === '23505' && constraint?.startsWith('town')) {
      throw invalid([{ path: 'name', code: 'taken', message: 'この町名は登録されています。' }])
    }
    if (code === '23P01' || code === '23505') {
      const message = '同じ日に、この圏域コードがもうあります。別のコードにしてください。'
      throw invalid([{ path: 'code', code: 'taken', message }])
    }
    if (code === '23514') {
      const message = '始まる日が、この圏域の最後の日より後です。日付を直してください。'
      throw invalid([{ path: 'validFrom', code: 'begins-after-it-ends', message }])
    }
    throw error
  }
}
