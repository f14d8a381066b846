interface LocalClass {
  code: string
  label: string
}

/** 「1 事業対象者1」 a line; empty for none. */
export const classLines = (value: unknown): string =>
  Array.isArray(value) ? (value as LocalClass[]).map(({ code, label }) => `${code} ${label}`).join('\n') : ''

/** Lines as classes; which line cannot be read, and how it should look. Blank lines do not count. */
export function readClasses(typed: string): { classes: LocalClass[] } | { problem: string } {
  const classes: LocalClass[] = []
  for (const [at, raw] of typed.split('\n').entries()) {
    const line = raw.replaceAll('\u3000', ' ').trim()
    if (line === '') continue
    const [code = '', ...rest] = line.split(/\s+/u)
    const label = rest.join(' ')
    if (label === '') return { problem: `${at + 1}行目「${line}」: コードと名称を空白で区切ってください。` }
    if (classes.some((one) => one.code === code))
      return { problem: `${at + 1}行目: コード「${code}」が重なっています。別のコードにしてください。` }
    classes.push({ code, label })
  }
  return { classes }
}
