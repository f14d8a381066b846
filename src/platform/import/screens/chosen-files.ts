type Named = { name: string; size: number }

const MAX_ALL_BYTES = 24 * 1024 * 1024
const MAX_ONE_BYTES = 20 * 1024 * 1024

/** 1.2 MB, 34 KB: rounded up, so that nothing looks empty. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(Math.ceil((bytes * 10) / 1024 / 1024) / 10).toFixed(1)} MB`
    : `${Math.ceil(bytes / 1024).toLocaleString('ja-JP')} KB`

/** Adds files to those chosen; of two with one name the later stays. What cannot be sent is left out and said. */
export function chooseFiles<T extends Named>(
  chosen: readonly T[],
  given: Iterable<T>,
  extensions: readonly string[],
): { kept: T[]; complaint: string | null } {
  const complaints: string[] = []
  let kept = [...chosen]
  for (const file of given) {
    const rest = kept.filter(({ name }) => name !== file.name)
    const sum = rest.reduce((bytes, { size }) => bytes + size, file.size)
    if (!extensions.some((extension) => file.name.toLowerCase().endsWith(extension)))
      complaints.push(`${file.name} は選べません。${extensions.join('、')} のファイルを選んでください。`)
    else if (file.size > MAX_ONE_BYTES)
      complaints.push(`${file.name} は20 MBを超えています。ファイルを分けてください。`)
    else if (sum > MAX_ALL_BYTES)
      complaints.push(`${file.name} を加えると合わせて24 MBを超えます。二度に分けて読み込んでください。`)
    else kept = [...rest, file]
  }
  return { kept, complaint: complaints.length > 0 ? complaints.join('') : null }
}
