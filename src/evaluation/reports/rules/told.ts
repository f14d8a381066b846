/**
 * The one figure of a row whose 前月 and 前年同月 stand beside it: 延べ件数, or the first where there is none.
 * @returns its place among the measures
 */
export const toldAt = (measures: readonly { id: string }[]): number =>
  Math.max(
    0,
    measures.findIndex(({ id }) => id === 'contacts'),
  )
