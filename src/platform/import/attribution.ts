import type { Attribution } from '../../exchange/tabular/index.ts'

/** What is stored of where a file comes from: its own words first, then those of its loader, never ours. */
export interface StatedAttribution {
  from: 'file' | 'loader' | 'none'
  attribution: string | null
  licence: string | null
  sourceAddress: string | null
}

/** @param stated 出典 as the loader gave it; used only for a file that carries none */
export function attributionOf(ofFile: Attribution | undefined, stated: string | null): StatedAttribution {
  if (ofFile?.name) {
    return {
      from: 'file',
      attribution: ofFile.name,
      licence: ofFile.license || null,
      sourceAddress: ofFile.downloadFrom || null,
    }
  }
  const licence = ofFile?.license || null
  const sourceAddress = ofFile?.downloadFrom || null
  return { from: stated ? 'loader' : 'none', attribution: stated, licence, sourceAddress }
}

const licenceNames: readonly [RegExp, string][] = [
  [/creativecommons\.org\/licenses\/by\/(\d\.\d)/, 'クリエイティブ・コモンズ 表示 $1'],
  [/creativecommons\.org\/publicdomain\/zero\/(\d\.\d)/, 'CC0 $1'],
]

/** `出典: 高松市（クリエイティブ・コモンズ 表示 3.0）`: the line that stands beside every figure made from a file. */
export function attributionLine(stored: {
  attribution: string | null
  licence: string | null
  fileName: string
}): string {
  if (stored.attribution === null) return `出典の記載がないファイル（${stored.fileName}）`
  const licence = stored.licence === null ? '' : `（${licenceName(stored.licence)}）`
  return `出典: ${stored.attribution}${licence}`
}

function licenceName(licence: string): string {
  for (const [pattern, name] of licenceNames) {
    const version = pattern.exec(licence)?.[1]
    if (version) return name.replace('$1', version)
  }
  return licence
}
