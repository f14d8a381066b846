import '../policy.ts'
import { area, route } from '../../../platform/http/index.ts'
import { PersonParams } from '../schema.ts'
import { recordConsent, withdrawConsent } from './consent.ts'
import { restrictionsOf, setRestriction } from './restriction.ts'
import {
  ConsentBody,
  ConsentParams,
  ConsentStored,
  Restricted,
  RestrictionBody,
  RestrictionList,
  WithdrawConsentBody,
  Withdrawn,
} from './schema.ts'

const consent = route({
  method: 'post',
  path: '/api/people/{id}/consents',
  summary: '情報提供への同意を記録する',
  may: 'person.change',
  audit: 'person.consent-recorded',
  request: { params: PersonParams, body: ConsentBody },
  responses: { 201: ConsentStored },
})
const withdraw = route({
  method: 'post',
  path: '/api/people/{id}/consents/{consentId}/withdraw',
  summary: '情報提供への同意の撤回を記録する',
  may: 'person.change',
  audit: 'person.consent-withdrawn',
  request: { params: ConsentParams, body: WithdrawConsentBody },
  responses: { 200: Withdrawn },
})
const restrict = route({
  method: 'post',
  path: '/api/people/{id}/restriction',
  summary: '支援措置・閲覧制限を手で決める',
  may: 'person.restrict',
  audit: 'person.restricted',
  request: { params: PersonParams, body: RestrictionBody },
  responses: { 200: Restricted },
})
const restrictions = route({
  method: 'get',
  path: '/api/people/{id}/restrictions',
  summary: '支援措置・閲覧制限の経過と理由',
  may: 'person.restrict',
  audit: 'person.restrictions-viewed',
  request: { params: PersonParams },
  responses: { 200: RestrictionList },
})

export const routes = area()
  .openapi(consent, async (c) =>
    c.json(await recordConsent(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(withdraw, async (c) => {
    const { id, consentId } = c.req.valid('param')
    return c.json(await withdrawConsent(c.get('work'), id, consentId, c.req.valid('json')), 200)
  })
  .openapi(restrict, async (c) =>
    c.json(await setRestriction(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(restrictions, async (c) =>
    c.json(await restrictionsOf(c.get('work'), c.req.valid('param').id), 200),
  )
