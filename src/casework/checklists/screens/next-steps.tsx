import { useEffect, useRef } from 'react'
import { buttonClass } from '../../../ui/button/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import type { Judgement } from '../codes.ts'
import type { Checklist } from './api.ts'
import { ANY_TIME } from './result-words.tsx'

/** What follows from the judgement: a proposal to the municipality, or the way to 認定. Nothing happens by itself. */
export function NextSteps({ record }: { record: Checklist }) {
  const may = useAbilities()
  const [saved] = useAddressWord('saved', '')
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Straight from the entry: the next key goes on from here.
    if (saved) first.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [saved])
  const judgement: Judgement | null = record.confirmation?.judgement ?? null
  if (record.withdrawnAt !== null || judgement === null) return null
  const registration = `/people/${record.person.id}/registrations/new?checklist=${record.id}`
  const mayRegister = may('registration.decide')
  const mayAsk = mayRegister || may('registration.propose')
  return (
    <section aria-label="次にすること" className="flex flex-col gap-2 print:hidden">
      <h2 className="font-bold">次にすること</h2>
      <div ref={first} className="flex flex-wrap items-center gap-2">
        {judgement === 'target' && mayAsk ? (
          <AppLink to={registration} className={buttonClass('primary')}>
            {mayRegister ? '登録する' : '市へ登録を依頼'}
          </AppLink>
        ) : null}
        <AppLink to={`/people/${record.person.id}/checklists`} className={buttonClass()}>
          {judgement === 'target' && mayAsk ? 'あとで' : 'この方のチェックリストへ'}
        </AppLink>
      </div>
      <p className="text-sm font-bold">{ANY_TIME}</p>
    </section>
  )
}
