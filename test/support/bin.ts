import { spawn } from 'node:child_process'
import { bin } from './pty.ts'

export interface BinResult {
  code: number | null
  out: string
  notes: string
}

export interface BinOptions {
  env: Record<string, string>
  folder: string
  stdin?: string
  /** Another person than the one who runs the tests. */
  uid?: number
  gid?: number
}

/** `bin/ipeos` as a child process, without a terminal. */
export function runBin(words: string[], { env, folder, stdin = '', ...as }: BinOptions): Promise<BinResult> {
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    ...as,
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  const collected = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    collected.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    collected.notes += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...collected })))
}
