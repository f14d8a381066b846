import { plain } from './answer.ts'
import { callOf, mayCall, type Route, reaches } from './catalogue.ts'
import { judged, type Part, type Setting, told } from './part.ts'
import { type Answer, send } from './send.ts'
import { textsOf } from './unpack.ts'
import type { Attacker } from './world.ts'

const MORE = 5

/**
 * Lists, searches, suggestions, counts and exports before and after records were added elsewhere: nobody's answer may change
 * by as much as a character. What differs between two answers without any change in between says nothing and is named.
 */
export const counts: Part = {
  name: 'counts',
  title: 'よその記録を増やす前と後',
  async run(setting) {
    const asked = askable(setting)
    const answers = async () => {
      const texts: (string | null)[] = []
      for (const [route, attacker] of asked) texts.push(await answerOf(setting, route, attacker))
      return texts
    }
    const [first, before] = [await answers(), await answers()]
    for (let n = 0; n < MORE; n++) await setting.world.records('foreign', setting.world.attackers[n]!.actor)
    const afterForeign = await answers()
    const again = await answers()
    for (let n = 0; n < MORE; n++) await setting.world.records('other', setting.world.attackers[n]!.actor)
    const afterOther = await answers()
    const findings: string[] = []
    const unsteady = new Set<string>()
    let compared = 0
    for (const [n, [route, attacker]] of asked.entries()) {
      if (before[n] === null) continue
      if (first[n] !== before[n]) {
        unsteady.add(route.key)
        continue
      }
      compared += 1
      const name = `${route.key} ${attacker.name}`
      if (afterForeign[n] !== before[n]) findings.push(`よその保険者の記録で変わった: ${name}`)
      // an officer has notices and tasks out of every centre
      const isClosed =
        attacker.actor.reach !== 'insurer' && !reaches(attacker.actor.role, 'other', route.example!)
      if (isClosed && afterOther[n] !== again[n]) findings.push(`となりのセンターの記録で変わった: ${name}`)
    }
    const observations = [
      judged(
        '一覧・検索・候補・件数・書き出しの答え',
        'よその保険者・センターに記録が増えても、一字も変わらない',
        `${compared.toLocaleString('en')} 組(経路 × 役割)のうち、変わったもの ${findings.length} 組`,
        findings.length === 0 && compared > 300,
      ),
      told(
        '何もしなくても答えが変わるので、比べなかった経路(しるしと番号は探した)',
        [...unsteady].sort().join('、') || 'なし',
      ),
    ]
    return { observations, findings, raw: { compared, unsteady: [...unsteady] } }
  },
}

function askable({ routes, world }: Setting): [Route, Attacker][] {
  const isQuestion = ({ method, path }: Route) =>
    method === 'GET' ||
    /(search|list|export|duplicates|inquiry|touched|lines|(access-log|area-moves)\/people|by-staff|renewals|affected|register-changes|usage|differences|compare|form)$/.test(
      path,
    )
  return routes
    .filter((route) => route.example && route.example.about !== 'record' && isQuestion(route))
    .flatMap((route) =>
      world.attackers
        .filter(({ isAlive, actor }) => isAlive && mayCall(actor.role, route))
        .map((attacker): [Route, Attacker] => [route, attacker]),
    )
}

/** @returns null when there was no answer to compare */
async function answerOf(
  { target, world }: Setting,
  route: Route,
  attacker: Attacker,
): Promise<string | null> {
  const absent = await world.records('absent', attacker.actor)
  const request = route.example!.request({ ...absent, centreId: world.insurer.centres.a }, attacker.actor)
  const answer = await send(target, await callOf(route, request, attacker.cookie))
  if (answer.status >= 300) return null
  const { headers: _, ...rest } = answer
  return withoutMinute(plain((await textsOf({ ...rest, headers: typeOnly(answer) })).text))
}

/** A paper says the minute in which it was made: it turns by itself. */
const withoutMinute = (text: string) => text.replaceAll(/(月\d{1,2}日)\d{1,2}:\d{2}/g, '$1')

const typeOnly = ({ headers }: Answer) => ({ 'content-type': headers['content-type'] ?? '' })
