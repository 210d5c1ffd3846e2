/** That a clone stands at the tag of its version. */
import { execFileSync } from 'node:child_process'

/**
 * Throws where the last commit of `project` bears no tag v`version`, or where something is changed since. Files that git
 * does not know are left alone: none of them goes into a release, and an earlier release is one.
 */
export function checkTag(project, version) {
  const git = (...words) => execFileSync('git', words, { cwd: project, encoding: 'utf8' }).trim()
  if (git('status', '--porcelain', '--untracked-files=no') !== '')
    throw new Error('Something is not committed: git status')
  if (!git('tag', '--points-at', 'HEAD').split('\n').includes(`v${version}`))
    throw new Error(`This commit is not tagged v${version}; --trial builds it all the same.`)
}
