import { useState } from 'react'
import { Attribution } from '../attribution/index.ts'
import { Button } from '../button/index.ts'
import { Empty, Failure, Loading } from '../empty/index.ts'
import { Help } from '../help/index.ts'
import { Panel } from '../panel/index.ts'
import { PersonStrip } from '../person-strip/index.ts'
import { PrintButton, PrintHead } from '../print/index.ts'
import { Bar } from '../progress/index.ts'
import { Notice, Status } from '../status/index.ts'
import { useToast } from '../toast/index.ts'
import { Part } from './part.tsx'

export function MessageGallery() {
  const show = useToast()
  const [isPanelOpen, setPanelOpen] = useState(false)
  return (
    <>
      <PersonStrip
        name="見本 花子"
        kana="ミホン ハナコ"
        facts={[
          { label: '生年月日', value: '昭和15年3月4日（86歳）' },
          { label: '性別', value: '女' },
          { label: '被保険者番号', value: '9900000001' },
          { label: '認定', value: '要支援1（R9.3.31まで、あと129日）' },
          { label: '担当', value: '中央センター 見本 一郎' },
        ]}
        flags={[
          { label: '独居', reason: '令和8年4月の訪問で確認しました。', tone: 'info' },
          { label: '転倒注意', reason: 'この1年に2回転んでいます（本人から）。', tone: 'caution' },
        ]}
        isLocked
        actions={<Button size="small">訪問を記録する</Button>}
      />
      <PrintHead title="フェースシート" readers="中央センターと保険者" />
      <Part title="ボタン">
        <div className="flex flex-wrap gap-3">
          <Button look="primary" shortcut="Ctrl+Enter">
            相談を保存する
          </Button>
          <Button>下書きに残す</Button>
          <Button look="quiet">取りやめる</Button>
          <Button look="danger">記録を取り消す</Button>
          <Button isDisabled>送信する</Button>
          <Button size="small">小さいボタン</Button>
          <PrintButton />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button onPress={() => show('相談を保存しました', { undo: () => undefined })}>
            お知らせを出す
          </Button>
          <Button onPress={() => setPanelOpen(true)}>パネルを開く</Button>
        </div>
        {isPanelOpen ? (
          <Panel
            title="前回の相談"
            onClose={() => setPanelOpen(false)}
            actions={<Button size="small">全体を開く</Button>}
          >
            <p>令和8年11月2日、電話。本人から、足の運びについて。</p>
          </Panel>
        ) : null}
      </Part>
      <Part title="状態">
        <div className="flex flex-wrap gap-2">
          <Status tone="good">完了</Status>
          <Status tone="info">新規</Status>
          <Status tone="caution">本日期限</Status>
          <Status tone="danger">期限切れ3日</Status>
          <Status tone="neutral">未定</Status>
          <Status tone="caution" icon="lock">
            閲覧制限中
          </Status>
        </div>
        <Notice tone="info" title="取り込みは今夜行われます">
          <p>結果は明日の朝、お知らせに届きます。</p>
        </Notice>
        <Notice tone="caution" title="住民情報が10日前のものです" />
        <Notice tone="danger" title="支援措置の対象です" />
        <Notice tone="good" title="すべて取り込みました" />
      </Part>
      <Part title="空・読み込み・失敗">
        <Empty title="期限の近いものはありません">新しい担当が決まると、ここに並びます。</Empty>
        <Loading />
        <Failure error={new Error('gallery')} onRetry={() => undefined} />
      </Part>
      <Part title="進み具合">
        <Bar
          label="町別人口の取り込み"
          state={{ state: 'running', done: 3412, total: 11_000, message: '' }}
        />
        <Bar label="対象を数えています" state={{ state: 'running', done: 120, total: null, message: '' }} />
      </Part>
      <Part title="説明と出典">
        <Help label="この数の数え方">実人数です。同じ月に何度相談しても1人と数えます。</Help>
        <Attribution
          source="見本市オープンデータ「町別人口」"
          asOf="2026-10-01"
          licence="CC BY 4.0"
          isProcessed
        />
      </Part>
    </>
  )
}
