import type { Difference } from '../schema.ts'
import { Marked } from './marked.tsx'

/** The texts side by side: which file writes what, what differs marked. */
export function DifferenceTable({ difference: { texts, places, officeNumber } }: { difference: Difference }) {
  const names = texts.map(({ name }) => name)
  const addresses = texts.map(({ address }) => address ?? '')
  return (
    <section
      aria-label={`${officeNumber}の名称と住所`}
      className="max-lg:overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-sm max-lg:min-w-2xl">
        <caption className="sr-only">{officeNumber}の名称と住所</caption>
        <thead className="bg-shade text-left">
          <tr>
            <th scope="col" className="w-2/6 border-b border-edge px-3 py-1">
              名称
            </th>
            <th scope="col" className="w-2/6 border-b border-edge px-3 py-1">
              住所
            </th>
            <th scope="col" className="w-2/6 border-b border-edge px-3 py-1">
              こう書いているファイル
            </th>
          </tr>
        </thead>
        <tbody>
          {texts.map(({ name, address, files }) => (
            <tr key={`${name} ${address}`} className="border-b border-line align-top">
              <td className="px-3 py-1">
                <Marked text={name} all={names} />
              </td>
              <td className="px-3 py-1">
                <Marked text={address ?? ''} all={addresses} />
              </td>
              <td className="px-3 py-1">
                {files.map(({ code, label, fileName, municipalityName }) => (
                  <span key={`${code} ${municipalityName}`} className="block">
                    {label}
                    <span className="ml-2 text-xs text-soft">
                      {fileName}
                      {places.length > 1 ? `・${municipalityName}` : ''}
                    </span>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
