/** 出典 under a list made from the files, in the words that their terms ask for. */
export function Sources({ lines }: { lines: readonly string[] }) {
  return (
    <p className="mt-1 text-xs text-soft">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
      サービスごとのファイルを事業所番号と市区町村でまとめています。
    </p>
  )
}
