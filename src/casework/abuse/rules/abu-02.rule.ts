import { z } from 'zod'
import { reportingDuties } from '../../../law/casework/abuse-response.ts'
import { codesOf, defineRule, orUnknown, yesNo } from '../../../platform/computation/index.ts'
import { abu02Cases } from '../examples/abu-02.ts'
import { reportingDuty } from './reporting-duty.ts'

const Input = z.strictObject({
  isOwnFacility: orUnknown(
    yesNo('自分の施設・事業所のこと', '養介護施設従事者等が、働いている施設や事業所について気づいた'),
  ),
  isGraveDanger: orUnknown(yesNo('重大な危険', '生命または身体に重大な危険が生じている')),
})
export type Input = z.input<typeof Input>

const DUTIES = { duty: '通報しなければならない（義務）', effort: '通報するよう努める（努力義務）' }

export const rule = defineRule({
  id: 'ABU-02',
  title: '高齢者虐待の通報の義務',
  group: '権利擁護',
  meaning:
    '虐待を受けたと思われる高齢者に気づいた人に、通報の義務があるか、努力義務かを答えます。通報先は市町村（委託を受けたセンター）です。',
  formula: '自分の施設のことなら義務。ほかは、重大な危険があれば義務、なければ努力義務',
  source: { text: '高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律第7条・第21条' },
  confidence: 'recalled',
  limits:
    '虐待に当たるかどうか（ABU-01の5つの種類）と、重大な危険かどうかは人が判断します。通報した人が誰かは秘密です（第8条・第23条）。',
  parameters: { duties: reportingDuties },
  input: Input,
  compute({ isOwnFacility, isGraveDanger }, { law, entry, note }) {
    const duty = reportingDuty(isOwnFacility, isGraveDanger, law.duties)
    note?.({
      label: '通報の義務',
      formula: duty === null ? 'わからないことで答えが変わる' : '自分の施設のことか、重大な危険があるか',
      inputs: { 自分の施設: isOwnFacility, 重大な危険: isGraveDanger },
      value: duty && DUTIES[duty],
      source: entry.duties.source,
      confidence: entry.duties.confidence,
    })
    return { duty }
  },
  labels: { duty: '通報の義務', ...codesOf('duty', DUTIES) },
  cases: abu02Cases,
})
