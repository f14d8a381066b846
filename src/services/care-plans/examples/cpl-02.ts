import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/cpl-02.rule.ts'
import type { Submission } from '../rules/plan-submission.ts'

const of = (
  title: string,
  level: Input['level'],
  monthlyCount: number | null,
  [state, threshold]: [Submission['state'], number | null],
  [madeOn, dueOn]: [string, string | null] = ['2025-05-08', state === 'required' ? '2025-06-30' : null],
): RuleCase<Input> => ({
  title,
  on: madeOn,
  input: { madeOn, level, monthlyCount },
  value: { state, threshold, dueOn },
})

export const cpl02Cases: readonly RuleCase<Input>[] = [
  of('CPL-02 要介護1、27回', '21', 27, ['required', 27]),
  of('CPL-02 要介護1、26回', '21', 26, ['notRequired', 27]),
  of('CPL-02 要介護4、38回', '24', 38, ['required', 38]),
  of('CPL-02 要介護3、42回', '23', 42, ['notRequired', 43]),
  of('CPL-02 要支援2、40回', '13', 40, ['notApplicable', null]),
  of('CPL-02 区分がわからない', null, 40, ['undetermined', null]),
  ...(
    [
      ['21', 27],
      ['22', 34],
      ['23', 43],
      ['24', 38],
      ['25', 31],
    ] as const
  ).flatMap(([level, count]) => [
    of(`区分${level}、1回手前`, level, count - 1, ['notRequired', count]),
    of(`区分${level}、ちょうど`, level, count, ['required', count]),
    of(`区分${level}、1回上`, level, count + 1, ['required', count]),
  ]),
  of('回数がわからない', '21', null, ['undetermined', 27]),
  of('0回', '21', 0, ['notRequired', 27]),
  of('事業対象者', '06', 40, ['notApplicable', null]),
  of('非該当', '01', 40, ['notApplicable', null]),
  of('要支援1、回数がわからなくても対象外', '12', null, ['notApplicable', null]),
  of('12月の計画は1月末まで', '21', 27, ['required', 27], ['2024-12-31', '2025-01-31']),
  of('1月の計画は2月末まで（うるう年）', '21', 27, ['required', 27], ['2024-01-31', '2024-02-29']),
  of('制度の最初の日', '21', 27, ['required', 27], ['2018-10-01', '2018-11-30']),
  {
    title: '2018年9月に届出の決まりはない',
    on: '2025-05-01',
    input: { madeOn: '2018-09-30', level: '21', monthlyCount: 27 },
    refused: { code: 'no-value-in-force' },
  },
]
