import { callOf, mayCall, type Route, reaches } from './catalogue.ts'
import { judged, type Part, type Setting, told } from './part.ts'
import { Random } from './random.ts'
import { send } from './send.ts'
import { mannWhitney, median } from './statistics.ts'
import type { Attacker } from './world.ts'

/** Pairs of the first look, and of the second, which decides. */
const PAIRS = 40
const MORE_PAIRS = 200
/** A difference counts from here on: below it nobody tells them apart over a line with a request's jitter. */
const EFFECT = 0.1
const P = 0.001

interface Question {
  route: Route
  attacker: Attacker
  place: 'foreign' | 'other'
}

interface Measured {
  key: string
  pairs: number
  absentMs: number
  theirsMs: number
  effect: number
  p: number
}

/** How long "absent" takes against "not allowed", in turn, one request at a time. */
export const timing: Part = {
  name: 'timing',
  title: '「ない」と「見せない」の時間',
  async run(setting) {
    const asked = questions(setting)
    const least = P / asked.length // Bonferroni: so many routes are asked
    const firsts: Measured[] = []
    const suspects: Question[] = []
    for (const question of asked) {
      if (performance.now() > setting.deadline) break
      const measured = await measure(setting, question, PAIRS)
      firsts.push(measured)
      if (Math.abs(measured.effect) > EFFECT && measured.p < 0.01) suspects.push(question)
    }
    const findings: string[] = []
    const seconds: Measured[] = []
    for (const question of suspects) {
      const measured = await measure(setting, question, MORE_PAIRS)
      seconds.push(measured)
      if (Math.abs(measured.effect) > EFFECT && measured.p < least)
        findings.push(
          `時間が違う: ${measured.key}: ない ${measured.absentMs} ms、見せない ${measured.theirsMs} ms(p ${measured.p.toExponential(1)})`,
        )
    }
    const effects = firsts.map(({ effect }) => Math.abs(effect))
    const rest = asked.length - firsts.length
    const observations = [
      judged(
        '「ない」と「見せない」の答えの時間',
        `中央値の差が ${EFFECT * 100} % を超え、かつ p < ${P} ÷ ${asked.length}(Mann–Whitney、Bonferroni)のものがない`,
        `${firsts.length} 組を ${PAIRS} 対ずつ、疑わしい ${suspects.length} 組を ${MORE_PAIRS} 対ずつ測り直し、違うもの ${findings.length} 組`,
        findings.length === 0 && rest === 0,
      ),
      told(
        '差の中央値(大きさ)',
        `${Math.round(median(effects) * 1000) / 10} %。時間内に測れなかったもの ${rest} 組`,
      ),
    ]
    return { observations, findings, raw: { firsts, seconds } }
  },
}

/** For each route that names a record, someone who has its right and does not reach the place. */
function questions({ routes, world, seed }: Setting): Question[] {
  const random = new Random(seed)
  return routes
    .filter(({ example }) => example?.about === 'record')
    .flatMap((route) =>
      (['foreign', 'other'] as const).flatMap((place): Question[] => {
        const fit = world.attackers.filter(
          ({ isAlive, actor }) =>
            isAlive && mayCall(actor.role, route) && !reaches(actor.role, place, route.example!),
        )
        return fit.length > 0 ? [{ route, place, attacker: random.oneOf(fit) }] : []
      }),
    )
}

async function measure(
  { target, world }: Setting,
  { route, attacker, place }: Question,
  pairs: number,
): Promise<Measured> {
  const { actor, cookie } = attacker
  const theirs = world.places[place]
  const took = { absent: [] as number[], theirs: [] as number[] }
  const ask = async (of: 'absent' | 'theirs', turn: number) => {
    const record = theirs[turn % theirs.length]!
    const records =
      of === 'theirs' ? { ...record, insurerId: actor.insurerId } : await world.records('absent', actor)
    const call = await callOf(route, route.example!.request(records, actor), cookie)
    took[of].push((await send(target, call)).milliseconds)
  }
  await ask('absent', 0)
  await ask('theirs', 0)
  took.absent.length = took.theirs.length = 0
  for (let turn = 0; turn < pairs; turn++) {
    const order = turn % 2 === 0 ? (['absent', 'theirs'] as const) : (['theirs', 'absent'] as const)
    for (const of of order) await ask(of, turn)
  }
  const [absent, hidden] = [median(took.absent), median(took.theirs)]
  const round = (value: number) => Math.round(value * 1000) / 1000
  return {
    key: `${route.key} ${attacker.name} ${place}`,
    pairs,
    absentMs: round(absent),
    theirsMs: round(hidden),
    effect: round((hidden - absent) / absent),
    p: mannWhitney(took.absent, took.theirs),
  }
}
