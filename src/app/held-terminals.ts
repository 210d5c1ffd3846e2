import type { HeldTerminal, TerminalHolder } from '../terminal/hold-terminal.ts'
import { hasJobControl } from './job-control.ts'

type Host = Pick<NodeJS.Process, 'on' | 'off' | 'kill' | 'pid' | 'platform'>

export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** Milliseconds. */
const longestLeaving = 3000
/** Milliseconds: a question that ended with its terminal may still be keeping what was typed. */
const longestKeeping = 1000
/** Milliseconds: where there is no job to be stopped, as without a shell, it goes on by itself. */
const noStop = 300

/**
 * Those who hold the terminal of a process, and what the process does meanwhile when a signal stops, continues or ends
 * it.
 */
export class HeldTerminals {
  readonly #host: Host
  readonly #onLate: (signal: EndSignal) => void
  readonly #isJob: () => boolean
  #holders: TerminalHolder[] = []
  #stopped: NodeJS.Timeout | undefined
  #endedBy: EndSignal | undefined
  #hangsUp = false

  /** `onLate`: called when whoever was to leave did not in time. */
  constructor(host: Host, onLate: (signal: EndSignal) => void, isJob = hasJobControl) {
    this.#host = host
    this.#onLate = onLate
    this.#isJob = isJob
  }

  /** The signal for which a holder left. */
  get endedBy(): EndSignal | undefined {
    return this.#endedBy
  }

  /** True once it is heard here when the terminal goes: what was typed is kept first. */
  get hearsHangUp(): boolean {
    return this.#hangsUp
  }

  readonly hold = (holder: TerminalHolder): HeldTerminal => {
    if (this.#holders.length === 0) this.#listen()
    this.#holders.push(holder)
    // The next question of a command that is to end is not asked.
    if (this.#endedBy) setImmediate(() => holder.leave?.())
    return {
      stop: () => this.#stop(0, this.#isJob()),
      letGo: () => {
        if (!this.#holders.includes(holder)) return
        this.#holders = this.#holders.filter((one) => one !== holder)
        if (this.#holders.length === 0) this.#listenNoMore()
      },
    }
  }

  /** Has whoever can leave do so; false where nobody can. Asked again, as a shell does when its window goes, it changes nothing. */
  end(signal: EndSignal): boolean {
    const leaving = this.#holders.filter((holder) => holder.leave !== undefined)
    if (this.#endedBy) return true
    if (leaving.length === 0) return false
    this.#endedBy = signal
    setTimeout(() => this.#onLate(signal), longestLeaving).unref()
    for (const holder of leaving) holder.leave?.()
    return true
  }

  /** Takes off the screen what would be drawn again over the last words of the process. */
  giveBack(toShell = false): void {
    for (const holder of [...this.#holders].reverse()) holder.giveBack(toShell)
  }

  #listen(): void {
    // From now on: by then the end of the input may have ended the question.
    if (!this.#hangsUp) this.#host.on('SIGHUP', this.#onHangUp)
    this.#hangsUp = true
    if (this.#host.platform !== 'win32') this.#host.on('SIGTSTP', this.#onStop)
  }

  #listenNoMore(): void {
    this.#host.off('SIGTSTP', this.#onStop)
  }

  readonly #onHangUp = (): void => {
    if (!this.end('SIGHUP')) setTimeout(() => this.#onLate('SIGHUP'), longestKeeping).unref()
  }

  /** Somebody else asked for it, as `kill -TSTP` does: whoever else is meant was asked too. */
  readonly #onStop = (): void => this.#stop(this.#host.pid)

  /** `whom`: a process, or 0 for all of this job, as the terminal itself would: a shell waits for the first of them. */
  #stop(whom: number, toShell = false): void {
    if (this.#stopped || this.#host.platform === 'win32') return
    this.giveBack(toShell)
    this.#host.off('SIGTSTP', this.#onStop).on('SIGCONT', this.#goOn)
    this.#stopped = setTimeout(this.#goOn, noStop)
    this.#host.kill(whom, 'SIGTSTP')
  }

  readonly #goOn = (): void => {
    clearTimeout(this.#stopped)
    this.#stopped = undefined
    this.#host.off('SIGCONT', this.#goOn)
    if (this.#holders.length > 0) this.#host.on('SIGTSTP', this.#onStop)
    for (const holder of this.#holders) holder.takeAgain()
  }
}
