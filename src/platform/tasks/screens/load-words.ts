interface Load {
  weight: number
  kinds: readonly { label: string; count: number }[]
}

/** 「訪問モニタリング 2・月の連絡 1（重さ 7）」: kinds and figures only, never a person. */
export const kindsWord = ({ weight, kinds }: Load): string =>
  `${kinds.map(({ label, count }) => `${label} ${count}`).join('・')}（重さ ${weight}）`
