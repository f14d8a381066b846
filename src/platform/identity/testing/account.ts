import { randomUUID } from 'node:crypto'
import type { Actor, RoleName } from '../../access/index.ts'
import type { Clock } from '../../clock.ts'
import type { TestDatabase } from '../../database/testing/database.ts'
import { anActor, asOwner, setSetting, storeInsurer, type TestInsurer } from '../../testing/insurer.ts'
import { createIdentity, type Identity } from '../identity.ts'
import { TEST_SECRET } from './session-for.ts'

export const PASSWORD = 'midori-no-yama-7'
export const PUBLISHED = 'meguri-sample-2026'

/** A clock that is put forward by hand. */
export function movingClock(at: string): Clock & { move(step: Temporal.DurationLike): void } {
  let instant = Temporal.Instant.from(at)
  return {
    now: () => instant,
    today: () => instant.toZonedDateTimeISO('Asia/Tokyo').toPlainDate(),
    move(step) {
      instant = instant.add(step)
    },
  }
}

export const openIdentity = (database: TestDatabase, clock: Clock): Promise<Identity> =>
  createIdentity({
    identityConfig: database.client('identity'),
    clock,
    origin: undefined,
    secret: TEST_SECRET,
    publishedPasswords: [PUBLISHED],
  })

export interface TestAccount {
  actor: Actor
  insurer: TestInsurer
  staffNumber: string
}

/** As anInsurer, which is always a sample: whether one is never changes afterwards. */
async function anInsurerThat(
  database: TestDatabase,
  { isSample, twoFactorsRequired }: { isSample: boolean; twoFactorsRequired: boolean },
): Promise<TestInsurer> {
  const centres = { core: randomUUID(), branch: randomUUID(), a: randomUUID(), b: randomUUID() }
  const officeId = randomUUID()
  return asOwner(database, async (client) => {
    const id = await storeInsurer(client, isSample)
    await setSetting(client, id, 'security.two-factors', twoFactorsRequired)
    await client.query(
      `insert into registers.organisation (insurer_id, id, name, kind) values ($1, $2, '試験居宅介護支援事業所', 'care-office')`,
      [id, officeId],
    )
    await client.query(
      `insert into registers.centre (insurer_id, id, name, short_name, kind, parent_id, operation, valid_from)
       select $1, c.id, c.name, c.name, case when c.parent is null then 'standard' else 'branch' end, c.parent, 'direct', '2020-04-01'
       from (values ($2::uuid, '試験基幹', null::uuid), ($3, '試験ブランチ', $2), ($4, '試験A', null), ($5, '試験B', null))
         as c (id, name, parent)`,
      [id, centres.core, centres.branch, centres.a, centres.b],
    )
    return { id, centres, officeId }
  })
}

/** A member of staff of a new insurer that is no sample, with an account. */
export async function anAccount(
  database: TestDatabase,
  identity: Identity,
  {
    role = 'centreStaff' as RoleName,
    centre = 'a' as keyof TestInsurer['centres'],
    mustChangePassword = false,
    isSample = false,
    twoFactorsRequired = false,
  } = {},
): Promise<TestAccount> {
  const insurer = await anInsurerThat(database, { isSample, twoFactorsRequired })
  const actor = await anActor(database, insurer, role, centre)
  const staffNumber = `t${actor.staffId.slice(0, 13)}`
  await identity.createAccount({
    insurerId: insurer.id,
    staffId: actor.staffId,
    staffNumber,
    name: '試験 職員',
    password: PASSWORD,
    mustChangePassword,
  })
  return { actor, insurer, staffNumber }
}

/** Signs in and returns the Cookie header. @throws Error with the outcome when refused */
export async function cookieOf(
  identity: Identity,
  staffNumber: string,
  more: { password?: string; totp?: string; recoveryCode?: string } = {},
): Promise<string> {
  const result = await identity.signIn({ staffNumber, password: PASSWORD, ...more })
  if (result.outcome !== 'signed-in') throw new Error(result.outcome)
  return identity.cookie.pair(result.token)
}
