import { queryOptions } from '@tanstack/react-query'
import { hc } from 'hono/client'
import { apiFetch, callApi, Problem } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { Rule, RuleAnswer, RuleSummary } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const one = client.api.rules[':id']

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async (): Promise<RuleSummary[]> => (await callApi(client.api.rules.$get())).items,
})
export const ruleQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', id],
    queryFn: async () => (await callApi(one.$get({ param: { id } }))) as Rule,
    staleTime: Number.POSITIVE_INFINITY,
  })

export interface Asked {
  /** undefined: the input decides */
  on: string | undefined
  input: unknown
  /** what is left out is filled from the insurer's settings */
  own: boolean
}
/** @throws Problem with every reason why there is no answer */
export const runRule = async (id: string, { on, input, own }: Asked): Promise<RuleAnswer> =>
  (await callApi(
    one.$post({
      param: { id },
      query: { ...(on ? { on } : {}), steps: 'true', own: String(own) as 'true' },
      json: input,
    }),
  )) as RuleAnswer

/** One side of what is shown: an answer, or why there is none. */
export type Side =
  | { title: string; answer: RuleAnswer; refusal: null }
  | { title: string; answer: null; refusal: Problem }

export async function sideOf(title: string, id: string, asked: Asked): Promise<Side> {
  try {
    return { title, answer: await runRule(id, asked), refusal: null }
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-computed')
      return { title, answer: null, refusal: error }
    throw error
  }
}
