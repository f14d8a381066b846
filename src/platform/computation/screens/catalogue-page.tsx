import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { Help } from '../../../ui/help/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { RuleSummary } from '../schema.ts'
import { rulesQuery } from './api.ts'
import { Doubt } from './doubt.tsx'
import { findRules, groupsOf } from './find.ts'

/** 試算: every rule that can be computed, by subject. */
export default function CataloguePage() {
  const rules = useQuery(rulesQuery)
  return (
    <>
      <PrintHead title="試算" />
      <PageHead
        title="試算"
        lead="法令や通知の計算を、式と出典を見ながら、自分の数字で確かめます。入力した数字は保存しません。"
        actions={<PrintButton />}
      />
      {rules.error ? <Failure error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.isPending ? <Loading /> : null}
      {rules.data ? <Catalogue rules={rules.data} /> : null}
    </>
  )
}

function Catalogue({ rules }: { rules: RuleSummary[] }) {
  const [words, setWords] = useState('')
  const [show, setShow] = useAddressWord('show', '')
  const unread = rules.filter(({ isUnverified }) => isUnverified)
  const found = findRules(show === 'unverified' ? unread : rules, words)
  return (
    <>
      <div className="mb-2 flex flex-wrap items-end gap-x-6 gap-y-2 print:hidden">
        <TextField name="words" label="名前・番号・内容で探す" value={words} onChange={setWords} width={20} />
        <FilterChips
          label="絞り込み"
          chips={[{ id: 'unverified', label: '出典未確認', count: unread.length }]}
          selected={show ? [show] : []}
          onChange={([chosen = '']) => setShow(chosen)}
          isSingle
        />
      </div>
      <Help label="「出典未確認」などのしるし">
        <ul className="list-disc pl-5">
          <li>出典未確認: 式か、今日の数値のどれかを、まだ法令や通知の原文で確かめていません。</li>
          <li>二次資料: 自治体の資料など、法令そのものでない資料で確かめました。</li>
          <li>本ソフトの決め: 法令に定めがなく、このソフトで決めました。</li>
        </ul>
      </Help>
      <p role="status" className="my-3 text-sm">
        {found.length.toLocaleString('ja-JP')}件を表示（全{rules.length.toLocaleString('ja-JP')}件）
      </p>
      {found.length === 0 ? (
        <Empty title="当てはまる計算はありません">短い言葉にするか、絞り込みを外してみてください。</Empty>
      ) : null}
      {groupsOf(found).map(([group, members]) => (
        <Group key={group} title={group} rules={members} />
      ))}
    </>
  )
}

function Group({ title, rules }: { title: string; rules: RuleSummary[] }) {
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="mb-1 border-b border-line pb-1 text-lg font-bold">{title}</h2>
      <ul>
        {rules.map((rule) => (
          <li
            key={rule.id}
            className="grid gap-x-4 border-b border-line py-1.5 text-sm md:grid-cols-[9rem_minmax(12rem,20rem)_minmax(0,1fr)]"
          >
            <span className="text-soft tabular-nums">{rule.id}</span>
            <span className="flex flex-wrap items-start gap-x-2 gap-y-1">
              <AppLink to={`/rules/${encodeURIComponent(rule.id)}`}>{rule.title}</AppLink>
              <Doubt confidence={rule.isUnverified ? 'unverified' : rule.confidence} />
            </span>
            <span className="text-soft">{rule.meaning}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
