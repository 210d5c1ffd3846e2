import { join } from 'node:path'
import { writeAtomically } from './store/folder.ts'
import { makeFolder } from './store/make-folder.ts'

/** A mail that the platform would have sent. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** The mails that the platform would have sent: kept in memory, and as files when there is a folder. Nothing leaves the machine. */
export class Mailbox {
  readonly mails: Mail[] = []
  readonly #folder: string | undefined
  #waiting: Mail[] = []

  constructor(folder: string | undefined) {
    this.#folder = folder
  }

  /** Writes a mail, that leaves with `deliver`, once what it tells is certain. */
  send(mail: Mail): void {
    this.#waiting.push(mail)
  }

  discard(): void {
    this.#waiting = []
  }

  deliver(at: Date): void {
    for (const mail of this.#waiting.splice(0)) {
      this.mails.push(mail)
      if (this.#folder !== undefined) this.#keep(this.#folder, mail, at)
    }
  }

  #keep(folder: string, mail: Mail, at: Date): void {
    makeFolder(folder)
    const name = `${at.toISOString().replace(/[:.]/g, '-')}-${String(this.mails.length).padStart(4, '0')}.txt`
    writeAtomically(join(folder, name), `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}\n`)
  }
}
