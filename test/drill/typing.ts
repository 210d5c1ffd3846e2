import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'
import { key, type Person, personBefore } from '../support/pty.ts'
import { random } from '../support/random.ts'
import { shortForm } from '../support/short-form.ts'

export interface TypingDrill {
  runs: number
  seed: number
  /** The `bin/ipeos` that is killed. */
  bin: string
  atOnce: number
  /**
   * Milliseconds. With it, people type at their pace and are killed at any moment; otherwise once a part that was typed is
   * on disk, and more was typed after it, so that no clock decides.
   */
  clock?: () => number
}

/** What a kill left of what was typed. */
export interface Killed {
  what: 'ticket' | 'comment'
  typed: string
  kept: string
  /** What must be there, whatever the moment: answers that were given, and what was on disk before. */
  sure: string
  /** Milliseconds from the first missing character to the kill; 0 where none is missing. */
  behind: number
}

type Dice = ReturnType<typeof random>

const title = 'Imprimante du 2e étage en panne'
const texts = [
  'Plus rien ne sort depuis ce matin.\nLe voyant clignote en rouge ; nous avons déjà éteint, attendu et rallumé.',
  'Bonjour,\n\nC’est toujours lent le soir, surtout après 18 h.\nMerci de votre aide.',
  'Trois collègues ont le même souci : « accès refusé » dès la page d’accueil.',
]
const ticketFlags = [
  '--type',
  'incident',
  '--urgency',
  '3',
  '--no-notify',
  '--about',
  'none',
  '--category',
  '3',
  '--no-suggest',
]

/** Kills whoever types a ticket or a comment, and gives what is on disk then. */
export async function killTyping({ runs, seed, ...options }: TypingDrill): Promise<Killed[]> {
  const dice = random(seed)
  const sandbox = await openSandbox(shortForm)
  const { url, close } = await serve(sandbox)
  const waiting = Array.from({ length: runs }, (_, index) => ({ index, dice: random(dice.below(2 ** 31)) }))
  const killed: Killed[] = []
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const what = next.index % 2 === 0 ? 'ticket' : 'comment'
      killed.push(await killOne(what, { ...options, url, dice: next.dice }))
    }
  }
  try {
    await Promise.all(Array.from({ length: options.atOnce }, worker))
  } finally {
    await close()
    await sandbox.close()
  }
  return killed
}

/** What is told of them; `ok` where nothing is lost that may not be. */
export function reportTyping(killed: Killed[]): { text: string; ok: boolean } {
  const faults = killed.flatMap((one) => faultOf(one) ?? [])
  const behind = killed.map((one) => one.behind).sort((one, other) => one - other)
  const at = (part: number) => Math.round(behind[Math.floor(part * (behind.length - 1))] ?? 0)
  const tickets = killed.filter(({ what }) => what === 'ticket').length
  const lines = [
    `typing killed: ${tickets} tickets, ${killed.length - tickets} comments; faults ${faults.length}`,
    `milliseconds of typing missing: half of them ${at(0.5)} at most, nine of ten ${at(0.9)}, all ${at(1)}`,
    ...faults,
  ]
  return { text: lines.join('\n'), ok: faults.length === 0 }
}

/** What of a kill must not be: a text that was not typed, an answer that is gone, more than a second that is. */
export function faultOf({ typed, kept, sure, behind }: Killed): string | undefined {
  if (!typed.startsWith(kept)) return `another text: ${JSON.stringify({ typed, kept })}`
  if (!kept.startsWith(sure)) return `lost: ${JSON.stringify({ sure, kept })}`
  return behind > 1000 ? `${Math.round(behind)} ms lost` : undefined
}

/** Somebody who types, and remembers when. */
class Typist {
  typed = ''
  readonly #times: number[] = []

  constructor(
    private readonly person: Person,
    private readonly dice: Dice,
    private readonly clock: (() => number) | undefined,
  ) {}

  /** Types the title, then, once it is asked for, the description; gives what is an answer by then. */
  async types(text: string, what: Killed['what']): Promise<string> {
    let answered = ''
    for (const letter of text) {
      this.#times.push(this.clock?.() ?? 0)
      this.typed += letter
      this.person.types(letter.replace('\n', key.enter))
      if (what === 'ticket' && answered === '' && letter === '\n') {
        await this.person.sees('Ctrl+D')
        answered = this.typed
      } else if (this.clock) await pause(20 + this.dice.below(120))
    }
    return answered
  }

  /** How long ago the first character was typed that is not kept (ms). */
  behind(kept: string, now: number): number {
    return now - (this.#times[[...kept].length] ?? now)
  }
}

interface Place {
  url: string
  bin: string
  clock?: () => number
  dice: Dice
}

async function killOne(what: Killed['what'], { url, bin, clock, dice }: Place): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-typing-'))
  const env = { HOME: folder, IPEOS_URL: url, LANG: 'fr_FR.UTF-8', IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' }
  const words = what === 'ticket' ? ['ticket', 'new', ...ticketFlags] : ['ticket', 'comment', '15']
  const person = personBefore(process.execPath, [bin, ...words], { env, folder, columns: 100 })
  const typist = new Typist(person, dice, clock)
  const text = what === 'ticket' ? `${title}\n${dice.oneOf(texts)}` : dice.oneOf(texts)
  try {
    await person.sees(what === 'ticket' ? 'Titre' : 'Ctrl+D')
    const length = 1 + dice.below(text.length)
    let sure = await typist.types(text.slice(0, length), what)
    if (clock) await pause(dice.below(1500))
    else {
      sure = text.slice(0, length).trimEnd()
      while (!keptIn(folder).startsWith(sure)) await pause(20)
      await typist.types(text.slice(length, length + dice.below(10)), 'comment')
    }
    const now = clock?.() ?? 0
    await person.isKilled()
    const kept = keptIn(folder)
    return { what, typed: typist.typed, kept, sure, behind: typist.behind(kept, now) }
  } finally {
    await person.isKilled()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is on disk of what was typed, the title in the first line. */
function keptIn(folder: string): string {
  const drafts = join(folder, '.local', 'state', 'ipeos', 'drafts')
  const names = existsSync(drafts) ? readdirSync(drafts).filter((name) => name.endsWith('.json')) : []
  const [draft] = names.map((name) => JSON.parse(readFileSync(join(drafts, name), 'utf8')))
  if (!draft) return ''
  if (draft.kind !== 'ticket') return draft.text
  const answered = draft.answers.title
  return answered === undefined ? (draft.typing?.title ?? '') : `${answered}\n${draft.typing?.description ?? ''}`
}
