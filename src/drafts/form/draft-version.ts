/** The newest version of a draft that this ipeos understands. */
export const newestVersion = 2

/** What an older ipeos would not understand, and lose, has a version that it leaves alone. */
export function versionOf(content: object): 1 | 2 {
  return 'form' in content && content.form !== undefined ? 2 : 1
}
