import { useQuery } from '@tanstack/react-query'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { usePathParam } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead, useCrumb, WithContext } from '../../../ui/shell/page.tsx'
import type { Rule } from '../schema.ts'
import { About } from './about.tsx'
import { ruleQuery } from './api.ts'
import { Doubt } from './doubt.tsx'
import { Trial } from './trial.tsx'

/** /rules/PRM-04: what a rule says, and a place to try it with one's own figures. */
export default function RulePage() {
  const id = usePathParam('id')
  const rule = useQuery(ruleQuery(id))
  useCrumb(rule.data?.title ?? null)
  if (rule.error) return <Failure error={rule.error} onRetry={() => void rule.refetch()} />
  if (!rule.data) return <Loading />
  return <RuleBody key={rule.data.id} rule={rule.data} />
}

function RuleBody({ rule }: { rule: Rule }) {
  const title = `${rule.title}（${rule.id}）`
  return (
    <>
      <PrintHead title={`試算 ${title}`} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-x-3">
            {rule.title}
            <span className="text-base font-normal text-soft">{rule.id}</span>
            <Doubt confidence={rule.isUnverified ? 'unverified' : rule.confidence} />
          </span>
        }
        lead={rule.meaning}
        actions={<PrintButton />}
      />
      <WithContext label="決まりと数値" context={<About rule={rule} />}>
        <Trial rule={rule} />
      </WithContext>
    </>
  )
}
