import { parseArgs } from 'node:util'
import { machineLine } from '../bench/machine.ts'
import { aftermath, digestsOf } from './aftermath.ts'
import { idsOf, plantBirds } from './canaries.ts'
import { catalogueOf } from './catalogue.ts'
import { counts } from './counts.ts'
import { foreign } from './foreign.ts'
import { malformed } from './malformed.ts'
import type { Part, Result, Setting } from './part.ts'
import { removeData, startTarget } from './place.ts'
import { store, writePage } from './report.ts'
import { closeLines } from './send.ts'
import { timing } from './timing.ts'
import { makeWorld } from './world.ts'

/*
 script/attack [part…] [--requests 10000] [--seed 6] [--minutes 15] [--dry]
 Starts a server of its own on the sample and attacks it: counts, foreign, timing, malformed (by default all), then looks at what was
 left behind. Stores bench/results/attack.json and writes docs/security/attack.md. Ends with 1 when something is not as it must be.
   --requests  of the parts foreign and malformed   --seed  the same one makes the same requests
   --minutes   at most this long; what was not sent by then counts as not good   --dry  prints only
*/
const PARTS: readonly Part[] = [counts, foreign, timing, malformed]
const AFTER = 'aftermath'
/** of the whole time, by the end of which each part has to be over */
const SHARES: Record<string, number> = { counts: 0.2, foreign: 0.6, timing: 0.8, malformed: 0.97 }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '15' },
    dry: { type: 'boolean', default: false },
  },
})

async function main(): Promise<number> {
  const [requests, seed, minutes] = [Number(values.requests), Number(values.seed), Number(values.minutes)]
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name))
  if (unknown.length > 0 || !(requests >= 1) || !(seed >= 0) || !(minutes >= 1 && minutes <= 60)) {
    console.error(
      `parts: ${PARTS.map(({ name }) => name).join(' ')}; --requests 1–, --seed 0–, --minutes 1–60`,
    )
    return 2
  }
  const begun = performance.now()
  const target = await startTarget()
  let isGood = true
  try {
    const world = await makeWorld(target)
    for (const { actor } of world.attackers) await world.records('own', actor)
    const routes = await catalogueOf(target)
    const isAsked = ({ name }: Part) => positionals.length === 0 || positionals.includes(name)
    const limit = (share: number) => begun + minutes * 60_000 * share
    const tell = (name: string, title: string, result: Result, since: number) => {
      isGood = report(name, title, result, since, { requests, seed }) && isGood
    }
    const empty: Setting['known'] = { foreign: new Map(), other: new Map(), taken: new Set() }
    let setting: Setting = { target, world, routes, known: empty, requests, seed, deadline: 0 }
    const attack = async (part: Part) => {
      if (!isAsked(part)) return
      const since = performance.now()
      tell(part.name, part.title, await part.run({ ...setting, deadline: limit(SHARES[part.name]!) }), since)
    }
    await attack(counts) // adds records elsewhere while it looks; all others find them there
    for (const { actor } of world.attackers)
      for (const place of ['foreign', 'other'] as const)
        world.places[place].push(await world.records(place, actor))
    const { superuser } = target.clients
    const whose = { foreign: world.elsewhere.id, own: world.insurer.id, otherCentre: world.insurer.centres.b }
    const birds = await plantBirds(superuser, whose)
    const foreignIds = await idsOf(superuser, whose.foreign)
    setting = {
      ...setting,
      known: { ...empty, foreign: foreignIds, other: await idsOf(superuser, whose.own, whose.otherCentre) },
    }
    const before = await digestsOf(superuser, whose.foreign)
    for (const part of [foreign, timing, malformed]) await attack(part)
    const since = performance.now()
    tell(AFTER, '残ったもの: よその表、つながり、ログ', await aftermath(setting, before, birds), since)
    await world.owner.end()
  } finally {
    closeLines()
    await target.stop()
    removeData()
  }
  console.log(`took ${Math.round((performance.now() - begun) / 1000)} s`)
  return isGood ? 0 : 1
}

function report(
  name: string,
  title: string,
  result: Result,
  since: number,
  asked: { requests: number; seed: number },
): boolean {
  const tookSeconds = Math.round((performance.now() - since) / 1000)
  console.log(`\n${title} (${name}), ${tookSeconds} s`)
  for (const { what, wanted, seen, isGood } of result.observations)
    console.log(`${isGood === null ? '     ' : isGood ? 'good ' : 'BAD  '} ${what}: ${seen} [${wanted}]`)
  for (const finding of result.findings) console.log(`  - ${finding}`)
  if (!values.dry) {
    const on = new Date().toISOString().slice(0, 10)
    store(name, { title, machine: machineLine(), on, ...asked, tookSeconds, ...result })
    writePage([...PARTS.map((part) => part.name), AFTER])
  }
  return result.observations.every(({ isGood }) => isGood !== false)
}

process.exitCode = await main()
