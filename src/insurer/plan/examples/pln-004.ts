import { PROCEDURE_STEPS, type ProcedureStep } from '../../../law/insurer/plan-procedure.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  decidedOn: string
  records: { step: ProcedureStep; on: string; number?: string | null }[]
}

const done: Asked['records'] = [
  { step: 'residentOpinions', on: '2026-11-30' },
  { step: 'governorOpinion', on: '2027-02-15' },
  { step: 'ordinance', on: '2027-03-24', number: '架空市令和9年条例第1号' },
  { step: 'publication', on: '2027-03-31' },
  { step: 'submission', on: '2027-03-31' },
]
const value = (changed: Partial<Record<ProcedureStep, string>>) => {
  const steps = (Object.keys(PROCEDURE_STEPS) as ProcedureStep[]).map((step) => ({
    step,
    title: PROCEDURE_STEPS[step],
    state: changed[step] ?? 'recorded',
  }))
  return { canDecide: Object.keys(changed).length === 0, steps }
}
const asked = (
  title: string,
  records: Asked['records'],
  changed: Partial<Record<ProcedureStep, string>>,
): RuleCase<Asked> => ({
  title: `${title}（架空）`,
  on: '2026-11-22',
  input: { decidedOn: '2027-03-31', records },
  value: value(changed),
})

export const procedureCases: RuleCase<Asked>[] = [
  asked('すべて済んでいる。公表と提出は決定の日と同じ日', done, {}),
  asked(
    '都道府県の意見がまだ',
    done.filter(({ step }) => step !== 'governorOpinion'),
    { governorOpinion: 'missing' },
  ),
  asked('公表が決定の翌日', [...done.slice(0, 3), { step: 'publication', on: '2027-04-01' }, done[4]!], {
    publication: 'later',
  }),
  asked(
    '条例の番号がない',
    [...done.slice(0, 2), { step: 'ordinance', on: '2027-03-24', number: '' }, ...done.slice(3)],
    {
      ordinance: 'no-number',
    },
  ),
  asked('何も済んでいない', [], {
    residentOpinions: 'missing',
    governorOpinion: 'missing',
    ordinance: 'missing',
    publication: 'missing',
    submission: 'missing',
  }),
  {
    title: '同じ手続が2度ある（架空）',
    on: '2026-11-22',
    input: { decidedOn: '2027-03-31', records: [done[0]!, done[0]!] },
    refused: { code: 'twice', path: 'records.1.step' },
  },
]
