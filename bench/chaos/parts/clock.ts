import { existsSync, globSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { observationsOf } from '../check.ts'
import { judged, NotPossible, type Part } from '../part.ts'
import { Person, startWriting, writersOf } from '../people.ts'
import { freshPlace, tryMeguri } from '../place.ts'
import { withSuperuser } from '../superuser.ts'
import { Supervised } from '../supervised.ts'

const HOURS = 2

/** The clock of the server and its PostgreSQL alone, by libfaketime; timers go on as they are. */
function clockAt(hours: number): Record<string, string> {
  const [library] = globSync('/usr/lib/*/faketime/libfaketime.so.1')
  if (!library || !existsSync(library))
    throw new NotPossible('時計をずらす libfaketime がありません(Debian では apt-get install faketime)。')
  return { LD_PRELOAD: library, FAKETIME: `${hours}h`, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
}

export const clock: Part = {
  name: 'clock',
  title: '時計が戻る',
  seconds: 10,
  async run({ seconds }) {
    const back = clockAt(-HOURS)
    const dataDir = await freshPlace('clock')
    let server = await Supervised.start(dataDir)
    try {
      const first = await startWriting([server.origin])
      const person = new Person(server.origin, writersOf()[0]!.staffNumber)
      await person.signIn()
      await sleep(seconds * 500)
      const before = await first.stop()
      await server.stop()

      server = await Supervised.start(dataDir, back)
      person.origin = server.origin
      const stillIn = await person.ask('GET', '/api/session')
      const second = await startWriting([server.origin])
      await sleep(seconds * 500)
      const during = await second.stop()
      const verifiedBack = await tryMeguri(['audit', 'verify', '--data', dataDir])
      const backdated = await withSuperuser(dataDir, async (client) => {
        const { rows } = await client.query<{ n: number }>(
          `select count(*)::int as n from audit.line where at < now() - interval '${HOURS - 1} hours'
             and at > now() - interval '${HOURS + 1} hours' and action = 'consultation.created'`,
        )
        return rows[0]!.n
      })
      await server.stop()

      server = await Supervised.start(dataDir)
      const third = await startWriting([server.origin])
      await sleep(seconds * 300)
      const after = await third.stop()
      const all = await Promise.all([before, during, after].map((ledger) => observationsOf(ledger, dataDir)))
      const bad = all.flatMap(({ observations }) => observations.filter(({ isGood }) => isGood === false))
      const acknowledged = [before, during, after].map(
        ({ deeds }) => deeds.filter(({ version }) => version > 0).length,
      )
      return {
        did: `書いたあとでサーバーを止め、サーバーと PostgreSQL の時計を ${HOURS} 時間戻して(libfaketime)始めて書き、また正しい時計で始めて書いた。`,
        observations: [
          judged(
            '保存したと答えた記録(前・戻った間・あと)',
            '失われず、二重にならず、半端でない。監査の鎖は異常なし',
            `${acknowledged.join('・')} 件。外れたこと ${bad.length}${bad.length > 0 ? `: ${bad.map(({ what, seen }) => `${what}: ${seen}`).join('。')}` : ''}`,
            bad.length === 0 && Math.min(...acknowledged) > 0,
          ),
          judged(
            '戻った間に書いた監査の行',
            '戻った時刻のまま残り、封印の順は崩れない',
            `${backdated} 行。その間の audit verify は ${verifiedBack.code} で終わった`,
            backdated > 0 && verifiedBack.code === 0,
          ),
          judged(
            '時計が戻る前からのサインイン',
            '断られるか、そのまま続く(500 にならない)',
            `${stillIn.status}`,
            [200, 401].includes(stillIn.status),
          ),
        ],
        meaning:
          '監査の順は時刻ではなく封印の番号で決まるので、時計が戻っても順は崩れませんが、戻った間の行には違う時刻が残ります。時計は chrony などで合わせ、合わせ直した日時を控えてください。認証アプリの 6 けたは、前後 30 秒より大きくずれると通りません。使ったコードは時刻によらず覚えているので、時計が戻っても二度は使えません。',
        raw: { acknowledged, backdated, bad, verify: verifiedBack.text.split('\n').slice(-4) },
      }
    } finally {
      await server.stop()
    }
  },
}
