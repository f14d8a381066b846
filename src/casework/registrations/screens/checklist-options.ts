import { formatDate } from '../../../platform/calendar/index.ts'
import { JUDGEMENTS } from '../../checklists/codes.ts'
import { labelOf } from '../codes.ts'
import type { OfPerson } from './api.ts'

/** 「令和8年11月20日　基準に該当」; a judgement that nobody confirmed yet says so. */
export const checklistOptions = (checklists: OfPerson['checklists']) =>
  checklists.map(({ id, answeredOn, judgement, isConfirmed }) => ({
    value: id,
    label: `${formatDate(answeredOn)}　${labelOf(JUDGEMENTS, judgement)}${isConfirmed ? '' : '（判定案、未確認）'}`,
  }))
