import { faultsOf, plain } from './answer.ts'
import { callOf, mayCall, type Route } from './catalogue.ts'
import { BODIES, type Spoil } from './malformed-bodies.ts'
import { HEADS, RAW } from './malformed-heads.ts'
import { judged, type Part, type Setting, Tally, told, work } from './part.ts'
import { Random } from './random.ts'
import { type Answer, type Call, send, sendRaw } from './send.ts'
import type { Attacker } from './world.ts'

interface Spoiled {
  kind: string
  name: string
  call: Call
  raw?: Buffer
}

/** Requests that are wrong in form: whatever comes, the answer is no accident, and a refusal speaks Japanese. */
export const malformed: Part = {
  name: 'malformed',
  title: '壊れた要求',
  async run(setting) {
    const kinds = new Tally()
    const statuses = new Tally()
    const findings = new Map<string, { count: number; example: string }>()
    const find = (what: string, example: string) => {
      findings.set(what, { example, count: (findings.get(what)?.count ?? 0) + 1 })
    }
    let closed = 0
    const supply = spoiledRequests(setting, await basesOf(setting))
    const sent = await work(supply, setting.deadline, async ({ kind, name, call, raw }) => {
      const answer = raw ? await sendRaw(setting.target, raw, 700) : await send(setting.target, call)
      kinds.add(kind)
      statuses.add(answer.status === 0 ? '答えずに閉じた' : String(answer.status))
      // a connection that is no HTTP may be closed; a request that is one has an answer
      if (answer.status === 0) {
        closed += 1
        if (!raw) find(`${kind}: 答えがない`, `${name} ${shown(call, raw)}`)
        return
      }
      const isApi = raw !== undefined || call.path.startsWith('/api/')
      for (const fault of faultsOf(answer, call.method, isApi, textsIn(call)))
        find(
          `${kind}: ${fault}`,
          `${name} ${shown(call, raw)} → ${answer.status} ${plain(answer.text).slice(0, 200)}`,
        )
    })
    const list = [...findings].map(([what, { count, example }]) => `${what}(${count} 件)— 例: ${example}`)
    const health = await isStillWell(setting)
    const observations = [
      judged(
        '送った壊れた要求',
        `${setting.requests.toLocaleString('en')} 件`,
        `${sent.toLocaleString('en')} 件`,
        sent >= setting.requests,
      ),
      judged(
        '500、日本語でない答え、problem+json でない答え、内部の文',
        'ない',
        `${list.length} 種類`,
        list.length === 0,
      ),
      judged('そのあとのサーバー', '全員のセッションが生きていて、答える', health, health === 'はい'),
      told('答え', statuses.words()),
      told('壊し方', kinds.words()),
      told('HTTP でない列に、答えずに閉じた接続', `${closed} 件`),
    ]
    return {
      observations,
      findings: list,
      raw: { sent, statuses: Object.fromEntries(statuses.counts), kinds: Object.fromEntries(kinds.counts) },
    }
  },
}

interface Base {
  route: Route
  attacker: Attacker
  call: Call
  body: unknown
}

/** A request that would be taken, of every operation, by those who may; of one's own session without a session. */
async function basesOf({ routes, world }: Setting): Promise<Base[]> {
  const alive = world.attackers.filter(({ isAlive }) => isAlive)
  const nobody = world.attackers.find(({ cookie }) => cookie === '')!
  const bases: Base[] = []
  for (const route of routes) {
    const isSession = route.path.startsWith('/api/session')
    const able = isSession ? [nobody] : alive.filter(({ actor }) => mayCall(actor.role, route)).slice(0, 2)
    for (const attacker of able) {
      const records = await world.records('own', attacker.actor)
      const request = route.example?.request(records, attacker.actor) ?? { body: route.body ? {} : undefined }
      bases.push({
        route,
        attacker,
        body: request.body ?? {},
        call: await callOf(route, request, attacker.cookie),
      })
    }
  }
  return bases
}

function* spoiledRequests({ requests, seed }: Setting, bases: readonly Base[]): Generator<Spoiled> {
  const random = new Random(seed + 1)
  const heads = Object.entries(HEADS)
  const bodies = Object.entries(BODIES)
  for (let n = 0; n < requests; n++) {
    const { route, call, body } = bases[n % bases.length]!
    if (n % 100 === 99) {
      const raw = Buffer.from(RAW[Math.floor(n / 100) % RAW.length]!, 'latin1')
      yield { kind: 'HTTP でない列', name: JSON.stringify(raw.toString('latin1').slice(0, 60)), call, raw }
      continue
    }
    const hasBody = route.method !== 'GET' && random.chance(0.75)
    const [kind, spoil] = random.oneOf<[string, Spoil]>(hasBody ? bodies : heads)
    yield { kind, name: route.key, call: spoil(call, body, random) }
  }
}

/** What the request said and an answer may quote. */
const textsIn = ({ path, body }: Call): string[] =>
  [path, ...(body && body.length < 50_000 ? (body.toString().match(/"(?:[^"\\]|\\.)*"/g) ?? []) : [])].map(
    (one) => one.replace(/^"|"$/g, ''),
  )

const shown = ({ method, path, headers, body }: Call, raw?: Buffer): string =>
  raw
    ? ''
    : `${method} ${path.slice(0, 120)} ${headers['content-type'] ?? ''} ${JSON.stringify(body?.toString().slice(0, 160))}`

async function isStillWell({ target, world }: Setting): Promise<string> {
  const sick: string[] = []
  for (const { name, cookie, isAlive } of world.attackers.filter((one) => one.isAlive)) {
    const answer: Answer = await send(target, { method: 'GET', path: '/api/centres', headers: { cookie } })
    if (isAlive && answer.status !== 200) sick.push(`${name} ${answer.status}`)
  }
  return sick.join('、') || 'はい'
}
