import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'

/** How small a count of one's towns is shown. It rules every way in which our figures of towns leave. */
export const smallCount = setting({
  key: 'indicators.small-count',
  group: '指標',
  title: '町の数を伏せる基準',
  unit: '人',
  help: '町の人数が1人以上でこの数に満たないとき、その数と、引き算で求められるほかの数を、画面、ファイル、公開データのすべてで伏せます。0人は伏せません。0にすると何も伏せません。市が町別の数をそのまま公開しているときは、0のままで構いません。',
  schema: z
    .int('人数を整数で入力してください。')
    .min(0, '0以上にしてください。0は「伏せない」です。')
    .max(100, '100までです。'),
  input: { kind: 'integer', min: 0, max: 100 },
  initial: 0,
  source: { text: '本ソフトの決め: 市が町別にそのまま公開した数は、伏せても守れない' },
  confidence: 'decided',
  approval: 'two',
})

export const settings = [smallCount]
