import type { SampleTown } from '../city/towns.ts'
import { OLDER_BANDS, type Sex } from '../population.ts'
import type { Random } from '../random.ts'
import { drawAge } from './ages.ts'

/** Somebody of a town, with the household that was found for them. */
export interface Member {
  sex: Sex
  age: number
  household: number
  householdSize: number
  relationship: string
}

const MICRO = 1_000_000

/**
 * Counts of a town by sex and band, scaled. The running sum is rounded, not each cell: whatever the scale, the whole city has
 * round(total × scale) people and no cell is off by more than one.
 */
export class ScaledCount {
  private seen = 0
  private given = 0
  private readonly micro: number

  constructor(scale: number) {
    this.micro = Math.round(scale * MICRO)
  }

  next(count: number): number {
    this.seen += count
    const upTo = Math.floor((this.seen * this.micro + MICRO / 2) / MICRO)
    const result = upTo - this.given
    this.given = upTo
    return result
  }
}

/** The people of a town, oldest first, men and women apart. */
function drawMembers(town: SampleTown, scaled: ScaledCount, random: Random): Record<Sex, Member[]> {
  const of = (sex: Sex): Member[] => {
    const members: Member[] = []
    OLDER_BANDS.forEach((band, at) => {
      for (let count = scaled.next(town.source.older[sex][at]!); count > 0; count--) {
        const age = drawAge(sex, band, random)
        members.push({ sex, age, household: -1, householdSize: 1, relationship: '世帯主' })
      }
    })
    return members.sort((a, b) => b.age - a.age)
  }
  return { male: of('male'), female: of('female') }
}

/**
 * Forms households: two men in three live with a wife of about their age; of those left, some aged 88 and over live with a
 * son or daughter of 65 to 72; the rest live alone or with younger people whom the sample does not hold.
 * @param firstHousehold number of the first household of this town
 */
export function settle(
  town: SampleTown,
  scaled: ScaledCount,
  random: Random,
  firstHousehold: number,
): { members: Member[]; households: number } {
  const { male, female } = drawMembers(town, scaled, random)
  let next = firstHousehold
  const house = (head: Member, other: Member, relationship: string) => {
    head.household = other.household = next++
    head.householdSize = other.householdSize = 2
    other.relationship = relationship
  }
  let wifeAt = 0
  for (const man of male) {
    while (wifeAt < female.length && female[wifeAt]!.age > man.age + 2) wifeAt++
    const wife = female[wifeAt]
    if (!wife || !random.chance(660) || man.age - wife.age > 12) continue
    house(man, wife, '妻')
    wifeAt++
  }
  const alone = [...male, ...female].filter((member) => member.household < 0)
  const children = alone.filter((member) => member.age <= 72)
  for (const parent of alone) {
    if (parent.age < 88 || !random.chance(150)) continue
    const child = children.pop()
    if (child) house(parent, child, child.sex === 'male' ? '子（長男）' : '子（長女）')
  }
  for (const member of alone) if (member.household < 0) member.household = next++
  return { members: [...male, ...female], households: next - firstHousehold }
}
