/** 仮置き: carried forward or announced · 案: proposed. */
export const STATUS_WORDS = { provisional: '仮置き', draft: '案' } as const
