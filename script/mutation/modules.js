import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/*
 Loads the files of a folder so that one of them, and all that stand on it, can be loaded anew: a changed limit of a schema exists
 from the moment its file is loaded.
*/
const SHIM = new URL('./vitest-shim.js', import.meta.url).href
/** It loads every rule by itself: no rule stands on another through it. */
const FINDER = '/src/platform/computation/find-rules.ts'

export function watchModules(root) {
  const base = pathToFileURL(`${root}/src/`).href
  const importers = new Map() // address → addresses that import it
  let version = 0
  let renewed = new Set()
  const plain = (url) => url.split('?')[0]
  const versioned = (url) => (renewed.has(url) ? `${url}?again=${version}` : url)

  registerHooks({
    resolve(specifier, context, next) {
      const parent = plain(context.parentURL ?? '')
      if (specifier === 'vitest' && parent.startsWith(base)) return { url: SHIM, shortCircuit: true }
      const found = next(specifier, context)
      const url = plain(found.url)
      if (!url.startsWith(base)) return found
      if (parent.startsWith(base) && !parent.endsWith(FINDER)) {
        if (!importers.has(url)) importers.set(url, new Set())
        importers.get(url).add(parent)
      }
      return { ...found, url: versioned(url) }
    },
  })

  function standingOn(url, found = new Set([url])) {
    for (const one of importers.get(url) ?? [])
      if (!found.has(one)) {
        found.add(one)
        standingOn(one, found)
      }
    return found
  }

  return {
    load: (path) => import(pathToFileURL(path).href),
    /** From now on `load` gives what stands on this file anew. Gives the paths concerned. */
    renew(path) {
      version += 1
      renewed = standingOn(pathToFileURL(path).href)
      return new Set([...renewed].map((url) => fileURLToPath(url)))
    },
    /** Back to what was loaded first. */
    settle() {
      renewed = new Set()
    },
  }
}
