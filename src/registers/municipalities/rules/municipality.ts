import type { Confidence, MunicipalityKind } from '../../../exchange/municipality-codes/index.ts'
import { foldName } from '../../../platform/text/index.ts'

/** A 都道府県 or 市区町村 as it is on a day. */
export interface Municipality {
  /** six digits */
  code: string
  /** 札幌市中央区, without blanks */
  name: string
  /** hiragana; '' where no file gives it */
  kana: string
  /** key of the name */
  fold: string
  /** six digits; of a prefecture its own */
  prefectureCode: string
  kind: MunicipalityKind
  /** the designated city of a ward */
  parentCode: string | null
  /** degrees, of the town hall; null: not given */
  latitude: number | null
  longitude: number | null
  /** first and last day; null: before what we know · open */
  validFrom: string | null
  validTo: string | null
  /** what followed after the last day; several: it was divided */
  successorCodes: string[]
  /** of the days; null: no change is known */
  confidence: Confidence | null
}

/** Key of a name: 金ケ崎町 and 金ヶ崎町, 「札幌市 中央区」 and 札幌市中央区 are one. */
export const foldMunicipality = (name: string): string => foldName(name)

/** Insurers are municipalities and unions of them: no prefecture, no ward of a designated city. */
export const isBasic = ({ kind }: Pick<Municipality, 'kind'>): boolean =>
  kind !== 'prefecture' && kind !== 'ward'
