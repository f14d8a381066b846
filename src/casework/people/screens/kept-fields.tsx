import type { ReactNode } from 'react'
import type { SheetPerson } from '../schema-sheet.ts'
import { addressWord, birthWord, sexWord } from './words.ts'

/** What the core system keeps: shown, with the reason why it cannot be typed over. */
export function KeptFields({ person }: { person: SheetPerson }) {
  const facts: [string, ReactNode][] = [
    ['氏名', `${person.name}（${person.kana}）`],
    ['生年月日', birthWord(person)],
    ['性別', sexWord(person.sex)],
    ['被保険者番号', person.insuredNumber ?? 'なし'],
    ['続柄', person.relationship ?? '登録なし'],
    ['住所', addressWord(person.address)],
  ]
  return (
    <section aria-labelledby="kept-heading" className="rounded-lg border border-line bg-ground p-3">
      <h2 id="kept-heading" className="font-bold">
        基幹系システムから取り込む項目（ここでは直せません）
      </h2>
      <p className="text-sm text-soft">
        住民記録・被保険者台帳の内容です。違っているときは、市の担当課に訂正を依頼してください。次の取り込みで入れ替わります。
      </p>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="w-28 shrink-0 text-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
