import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes } from '../duplicates/routes.ts'
import type { DecideBody, PairsQuery } from '../duplicates/schema.ts'

const { people } = hc<typeof routes>('/', { fetch: apiFetch }).api

export type PairState = PairsQuery['state']

export const pairsKey = ['people', 'duplicate-pairs'] as const
export const fetchPairs = (state: PairState, cursor: string | undefined) =>
  callApi(
    people['duplicate-pairs'].$get({
      query: { state, ...(cursor === undefined ? {} : { cursor }) } as never,
    }),
  )
export const startSearch = async () => (await callApi(people['duplicate-search'].$post())).jobId
export const decidePair = (pairId: string, json: DecideBody) =>
  callApi(people['duplicate-pairs'][':pairId'].decision.$post({ param: { pairId }, json }))
