/** The top of a file as it stands; the areas' previews have these. */
export interface SeenFile {
  encoding: string
  sheetNames: readonly string[]
  top: readonly { rowNumber: number; cells: readonly string[] }[]
  headerRow: number
}

export interface KeptProfile {
  id: string
  version: number
  name: string
}

/** A saved mapping that fits a file, and how the file's headings differ from those it was made for. */
export interface OfferedProfile {
  profile: { id: string; name: string }
  differences: {
    missing: readonly string[]
    added: readonly string[]
    renamed: readonly { from: string; to: string }[]
  }
}
