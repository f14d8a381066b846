import type { FiguresMapping } from '../../exchange/mapped-figures/index.ts'
import { invalid } from '../../platform/errors/index.ts'
import { FiguresMapping as Shape } from './schema.ts'

/** What came from outside as a mapping. @throws invalid */
export function parseFiguresMapping(given: unknown): FiguresMapping {
  const parsed = Shape.safeParse(given)
  if (parsed.success) return parsed.data
  throw invalid(
    parsed.error.issues.map(({ path, code, message }) => ({
      path: ['mapping', ...path].join('.'),
      code: code ?? 'invalid',
      message,
    })),
  )
}
