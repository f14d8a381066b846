import type { BenefitShares } from '../../../law/insurer/funding-shares.ts'
import { type Direction, divide, product, type Ratio } from '../../../platform/exact/index.ts'
import { sumOf } from '../../premium/rules/yearly.ts'

/** How a division is done; a rule hands in its own `round`, which tells the loss. */
export type Divide = (label: string, exact: Ratio, direction: Direction) => number

export interface Split {
  /** without 調整交付金 */
  nationYen: number
  adjustmentGrantYen: number
  prefectureYen: number
  municipalityYen: number
  /** 第2号被保険者 */
  category2Yen: number
  /** 第1号被保険者: what the others leave */
  category1Yen: number
}

/** α and the other shares as parts of one amount. */
export interface AmountShares {
  public: BenefitShares
  /** 58567 is 5.8567 % */
  grantPerMillion: number
  category2PerMille: number
}

const MILLION = 1000 * 1000

/**
 * One amount among its payers, each to 1 yen half up and the difference to 第1号. Where rounding up alone would leave 第1号 below zero,
 * those whose share grew most are cut instead.
 * @param shares that sum to the whole at most
 * @returns parts that sum to the amount, none below zero
 * @source 介護保険法第121条～第125条
 */
export function splitAmount(
  amountYen: number,
  { public: shares, grantPerMillion, category2PerMille }: AmountShares,
  by: Divide = (_, exact, direction) => divide(exact, direction),
): Split {
  const exact = (share: number, of: number): Ratio => ({ over: product(amountYen, share), under: of })
  const parts = withoutDebt(amountYen, {
    nationYen: ['国の負担', exact(shares.nationPerMille, 1000)],
    adjustmentGrantYen: ['調整交付金', exact(grantPerMillion, MILLION)],
    prefectureYen: ['都道府県の負担', exact(shares.prefecturePerMille, 1000)],
    municipalityYen: ['市町村の負担', exact(shares.municipalityPerMille, 1000)],
    category2Yen: ['第2号被保険者の負担', exact(category2PerMille, 1000)],
  })
  const yen = (name: Payer) => by(...parts[name])
  const others = {
    nationYen: yen('nationYen'),
    adjustmentGrantYen: yen('adjustmentGrantYen'),
    prefectureYen: yen('prefectureYen'),
    municipalityYen: yen('municipalityYen'),
    category2Yen: yen('category2Yen'),
  }
  return { ...others, category1Yen: amountYen - sumOf(Object.values(others)) }
}

type Payer = Exclude<keyof Split, 'category1Yen'>

/** Half up; cut for as many payers as yen are missing when all are half up, whoever grew most first. */
function withoutDebt(
  amountYen: number,
  parts: Record<Payer, readonly [label: string, exact: Ratio]>,
): Record<Payer, [label: string, exact: Ratio, direction: Direction]> {
  const payers = Object.keys(parts) as Payer[]
  const halfUp = payers.map((payer) => divide(parts[payer][1], 'half-up'))
  const missing = Math.max(0, sumOf(halfUp) - amountYen)
  const grown = new Map(payers.map((payer, at) => [payer, millionthsOver(halfUp[at]!, parts[payer][1])]))
  const cut = payers.toSorted((a, b) => grown.get(b)! - grown.get(a)!).slice(0, missing)
  const way = (payer: Payer): Direction => (cut.includes(payer) ? 'down' : 'half-up')
  return Object.fromEntries(payers.map((payer) => [payer, [...parts[payer], way(payer)]])) as ReturnType<
    typeof withoutDebt
  >
}

/** What rounding added, in millionths of a yen. */
const millionthsOver = (yen: number, { over, under }: Ratio): number =>
  Number(((BigInt(yen) * BigInt(under) - BigInt(over)) * BigInt(MILLION)) / BigInt(under))

/** A share of the public part (1 − α) as ten-thousandths of the whole: 38.5 % is 3850. */
export const shareOfPublic = (sharePerMille: number, category1PerMille: number): Ratio => ({
  over: product(sharePerMille, 1000 - category1PerMille, 10),
  under: 1000,
})

/** 包括的支援事業・任意事業: the same split, the public part divided among the three, nothing of 調整交付金 and 第2号. */
export function splitComprehensive(
  amountYen: number,
  shares: BenefitShares,
  category1PerMille: number,
  by: Divide = (_, exact, direction) => divide(exact, direction),
): Split {
  const part = (label: string, sharePerMille: number) =>
    by(label, publicPart(amountYen, sharePerMille, category1PerMille), 'half-up')
  const nationYen = part('国の負担', shares.nationPerMille)
  const prefectureYen = part('都道府県の負担', shares.prefecturePerMille)
  const municipalityYen = part('市町村の負担', shares.municipalityPerMille)
  return {
    nationYen,
    adjustmentGrantYen: 0,
    prefectureYen,
    municipalityYen,
    category2Yen: 0,
    category1Yen: amountYen - nationYen - prefectureYen - municipalityYen,
  }
}

/** amount × (1 − α) × share, exact. */
export const publicPart = (amountYen: number, sharePerMille: number, category1PerMille: number): Ratio => ({
  over: product(amountYen, sharePerMille, 1000 - category1PerMille),
  under: MILLION,
})
