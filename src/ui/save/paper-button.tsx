import { useMutation } from '@tanstack/react-query'
import { Button } from '../button/index.ts'
import { callFile, Problem } from '../http/index.ts'
import { AppLink } from '../link/index.ts'
import { Notice } from '../status/index.ts'
import { saveFile } from './save.ts'

type PaperButtonProps = {
  label: string
  /** of the route that gives the PDF */
  path: string
  /** 「登録のお知らせ.pdf」: no name of a person */
  fileName: string
  /** where what the refusal asks for can be done, by the code of the refusal */
  remedies?: Readonly<Record<string, { to: string; label: string }>>
}

/** A paper that the server may refuse: saves it, or says each reason in its place with where to go. */
export function PaperButton({ label, path, fileName, remedies = {} }: PaperButtonProps) {
  const run = useMutation({
    mutationFn: () => callFile(path),
    onSuccess: (content) => saveFile(fileName, content),
    gcTime: 0,
  })
  return (
    <>
      <Button onPress={() => run.isPending || run.mutate()}>{run.isPending ? '作っています…' : label}</Button>
      {run.error ? <Refused error={run.error} remedies={remedies} /> : null}
    </>
  )
}

function Refused({ error, remedies }: { error: Error; remedies: NonNullable<PaperButtonProps['remedies']> }) {
  const problem = error instanceof Problem ? error : null
  const remedy = problem ? remedies[problem.code] : undefined
  return (
    <div className="w-full">
      <Notice tone="caution" title={problem?.title ?? '文書を作れませんでした'} role="alert">
        <p>{problem?.detail ?? 'もう一度お試しください。続くときは、管理者にお知らせください。'}</p>
        {problem && problem.errors.length > 0 ? (
          <ul className="list-disc pl-5">
            {problem.errors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        ) : null}
        {remedy ? (
          <p className="mt-1">
            <AppLink to={remedy.to}>{remedy.label}</AppLink>
          </p>
        ) : null}
      </Notice>
    </div>
  )
}
