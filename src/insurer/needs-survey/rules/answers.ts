import { z } from 'zod'
import { whole } from '../../../platform/computation/index.ts'

/** What the items ask, and how many answers the form prints. */
export const ITEMS: Readonly<Record<string, { title: string; answers: number }>> = {
  stairs: { title: '階段を手すりや壁をつたわらずに昇る', answers: 3 }, // number: answers printed on the form
  stand: { title: '椅子から何もつかまらずに立ち上がる', answers: 3 }, // number: answers printed on the form
  walk15: { title: '15分くらい続けて歩く', answers: 3 }, // number: answers printed on the form
  fall: { title: '過去1年間に転んだ', answers: 3 }, // number: answers printed on the form
  fallFear: { title: '転倒への不安', answers: 4 }, // number: answers printed on the form
  goOut: { title: '週に1回以上の外出', answers: 4 }, // number: answers printed on the form
  hardFood: { title: '固いものが食べにくい', answers: 2 },
  choke: { title: 'お茶や汁物でむせる', answers: 2 },
  dryMouth: { title: '口の渇きが気になる', answers: 2 },
  weightLoss: { title: '6か月で2～3kgの体重減少', answers: 2 },
  forget: { title: '物忘れが多いと感じる', answers: 2 },
  depress1: { title: '気分が沈む、ゆううつ', answers: 2 },
  depress2: { title: '興味がわかない、楽しめない', answers: 2 },
}

/** An answer as printed on the form; null: not answered. */
export const answer = (title: string, answers: number) =>
  whole(title, '番', { min: 1, max: answers })
    .nullable()
    .meta({ title, description: `${title}: 用紙に印刷された番号1～${answers}。無回答は null` })

/** Fields for some items, all of them to be stated: not answered is null, never left out. */
export const answersTo = (keys: readonly string[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, answer(ITEMS[key]!.title, ITEMS[key]!.answers)])))

export type Answers = Readonly<Record<string, number | null>>
