/** What is wrong with a new password before the server is asked; null when nothing is. The server has the last word. */
export function passwordComplaint(next: string, current: string): string | null {
  const length = [...next].length
  if (length < 12) return `新しいパスワード: ${length}文字です。12文字以上にしてください。`
  if (next === current) return '新しいパスワード: 今のパスワードと同じです。別のものにしてください。'
  if (new Set(next).size < 4)
    return '新しいパスワード: 同じ文字のくり返しです。もっと多くの文字を混ぜてください。'
  return null
}
