/** 「あと3日」「今日」「2日超過」 @param daysLeft whole days; negative: past */
export function dueWords(daysLeft: number): string {
  if (daysLeft === 0) return '今日'
  return daysLeft > 0 ? `あと${daysLeft}日` : `${-daysLeft}日超過`
}
