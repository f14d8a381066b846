import { useQuery } from '@tanstack/react-query'
import { usePathParam } from '../../../ui/link/index.ts'
import { fetchCourse } from './api.ts'
import { GoToPerson } from './go-to-person.tsx'

/** The address that tasks and journal know: leads to the page of the person. */
export default function CourseGoPage() {
  const id = usePathParam('id')
  const query = useQuery({
    queryKey: ['care-management-place', id],
    queryFn: async () => ({ personId: (await fetchCourse(id)).person.id }),
  })
  return <GoToPerson query={query} />
}
