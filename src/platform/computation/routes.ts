import { area, completeDocument, route } from '../http/index.ts'
import './policy.ts'
import { documentRules } from './document-rules.ts'
import { Rule, RuleAnswer, RuleInput, RuleList, RuleParams, RuleQuery } from './schema.ts'
import { answerOf, listRules, openRule } from './service.ts'

// Nothing here is about a person, and nothing that is sent is kept: no audit line.
const shared = { may: 'rule.run', audit: 'none' } as const

const list = route({
  method: 'get',
  path: '/api/rules',
  summary: '計算の決まりの一覧',
  ...shared,
  responses: { 200: RuleList },
})
const open = route({
  method: 'get',
  path: '/api/rules/{id}',
  summary: '計算の決まり: 意味、式、出典、入力の形、日付ごとの数値、計算例',
  ...shared,
  request: { params: RuleParams },
  responses: { 200: Rule },
})
const run = route({
  method: 'post',
  path: '/api/rules/{id}',
  summary: '試算する（本文は決まりの入力そのもの。送った内容は残らない）',
  ...shared,
  request: { params: RuleParams, query: RuleQuery, body: RuleInput },
  responses: { 200: RuleAnswer },
})

completeDocument(documentRules)

export const routes = area()
  .openapi(list, async (c) => c.json({ items: await listRules(c.get('work')) }, 200))
  .openapi(open, async (c) => c.json(await openRule(c.get('work'), c.req.valid('param').id), 200))
  .openapi(run, async (c) =>
    c.json(
      await answerOf(c.get('work'), c.req.valid('param').id, c.req.valid('json'), c.req.valid('query')),
      200,
    ),
  )
