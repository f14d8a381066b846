const words: Record<string, { title: string; text: string }> = {
  unreachable: {
    title: '接続できませんでした',
    text: '{label}の窓口が応答しません。少し待ってから、もう一度押すか、下の職員番号とパスワードでサインインしてください。',
  },
  refused: {
    title: 'サインインできませんでした',
    text: '{label}で取り消したか、10分が過ぎました。もう一度、ボタンから始めてください。',
  },
  unknown: {
    title: 'この職員の口座が見つかりません',
    text: '{label}は確かめましたが、めぐりに同じ職員番号の口座がないか、別の人のアカウントに結ばれています。管理者に連絡してください。',
  },
  'no-post': {
    title: '今日から有効な職がありません',
    text: '職の期間が終わったか、まだ始まっていません。管理者に職の登録を頼んでください。',
  },
}

/** What came of a sign-in through the directory, by the word in the address; null: nothing to say. */
export function directoryWord(word: string | null, label: string): { title: string; text: string } | null {
  const found = word === null ? undefined : words[word]
  return found ? { title: found.title, text: found.text.replace('{label}', label) } : null
}
