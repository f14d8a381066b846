import { useQuery } from '@tanstack/react-query'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { buttonClass } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Notice } from '../../../ui/status/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import type { AreaRegister } from '../schema.ts'
import { exportTowns, registerQuery } from './api.ts'
import { AreaTab } from './area-tab.tsx'
import { TownTab } from './town-tab.tsx'
import { type AreaOnDay, onDay } from './words.ts'

/** /areas: areas and towns as registered, and as they stood or will stand on any day. */
export default function AreasPage() {
  const may = useAbilities()
  const query = useQuery(registerQuery)
  const [tab, setTab] = useAddressWord('tab', 'areas')
  const { today } = useClock()
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const register = query.data
  const mayChange = may('area.manage')
  const living = register.areas.filter(({ validTo }) => validTo === null || validTo >= today())
  return (
    <>
      <PrintHead title="圏域と町" />
      <PageHead
        title="圏域と町"
        lead="町がどの日常生活圏域に入り、圏域をどのセンターが担当するかを、いつからいつまでとともに持ちます。"
        actions={
          <>
            {mayChange ? (
              <AppLink to="/areas/towns" className={buttonClass('primary')}>
                町をまとめて登録する
              </AppLink>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <div className="mb-3">
        <ExportButtons load={exportTowns} />
      </div>
      <Tabs
        label="圏域と町"
        selected={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'areas',
            label: '圏域',
            count: living.length,
            content: <AreaTab register={register} mayChange={mayChange} />,
          },
          {
            id: 'towns',
            label: '町',
            count: register.towns.length,
            content: <TownTab register={register} mayChange={mayChange} />,
          },
          { id: 'day', label: 'この日の圏域', content: <DayTab register={register} /> },
        ]}
      />
    </>
  )
}

function DayTab({ register }: { register: AreaRegister }) {
  const { today } = useClock()
  const [day, setDay] = useAddressWord('day', today())
  const { areas, without } = onDay(register, day)
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-sm print:hidden">
        <DateField
          name="day"
          label="見る日"
          description="過去の日も、これからの日も見られます。"
          value={day as IsoDate}
          onChange={(next) => next && setDay(next)}
        />
      </div>
      <List<AreaOnDay>
        label="この日の圏域"
        rows={areas}
        rowKey={({ id }) => id}
        empty={<Empty title="この日には、圏域がありません" />}
        columns={[
          { id: 'code', header: 'コード', cell: ({ code }) => code, width: '6rem' },
          { id: 'name', header: '圏域', cell: ({ name }) => name },
          {
            id: 'centre',
            header: '担当センター',
            cell: ({ centre }) => centre ?? <span className="text-caution">担当なし</span>,
          },
          { id: 'count', header: '町（数）', isRight: true, cell: ({ towns }) => towns.length },
          { id: 'towns', header: '町', cell: ({ towns }) => towns.join('、') },
        ]}
      />
      {without.length > 0 ? (
        <Notice tone="caution" title={`この日、どの圏域にも入っていない町が${without.length}あります`}>
          <p className="text-sm">{without.join('、')}</p>
        </Notice>
      ) : null}
    </div>
  )
}
