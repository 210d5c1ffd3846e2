import { basename } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Ends the run with «N passed, N failed», whatever other reporters say; before it, what was left out and for want of what. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0)
    const failed = count('failed') + broken.length + unhandled.length
    const leftOut = leftOutOf(tests.filter((test) => !['passed', 'failed'].includes(test.result().state)))
    // The default reporter writes its summary right after this hook: ours comes last.
    process.once('exit', () => {
      process.stdout.write([...leftOut, `${count('passed')} passed, ${failed} failed\n`].join('\n'))
    })
  }
}

/** A line for each reason that was given, with the files; one for each test that was left out without a reason. */
function leftOutOf(tests: TestCase[]): string[] {
  const reasonOf = (test: TestCase) => {
    const result = test.result()
    return result.state === 'skipped' ? result.note : undefined
  }
  const reasons = [...new Set(tests.flatMap((test) => reasonOf(test) ?? []))]
  return [
    ...tests.filter((test) => !reasonOf(test)).map(({ fullName }) => `left out: ${fullName}`),
    ...reasons.map((reason) => {
      const of = tests.filter((test) => reasonOf(test) === reason)
      const files = new Set(of.map(({ module }) => basename(module.moduleId)))
      return `left out, ${reason}: ${of.length} tests of ${[...files].join(', ')}`
    }),
  ]
}
