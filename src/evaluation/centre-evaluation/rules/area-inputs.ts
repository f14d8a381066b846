import { z } from 'zod'
import { whole } from '../../../platform/computation/index.ts'

const items = (title: string, help?: string) => whole(title, '項目', { max: 1000, help })

export const areaName = z
  .string()
  .min(1, '分野: 名前を入れてください。')
  .meta({ title: '分野', description: '組織・運営体制等 など' })

/** How the items of an area were answered; absent counts are zero. */
export const countsFields = {
  yes: items('○の項目'),
  no: items('×の項目'),
  notApplicable: items('非該当の項目', '2018年の指標にはありません').optional(),
  unanswered: items('未回答の項目', '×とは違います').optional(),
}
