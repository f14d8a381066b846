import { AppLink, linkClass } from '../../../ui/link/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Kind, Report, Run } from '../schema.ts'
import { Differences } from './differences.tsx'
import { RefusedList } from './refused-list.tsx'
import { count, moment } from './words.ts'

/** What a run found: refused with every reason, or what changes, with its 出典. */
export function RunResult({ run, kind }: { run: Run; kind: Kind | undefined }) {
  const { report } = run
  if (!report) return null
  if (run.state === 'refused') return <Refused report={report} />
  const isSame = report.added + report.changed + report.removed === 0
  return (
    <div className="flex flex-col gap-5">
      {run.state === 'applied' ? <Saved run={run} isSame={isSame} page={kind?.page ?? null} /> : null}
      {run.state === 'previewed' ? (
        <Notice tone="info" title="まだ保存していません">
          <p className="text-sm">
            {isSame
              ? '今の内容と同じです。保存すると、このファイルを受け取ったことだけが記録に残ります。'
              : '下の内容を確かめて、よければ「この内容で保存する」を押してください。'}
          </p>
        </Notice>
      ) : null}
      <Counts report={report} />
      <Notices report={report} />
      <Sources report={report} />
      <Differences report={report} runId={run.id} />
      <Files run={run} />
    </div>
  )
}

function Refused({ report }: { report: Report }) {
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="danger" title="読み込めませんでした。何も保存していません。" role="alert">
        <p className="text-sm">
          直すところが {count(report.refusedCount)}件 あります。直してから、もう一度読み込んでください。
        </p>
      </Notice>
      <RefusedList report={report} />
    </div>
  )
}

function Saved({ run, isSame, page }: { run: Run; isSame: boolean; page: Kind['page'] }) {
  return (
    <Notice
      tone="good"
      role="status"
      title={isSame ? '保存しました。内容に変わりはありませんでした。' : '保存しました'}
    >
      <p className="text-sm">
        {run.appliedAt ? `${moment(run.appliedAt)} に保存しました。` : null}
        同じファイルをもう一度読み込んでも、二重にはなりません。
      </p>
      {page ? (
        <AppLink to={page.path} className={linkClass}>
          {page.label}
        </AppLink>
      ) : null}
    </Notice>
  )
}

function Counts({ report }: { report: Report }) {
  const figures = [
    ['読んだ行', report.read],
    ['追加', report.added],
    ['変更', report.changed],
    ['なくなる', report.removed],
    ['同じ', report.unchanged],
  ] as const
  return (
    <dl className="grid grid-cols-2 border-y border-line sm:grid-cols-5">
      {figures.map(([label, value]) => (
        <div key={label} className="border-line px-4 py-2 sm:not-first:border-l">
          <dt className="text-sm text-soft">{label}（件）</dt>
          <dd className="text-2xl font-bold tabular-nums">{count(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Notices({ report }: { report: Report }) {
  return (
    <>
      {report.notices.map(({ code, message, count: found, examples }) => (
        <Notice key={code} tone="caution" title={`${message}（${count(found)}件）`}>
          {examples.length > 0 ? (
            <p className="text-sm">
              {examples.slice(0, 5).join('、')}
              {found > 5 ? ' ほか' : ''}
            </p>
          ) : null}
        </Notice>
      ))}
    </>
  )
}

function Sources({ report }: { report: Report }) {
  if (!report.sources || report.sources.length === 0) return null
  return (
    <section>
      <h2 className="font-bold">図や表に添える出典</h2>
      <ul className="text-sm">
        {report.sources.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Files({ run }: { run: Run }) {
  if (run.files.length < 2) return null
  return (
    <details>
      <summary className="text-sm">読んだファイル（{count(run.files.length)}件）</summary>
      <ul className="mt-1 pl-5 text-sm">
        {run.files.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  )
}
