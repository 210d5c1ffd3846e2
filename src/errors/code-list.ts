import type { Codes } from './code.ts'
import { exitAs, failed, missingInformation, notAllowed, notFound, notLoggedIn, partlyDone } from './codes.ts'
import { cancelled, timeUp } from './unfinished-codes.ts'
import { unreachable } from './unreachable-codes.ts'
import { wrongUsage } from './usage-codes.ts'

/**
 * Every code that `--json` may give in an error, by the exit code that goes with it; `failed` ones end with that of what
 * failed before. Scripts rely on them: codes stay, and new ones may come.
 */
export const codesByExit: ReadonlyArray<readonly [exitCode: string, codes: readonly string[]]> = [
  // A bug, and output that could not be written, are noticed where no table is.
  ['1', [...namesIn(failed), 'bug', 'output-lost']],
  ['2', [...namesIn(wrongUsage), ...namesIn(missingInformation)].sort()],
  ['3', namesIn(notFound)],
  ['4', namesIn(notLoggedIn)],
  ['5', namesIn(notAllowed)],
  ['6', namesIn(unreachable)],
  // Of what was written all the same.
  ['7', [...namesIn(partlyDone), 'output-lost']],
  ['8', namesIn(timeUp)],
  ['129', ['interrupted']],
  ['130', [...namesIn(cancelled), 'interrupted']],
  ['143', ['interrupted']],
  ['1–6', namesIn(exitAs)],
]

function namesIn(codes: Codes): string[] {
  return Object.values(codes)
    .flatMap((table) => Object.keys(table))
    .sort()
}
