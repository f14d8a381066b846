import type { RuleCase } from '../../../platform/computation/index.ts'
import { COURSE_TYPES, type CourseType, labelOf, SERVICE_GROUPS } from '../codes.ts'
import type { Input } from '../rules/cpm-02.rule.ts'
import { PROCESS } from '../rules/type.ts'

const of = (title: string, input: Input, type: CourseType | null): RuleCase<Input> => ({
  title,
  on: '2025-05-01',
  input,
  value: { type, label: type && labelOf(COURSE_TYPES, type), process: type && PROCESS[type] },
})
const usual: Record<string, CourseType> = {
  preventive: 'A',
  former: 'A',
  aDesignated: 'A',
  aEntrusted: 'B',
  b: 'C',
  c: 'A',
  d: 'C',
  life: 'C',
  general: 'C',
}

export const cpm02Cases: readonly RuleCase<Input>[] = [
  of('CPM-02-a 従前相当通所', { services: ['former'] }, 'A'),
  of('CPM-02-b 従前相当通所と住民主体サロン', { services: ['former', 'b'] }, 'A'),
  of('CPM-02-c 訪問型Bだけ', { services: ['b'] }, 'C'),
  of('CPM-02-c 訪問型Bだけ、市町村の表ではB', { services: ['b'], bType: 'B' }, 'B'),
  of('CPM-02-d 委託型の通所Aだけ', { services: ['aEntrusted'] }, 'B'),
  of('CPM-02-e 短期集中C', { services: ['c'] }, 'A'),
  of('CPM-02-e 短期集中C、市町村の表ではB', { services: ['c'], cType: 'B' }, 'B'),
  of('CPM-02-f サービスをまだ選んでいない', { services: [] }, null),
  of('順は A、B、C: 委託Aと配食', { services: ['life', 'aEntrusted'] }, 'B'),
  of('順は A、B、C: 配食と予防給付', { services: ['life', 'preventive'] }, 'A'),
  ...SERVICE_GROUPS.map(({ code, label }) => of(`${label}だけ`, { services: [code] }, usual[code] ?? null)),
  ...SERVICE_GROUPS.map(({ code, label }) =>
    of(`${label}を、市町村がBとする`, { services: [code], [`${code}Type`]: 'B' }, 'B'),
  ),
  of('使わないサービスの定めは、類型を変えない', { services: ['b'], formerType: 'B' }, 'C'),
  {
    title: '類型はAからC',
    on: '2025-05-01',
    input: { services: ['b'], bType: 'D' as 'A' },
    refused: { code: 'invalid_value', path: 'bType' },
  },
]
