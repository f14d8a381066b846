/** placeholder until the grid is in */
export default function BulkPage() {
  return null
}
