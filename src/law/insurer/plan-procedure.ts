import type { Dated } from '../types.ts'

export const PROCEDURE_STEPS = {
  residentOpinions: '住民の意見の反映',
  governorOpinion: '都道府県の意見の聴取（定める事項）',
  ordinance: '介護保険条例の公布',
  publication: '計画の公表',
  submission: '都道府県知事への提出',
} as const
export type ProcedureStep = keyof typeof PROCEDURE_STEPS

/** What is on record before a plan is 決定. */
export const planProcedure: Dated<readonly ProcedureStep[]> = {
  id: 'insurer.plan.procedure',
  title: '計画を決定する前に記録する手続',
  unit: '項目',
  labels: PROCEDURE_STEPS,
  history: [
    {
      from: '2000-04-01',
      value: ['residentOpinions', 'governorOpinion', 'ordinance', 'publication', 'submission'],
      source: {
        text: '介護保険法第117条・第129条',
        url: 'https://laws.e-gov.go.jp/law/409AC0000000123',
      },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
