import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'

/**
 * What is text and example, not rule: lines of the derivation (`note?.(…)`), the title and unit of a field, worked cases, and what
 * the rule says of itself. The limits of a field, the messages' conditions and every formula are mutated.
 */
const ABOUT = new Set(['cases', 'limits', 'meaning', 'formula', 'source', 'covers', 'title', 'group'])

class WordsIgnorer {
  shouldIgnore(path) {
    const { node } = path
    const isNote =
      /CallExpression$/.test(node.type) && node.callee.type === 'Identifier' && node.callee.name === 'note'
    if (isNote) return 'a line of the derivation'
    const isAbout =
      node.type === 'ObjectProperty' && node.key.type === 'Identifier' && ABOUT.has(node.key.name)
    if (isAbout && isOfRule(path)) return 'what a rule says of itself'
    const isMeta =
      node.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      node.callee.property.name === 'meta'
    return isMeta && path.listKey === 'arguments' ? 'the words of a field' : undefined
  }
}

/** Directly in the object of `defineRule({…})`. */
function isOfRule(path) {
  const call = path.parentPath?.parentPath?.node
  return (
    call?.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === 'defineRule'
  )
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Ignore, 'words', WordsIgnorer)]
