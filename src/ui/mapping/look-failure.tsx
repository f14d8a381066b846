import { Failure } from '../empty/index.ts'
import { Problem } from '../http/index.ts'

/** Why the file cannot be read at all; the server says it in one sentence. */
export function LookFailure({ error }: { error: Error }) {
  if (!(error instanceof Problem) || error.errors.length === 0) return <Failure error={error} />
  return (
    <div role="alert" className="my-3 rounded-lg border-2 border-danger bg-paper p-4">
      {error.errors.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
    </div>
  )
}
