import { area, route } from '../../platform/http/index.ts'
import './policy.ts'
import { MunicipalFigures } from './schema.ts'
import { municipalFigures } from './service.ts'

const find = route({
  method: 'get',
  path: '/api/statistics/municipal-figures',
  summary: '市が公表する小さな統計（被保険者、将来人口、出生・死亡、転入・転出。出典つき）',
  may: 'municipal-figure.read',
  audit: 'none',
  responses: { 200: MunicipalFigures },
})

export const routes = area().openapi(find, async (c) => c.json(await municipalFigures(c.get('work')), 200))
