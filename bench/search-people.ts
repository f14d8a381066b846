import type pg from 'pg'
import { searchFields } from '../src/casework/people/rules/search-fields.ts'
import { foldKana } from '../src/platform/text/index.ts'
import { withoutIndexes } from '../src/sample/loading/indexes.ts'
import { NameBook } from '../src/sample/names.ts'
import { streamOf } from '../src/sample/random.ts'

/** An invented person of the bench; the same seed gives the same people. */
export interface BenchPerson {
  n: number
  centre: number
  name: string
  kana: string
  kanaFold: string
  birthOn: string
  town: number
  phone: string
  insuredNumber: string
}

export const CENTRES = 7
const TOWNS = 300
/** Letters of folded kana, so that an exchanged letter is never the same sound. */
export const LETTERS = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン',
]
const KANJI = [
  ...'見本例示仮名架空試作練習模擬雛形想定川山田野原村島森沢谷橋井崎浜岡花子一二三郎美代信夫春秋',
]

/** Deterministic numbers in [0, 1): mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!

/** `count` different words; the shares of their lengths in per cent. */
function words(random: () => number, count: number, shares: Readonly<Record<number, number>>) {
  const lengths = Object.entries(shares).flatMap(([length, share]) =>
    Array<number>(share).fill(Number(length)),
  )
  const kanas = new Set<string>()
  while (kanas.size < count)
    kanas.add(Array.from({ length: pick(random, lengths) }, () => pick(random, LETTERS)).join(''))
  return [...kanas].map((kana) => ({ kana, kanji: pick(random, KANJI) + pick(random, KANJI) }))
}

/** Few surnames are many people: the share falls with the rank, as in life (the first about one in sixty). */
const skewed = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.min(from.length - 1, Math.floor(from.length * random() ** 2.2))]!

/** 'spread': syllables put together at will · 'sample': the few, similar names of the sample, a harder case than life. */
export type NameSource = 'spread' | 'sample'

/** Draws names of the source. */
function drawNames(source: NameSource, random: () => number, seed: number) {
  if (source === 'sample') {
    const book = new NameBook(seed)
    const stream = streamOf(seed, 'bench')
    return (n: number) => {
      const draw = stream(n)
      const sex = n % 2 ? 'male' : 'female'
      return {
        family: book.surname(book.drawSurname(draw)),
        own: book.givenName(sex, book.drawGiven(sex, draw)),
      }
    }
  }
  const families = words(random, 3000, { 2: 12, 3: 35, 4: 43, 5: 10 })
  const given = words(random, 1500, { 2: 25, 3: 50, 4: 25 })
  return () => ({ family: skewed(random, families), own: skewed(random, given) })
}

export function inventPeople(count: number, source: NameSource, seed = 1): BenchPerson[] {
  const random = randomOf(seed)
  const drawName = drawNames(source, random, seed)
  return Array.from({ length: count }, (_, n) => {
    const { family, own } = drawName(n)
    const [name, kana] = [`${family.kanji} ${own.kanji}`, `${family.kana} ${own.kana}`]
    const birth = new Date(Date.UTC(1926, 0, 1) + Math.floor(random() * 13000) * 86_400_000)
    return {
      n,
      centre: Math.floor(random() * CENTRES),
      name,
      kana,
      kanaFold: foldKana(kana),
      birthOn: birth.toISOString().slice(0, 10),
      town: Math.floor(random() * TOWNS),
      phone: `000-${String(Math.floor(random() * 10_000)).padStart(4, '0')}-${String(Math.floor(random() * 10_000)).padStart(4, '0')}`,
      insuredNumber: String(n).padStart(10, '0'),
    }
  })
}

export interface BenchInsurer {
  id: number
  centreIds: string[]
  staffId: string
}

/** Stores the people with their keys as the owner; indexes are built afterwards. The database has to be empty. */
export async function storePeople(client: pg.Client, people: readonly BenchPerson[]): Promise<BenchInsurer> {
  const id = 999_999
  await client.query('begin')
  await client.query(
    `insert into registers.insurer (insurer_id, insurer_number, name, kind, is_sample) values ($1, '999999', '測定市（架空）', 'municipality', true)`,
    [id],
  )
  const centres = await client.query<{ id: string }>(
    `insert into registers.centre (insurer_id, name, short_name, kind, operation, valid_from)
      select $1, '測定センター' || n, n::text, 'standard', 'contracted', '2020-04-01' from generate_series(1, $2) n returning id`,
    [id, CENTRES],
  )
  const towns = await client.query<{ id: string; name: string }>(
    `insert into registers.town (insurer_id, name, kana, fold)
      select $1, '見本' || n || '町', n::text, '見本' || n || '町' from generate_series(1, $2) n returning id, name`,
    [id, TOWNS],
  )
  const staff = await client.query<{ id: string }>(
    `insert into registers.staff (insurer_id, staff_number, name, kana, profession, valid_from)
      values ($1, 'bench', '測定 職員', 'ソクテイ ショクイン', 'other', '2020-04-01') returning id`,
    [id],
  )
  const restore = await withoutIndexes(client)
  const centreIds = centres.rows.map((row) => row.id)
  for (let at = 0; at < people.length; at += 5000) {
    await storeChunk(client, id, people.slice(at, at + 5000), centreIds, towns.rows)
  }
  await restore(() => {})
  await client.query('commit')
  await client.query('vacuum analyze casework.person')
  await client.query('vacuum analyze casework.person_key')
  return { id, centreIds, staffId: staff.rows[0]!.id }
}

async function storeChunk(
  client: pg.Client,
  insurerId: number,
  people: readonly BenchPerson[],
  centreIds: readonly string[],
  towns: readonly { id: string; name: string }[],
): Promise<void> {
  const rows = people.map((person) => {
    const town = towns[person.town]!
    const address = { townName: town.name, addressRest: `${1 + (person.n % 40)}番地`, building: null }
    const search = searchFields({ ...person, ...address, isProtected: false })
    return { person, town, search, centreId: centreIds[person.centre] }
  })
  const stored = await client.query<{ id: string; number: string }>(
    `insert into casework.person (insurer_id, centre_id, town_id, insured_number, name, kana, name_fold, kana_fold,
        birth_on, sex, address_fold, phone, phone_fold, source)
      select $1, r.* , 'hand' from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::date[], $10::text[], $11::text[], $12::text[], $13::text[]) r
      returning id, insured_number as number`,
    [
      insurerId,
      rows.map((row) => row.centreId),
      rows.map((row) => row.town.id),
      rows.map((row) => row.person.insuredNumber),
      rows.map((row) => row.person.name),
      rows.map((row) => row.person.kana),
      rows.map((row) => row.search.nameFold),
      rows.map((row) => row.search.kanaFold),
      rows.map((row) => row.person.birthOn),
      rows.map((row) => (row.person.n % 2 ? 'male' : 'female')),
      rows.map((row) => row.search.addressFold),
      rows.map((row) => row.person.phone),
      rows.map((row) => row.search.phoneFold),
    ],
  )
  const idOf = new Map(stored.rows.map((row) => [row.number, row.id]))
  const keys = rows.flatMap(({ person, search }) =>
    [...new Set(search.keys)].map((key) => ({ id: idOf.get(person.insuredNumber), key })),
  )
  await client.query(
    'insert into casework.person_key (insurer_id, person_id, key) select $1, * from unnest($2::uuid[], $3::text[])',
    [insurerId, keys.map((row) => row.id), keys.map((row) => row.key)],
  )
}
