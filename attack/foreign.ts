import pg from 'pg'
import type { PlaceRecords } from '../src/platform/testing/access/example.ts'
import { MARKS } from '../src/platform/testing/access/world.ts'
import { plain } from './answer.ts'
import { callOf, mayCall, reaches } from './catalogue.ts'
import { type Foreign, foreignRequests } from './foreign-requests.ts'
import { leaksIn } from './leaks.ts'
import { judged, type Part, type Result, type Setting, Tally, told, work } from './part.ts'
import { Random } from './random.ts'
import { type Answer, send } from './send.ts'
import { textsOf } from './unpack.ts'
import type { Attacker } from './world.ts'

/** Of the answer's own: these differ between any two answers. */
const VARYING = new Set(['x-request-id', 'date', 'content-length', 'connection', 'keep-alive', 'set-cookie'])

/** Requests that are right in every way but name what is another's. */
export const foreign: Part = {
  name: 'foreign',
  title: '形は正しい、よその記録への要求',
  async run(setting) {
    const control = await positiveControl(setting)
    const supply = await supplyOf(setting)
    const tally = { statuses: new Tally(), variants: new Tally(), kinds: new Tally() }
    const leaks = new Map<string, string>()
    const differences = new Map<string, string>()
    const letIn = new Map<string, string>()
    let different = 0
    const requests = take(foreignRequests(supply, new Random(setting.seed)), setting.requests)
    const sent = await work(requests, setting.deadline, async (one) => {
      const answers = await pairOf(setting, one)
      tally.statuses.add(String(answers[0].status))
      tally.variants.add(one.variant)
      const key = `${one.route.key} ${one.attacker.name} ${one.variant}`
      if (one.route.method !== 'GET' && answers[0].status < 300)
        for (const [id] of one.exchanged) setting.known.taken.add(id)
      for (const answer of answers) {
        const { kind, text } = await textsOf(answer)
        tally.kinds.add(kind)
        const said = JSON.stringify([one.request, one.twin, one.headers])
        const mayReadOther = reaches(one.attacker.actor.role, 'other', one.route.example!)
        for (const leak of leaksIn(text, said, mayReadOther, setting.known))
          leaks.set(`${key}: ${leak}`, said)
      }
      if (!one.attacker.isAlive && answers[0].status !== 401) letIn.set(key, String(answers[0].status))
      if (isSame(one, answers) || one.exchanged.some(([id]) => setting.known.taken.has(id))) return
      different += 1
      // something of one's own may have changed in between: what is a finding shows again, in the other order
      const [twin, again] = [await ask(setting, one, one.twin), await ask(setting, one, one.request)]
      if (!isSame(one, [again, twin])) differences.set(key, describe(again, twin))
    })
    // taken by another hand while this answer was under way
    for (const id of setting.known.taken)
      for (const key of leaks.keys()) if (key.endsWith(id)) leaks.delete(key)
    const findings = [
      ...[...leaks.keys()].map((key) => `漏れ: ${key}`),
      ...[...differences].map(([key, text]) => `「ない」と「見せない」の答えが違う: ${key}: ${text}`),
      ...[...letIn].map(([key, status]) => `断られていない: ${key}: ${status}`),
    ]
    return {
      ...summary({
        sent,
        setting,
        control,
        tally,
        leaks: leaks.size,
        differences: differences.size,
        letIn: letIn.size,
        different,
      }),
      findings,
    }
  },
}

interface Counted {
  sent: number
  setting: Setting
  control: Control
  tally: Record<'statuses' | 'variants' | 'kinds', Tally>
  leaks: number
  differences: number
  letIn: number
  different: number
}

function summary({
  sent,
  setting,
  control,
  tally,
  leaks,
  differences,
  letIn,
  different,
}: Counted): Omit<Result, 'findings'> {
  const observations = [
    judged(
      '送った要求',
      `${setting.requests.toLocaleString('en')} 件(それぞれに「ない番号」の対)`,
      `${sent.toLocaleString('en')} 件と、その対`,
      sent >= setting.requests,
    ),
    judged(
      'よその保険者・センターの文と番号(本文・ヘッダー・Excel・CSV・PDF・イベント)',
      'どこにもない',
      `${leaks} 件`,
      leaks === 0,
    ),
    judged(
      '「ない」と「見せない」の状態・本文・ヘッダー',
      '同じ',
      `違うもの ${differences} 件(自分の記録の変化で一度だけ違ったもの ${different - differences} 件)`,
      differences === 0,
    ),
    judged(
      '生きていないセッション(期限切れ・放置・取り消し・退任・契約終了・偽・なし)',
      'すべて 401',
      `401 でないもの ${letIn} 件`,
      letIn === 0,
    ),
    judged(
      '見る目があるか: 自分の記録のしるしを同じ目で探す',
      'どの形の答えにも見つかる',
      `${control.let} 件が開き、${control.seen.words()}`,
      control.isSeen,
    ),
    told('答え', tally.statuses.words()),
    told('変え方', tally.variants.words()),
    told('開いて調べた答えの形', tally.kinds.words()),
  ]
  return {
    observations,
    raw: {
      sent,
      control: Object.fromEntries(control.seen.counts),
      ...Object.fromEntries(Object.entries(tally).map(([key, one]) => [key, Object.fromEntries(one.counts)])),
    },
  }
}

