import { expect, it } from 'vitest'
import { passwordComplaint } from './password.ts'

it('新しいパスワードは12文字から', () => {
  expect(passwordComplaint('abcdefghijk', 'x')).toMatch(/11文字です/)
  expect(passwordComplaint('abcdefghijkl', 'x')).toBeNull()
  expect(passwordComplaint('さくらの咲く土手を歩く朝', 'x')).toBeNull() // 12 characters
  expect(passwordComplaint('abcdefghijkl', 'abcdefghijkl')).toMatch(/同じです/)
  expect(passwordComplaint('abababababab', 'x')).toMatch(/くり返し/)
})
