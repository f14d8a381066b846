import { useQuery } from '@tanstack/react-query'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import type { NewPost } from '../schema.ts'
import { choicesQuery } from './api.ts'

/** A post as it stands in the form: anything may still be missing. */
export type PostDraft = {
  role: string
  centreId: string
  organisationId: string
  validFrom: IsoDate | null
  validTo: IsoDate | null
}
export const emptyPost = (today: IsoDate): PostDraft => ({
  role: '',
  centreId: '',
  organisationId: '',
  validFrom: today,
  validTo: null,
})

/** What is sent; the form has seen to it that the first day is there. */
export const postOf = ({ role, centreId, organisationId, validFrom, validTo }: PostDraft): NewPost => ({
  role,
  centreId: centreId || null,
  organisationId: organisationId || null,
  validFrom: validFrom ?? '',
  validTo,
})

type PostFieldsProps = {
  post: PostDraft
  onChange: (post: PostDraft) => void
  /** in front of the names under which the server refuses: 'post.' */
  prefix: string
}

const options = (entries: readonly { id: string; name: string }[]) =>
  entries.map(({ id, name }) => ({ value: id, label: name }))

/** Role, place and days of a post; a role asks for the place it needs and for no other. */
export function PostFields({ post, onChange, prefix }: PostFieldsProps) {
  const choices = useQuery(choicesQuery)
  const roles = choices.data?.roles ?? []
  const reach = roles.find(({ role }) => role === post.role)?.reach
  const put = (change: Partial<PostDraft>) => onChange({ ...post, ...change })
  if (choices.error) return <Failure error={choices.error} onRetry={() => void choices.refetch()} />
  return (
    <>
      <SelectField
        name={`${prefix}role`}
        label="役割"
        description="見られる記録と、できることは、役割で決まります。"
        value={post.role}
        onChange={(role) => put({ role, centreId: '', organisationId: '' })}
        options={roles.map(({ role, label }) => ({ value: role, label }))}
        isRequired
      />
      {reach === 'centre' ? (
        <SelectField
          name={`${prefix}centreId`}
          label="センター"
          value={post.centreId}
          onChange={(centreId) => put({ centreId })}
          options={options(choices.data?.centres ?? [])}
          isRequired
        />
      ) : null}
      {reach === 'assignment' ? (
        <SelectField
          name={`${prefix}organisationId`}
          label="事業所・法人"
          value={post.organisationId}
          onChange={(organisationId) => put({ organisationId })}
          options={options(choices.data?.organisations ?? [])}
          isRequired
        />
      ) : null}
      <DateField
        name={`${prefix}validFrom`}
        label="職の始まる日"
        description="例: R8.4.1　令和8年4月1日　20260401"
        value={post.validFrom}
        onChange={(validFrom) => put({ validFrom })}
        isRequired
        offersToday
      />
      <DateField
        name={`${prefix}validTo`}
        label="職の終わる日"
        description="決まっていなければ空けておきます。この日までは使えます。"
        value={post.validTo}
        onChange={(validTo) => put({ validTo })}
      />
    </>
  )
}
