import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Status, type Tone } from '../../../ui/status/index.ts'
import type { CellBody } from '../schema.ts'
import type { CarryItem } from './api.ts'
import { placeText } from './place-words.tsx'

export type Decide = (decisions: { bindingId: string; take: CellBody | null }[]) => void

const OUTCOMES: Record<CarryItem['outcome'], { tone: Tone; word: string }> = {
  same: { tone: 'good', word: '同じ' },
  moved: { tone: 'info', word: '動いた' },
  changed: { tone: 'caution', word: '見出しが変わった' },
  several: { tone: 'caution', word: '同じ見出しが複数' },
  vanished: { tone: 'danger', word: '見つからない' },
}
const PARTS = { sheet: 'シート', title: '表題', row: '行', column: '列' } as const

/** A cell of the edition before beside what was found of it; the words that differ stand against each other. */
export function CarryRow({ item, onDecide, isBusy }: { item: CarryItem; onDecide: Decide; isBusy: boolean }) {
  const { binding, outcome, candidates } = item
  const [at, setAt] = useState(outcome === 'several' ? -1 : 0)
  const chosen = candidates[at]
  const { tone, word } = OUTCOMES[outcome]
  const take = () => {
    if (!chosen) return
    const { sheetIndex, row, column } = chosen
    onDecide([{ bindingId: binding.id, take: { sheet: sheetIndex, row, column } }])
  }
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="px-2 py-1 text-left font-normal">
        {binding.label}
        <span className="block text-xs text-soft">{binding.sourceLabel}</span>
      </th>
      <td className="px-2 py-1">
        <CellWords sheet={binding.sheet} address={binding.address} place={binding.place} />
      </td>
      <td className="px-2 py-1">
        <Status tone={tone}>{word}</Status>
      </td>
      <td className="px-2 py-1">
        {candidates.length === 0 ? (
          <span className="text-soft">似た見出しの欄もありません</span>
        ) : (
          <Candidates item={item} at={at} onChange={setAt} />
        )}
      </td>
      <td className="px-2 py-1">
        <div className="flex flex-col items-start gap-1 whitespace-nowrap">
          {candidates.length > 0 ? (
            <Button
              size="small"
              isDisabled={isBusy || !chosen || chosen.isTaken}
              aria-label={`${binding.label}を${chosen ? `${chosen.sheet} ${chosen.address} に` : ''}引き継ぐ`}
              onPress={take}
            >
              引き継ぐ
            </Button>
          ) : null}
          <Button
            size="small"
            look="quiet"
            isDisabled={isBusy}
            aria-label={`${binding.label}を引き継がない`}
            onPress={() => onDecide([{ bindingId: binding.id, take: null }])}
          >
            引き継がない
          </Button>
        </div>
      </td>
    </tr>
  )
}

function CellWords({
  sheet,
  address,
  place,
}: {
  sheet: string
  address: string
  place: CarryItem['binding']['place']
}) {
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">
        {sheet} {address}
      </span>
      <span className="block">{placeText(place)}</span>
    </>
  )
}

function Candidates({ item, at, onChange }: { item: CarryItem; at: number; onChange: (at: number) => void }) {
  const { binding, candidates } = item
  return (
    <ul className="flex flex-col gap-1">
      {candidates.map((candidate, index) => (
        <li key={`${candidate.sheet} ${candidate.address}`}>
          {candidates.length > 1 ? (
            <label className="flex items-start gap-1.5">
              <input
                type="radio"
                name={binding.id}
                className="mt-1 size-4"
                checked={index === at}
                onChange={() => onChange(index)}
              />
              <span>
                <CellWords {...candidate} />
              </span>
            </label>
          ) : (
            <CellWords {...candidate} />
          )}
          {candidate.isTaken ? (
            <span className="block text-xs text-caution">ほかの数がすでに入っています</span>
          ) : null}
          {candidate.differences.map(({ part, before, after }) => (
            <span key={part} className="block text-xs">
              <span className="text-soft">{PARTS[part]}: </span>
              <del className="text-danger">{before || '（なし）'}</del>
              {' → '}
              <ins className="font-bold no-underline">{after || '（なし）'}</ins>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
