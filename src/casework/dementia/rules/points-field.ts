import { z } from 'zod'
import { orUnknown, whole } from '../../../platform/computation/index.ts'

/** Points of the items of a scale in the order of the sheet; how many and which points are the scale's own, and said by the rule. */
export const points = (title: string) =>
  z
    .array(orUnknown(whole('点', '点'), '聞いていなければ null'), `${title}: 項目の順に点を並べてください。`)
    .meta({ title, description: `${title}（項目の順に。聞いていない項目は null）` })
