import { useState } from 'react'
import { addDays, type IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Tabs } from '../../../ui/tabs/index.ts'
import { ByStaffTable } from './by-staff-table.tsx'
import { LinesTab } from './lines-tab.tsx'
import { TouchedTab } from './touched-tab.tsx'

/** /access-log: who looked at whom, for the person in charge of personal data. */
export default function AccessLogPage() {
  const { today } = useClock()
  const [tab, setTab] = useAddressWord('tab', 'lines')
  const [from, setFrom] = useState<IsoDate | null>(addDays(today(), -30))
  const [until, setUntil] = useState<IsoDate | null>(today())
  const [staffId, setStaffId] = useState<string | null>(null)
  const period = from && until && from <= until ? { from, until } : null
  const open = (id: string) => {
    setStaffId(id)
    setTab('lines')
  }
  return (
    <>
      <PageHead
        title="閲覧の記録"
        lead="だれが、いつ、何のために、だれの記録を見たか。記録の中身はここからは見られません。この画面で見たことも記録に残ります。"
      />
      <div className="mb-4 flex flex-wrap gap-6">
        <DateField name="from" label="開始日" value={from} onChange={setFrom} isRequired />
        <DateField name="until" label="終了日" value={until} onChange={setUntil} isRequired offersToday />
      </div>
      {period ? (
        <Tabs
          label="閲覧の記録"
          selected={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'lines',
              label: '記録',
              content: <LinesTab {...period} staffId={staffId} onStaff={setStaffId} />,
            },
            { id: 'staff', label: '職員ごと', content: <ByStaffTable {...period} onOpen={open} /> },
            {
              id: 'touched',
              label: '触れた人',
              content: <TouchedTab {...period} staffId={staffId} onStaff={setStaffId} />,
            },
          ]}
        />
      ) : (
        <p>開始日と終了日を、開始日のほうが前になるように入力してください。</p>
      )}
    </>
  )
}
