import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with «N passed, N failed», whatever other reporters say; names what was left out. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length }
    const leftOut: string[] = []
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed') count[state] += 1
        else leftOut.push(test.fullName)
      }
    }
    // The default reporter writes its summary right after this hook: ours comes last.
    process.once('exit', () => {
      for (const name of leftOut) process.stdout.write(`left out: ${name}\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
    })
  }
}