const ask = async (
  { target }: Setting,
  { route, attacker, headers }: Foreign,
  request: Foreign['request'],
): Promise<Answer> => {
  const call = await callOf(route, request, attacker.cookie)
  return send(target, { ...call, headers: { ...call.headers, ...headers } })
}

const pairOf = async (setting: Setting, one: Foreign): Promise<[Answer, Answer]> => [
  await ask(setting, one, one.request),
  await ask(setting, one, one.twin),
]

function isSame({ exchanged }: Foreign, [first, second]: readonly [Answer, Answer]): boolean {
  if (first.status !== second.status) return false
  if (first.status < 400) return true // let in: ids and times of what was made differ; leaks are looked for
  const without = (answer: Answer) =>
    exchanged.flat().reduce((rest, id) => rest.replaceAll(id, '<id>'), plain(answer.text))
  const heads = (answer: Answer) =>
    JSON.stringify(Object.entries(answer.headers).filter(([name]) => !VARYING.has(name)))
  return without(first) === without(second) && heads(first) === heads(second)
}

const describe = (one: Answer, other: Answer) =>
  [one, other].map(({ status, text }) => `${status} ${plain(text).slice(0, 160)}`).join(' ⇔ ')

function* take<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let left = count
  for (const item of items) {
    if (left-- <= 0) return
    yield item
  }
}

async function supplyOf({ world, routes, known, target }: Setting) {
  const own = new Map<Attacker, PlaceRecords>()
  for (const attacker of world.attackers) own.set(attacker, await world.records('own', attacker.actor))
  const client = new pg.Client(target.clients.superuser)
  await client.connect()
  const { rows } = await client.query<{ word: string }>(
    `select unnest(array[name, kana, insured_number]) as word from casework.person where insurer_id = $1 and insured_number is not null limit 40`,
    [world.elsewhere.id],
  )
  await client.end()
  return {
    routes,
    own,
    ...world.places,
    attackers: world.attackers,
    ids: [...known.foreign.keys()],
    words: rows.map(({ word }) => word.replace(/〔.*〕/, '')),
    insurerId: world.elsewhere.id,
  }
}

interface Control {
  let: number
  seen: Tally
  isSeen: boolean
}

/** The same eyes on one's own records: where they see nothing, "no leak" would say nothing. */
async function positiveControl({ world, routes, target }: Setting): Promise<Control> {
  const seen = new Tally()
  let isLet = 0
  for (const attacker of world.attackers.filter(({ isAlive }) => isAlive)) {
    const records = await world.records('own', attacker.actor)
    for (const route of routes.filter((one) => one.example && mayCall(attacker.actor.role, one))) {
      if (route.method !== 'GET' && !/export|list|search/.test(route.path)) continue
      const { query, body, ...rest } = route.example!.request(records, attacker.actor)
      const isTable = (of: unknown): of is object => typeof of === 'object' && of !== null && 'format' in of
      const formats = isTable(query) || isTable(body) ? ['csv', 'csv-cp932', 'xlsx'] : [undefined]
      for (const format of formats) {
        const put = <Of>(of: Of): Of => (format && isTable(of) ? { ...of, format } : of)
        const answer = await send(
          target,
          await callOf(route, { ...rest, query: put(query), body: put(body) }, attacker.cookie),
        )
        if (answer.status >= 300) continue
        isLet += 1
        const { kind, text } = await textsOf(answer)
        if (text.includes(MARKS.own)) seen.add(kind)
      }
    }
  }
  const kinds = ['text', 'excel', 'csv-cp932', 'pdf', 'events']
  return { let: isLet, seen, isSeen: kinds.every((kind) => seen.counts.has(kind)) }
}
