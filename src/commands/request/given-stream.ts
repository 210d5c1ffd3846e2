import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from '../../app/context.ts'
import { Failed, type IpeosError, WrongUsage } from '../../errors/error.ts'
import { fileName } from '../../terminal/sanitize.ts'
import { clipboardFile, isClipboardWord } from './attachment/clipboard-file.ts'

export interface AttachFlags {
  /** Paths; `-` is standard input. */
  attach?: string[] | undefined
  /** Of what has none of its own, in the order in which it is given. */
  attachName?: string[] | undefined
}

/** Bytes: where the limit of the platform is not known yet, enough for any that there is. */
const largest = 1024 ** 3

/**
 * The files that are given, each by a path that can be read as often as need be: standard input, a pipe, and what else
 * can be read once are copied to where only their owner can read them, under their names; so is the image that
 * `clipboard` stands for, where no file is called so. Rejects with `WrongUsage` for what has no name, is too large, or is
 * not on the clipboard, with `Failed` for what there is no room for, unless somebody wants to hear of it.
 */
export async function readableFiles(
  { attach = [], attachName = [] }: AttachFlags,
  context: Context,
  onLost?: OnLost,
): Promise<string[]> {
  refuseTwice(attach.filter((path) => path === '-').length)
  const names = [...attachName]
  const paths: string[] = []
  for (const path of attach) {
    if (await isClipboardWord(path, context.files)) {
      const copied = await copiedLast(paths, context).catch(lostTo(onLost, WrongUsage))
      if (copied !== undefined) paths.push(copied)
      continue
    }
    const source = await sourceOf(path, context)
    const copy = source && copied(source, { path, given: names.shift() }, context)
    const readable = copy ? await copy.catch(lostTo(onLost)) : path
    if (readable !== undefined) paths.push(readable)
  }
  const [left] = names
  if (left !== undefined) throw new WrongUsage('name-of-nothing', { name: left })
  return paths
}

type OnLost = (why: Pick<IpeosError, 'text'>) => void

/** Of what is wrong with a file, what is of this `kind` loses it, and nothing else. */
function lostTo(onLost: OnLost | undefined, kind: typeof Failed | typeof WrongUsage = Failed) {
  return (error: unknown): undefined => {
    if (!onLost || !(error instanceof kind)) throw error
    onLost(error)
  }
}

async function copiedLast(others: string[], context: Context): Promise<string> {
  const names = others.map((one) => basename(one))
  const limit = await limitOf(context)
  return context.terminal.during(context.t('clipboard.reading'), clipboardFile(names, { limit }, context))
}

/** Throws `WrongUsage` where standard input is wanted for more than one thing. */
export function refuseTwice(count: number): void {
  if (count > 1) throw new WrongUsage('input-twice')
}

interface Source {
  name: string | undefined
  open(): Readable
}

async function sourceOf(path: string, { terminal, files }: Context): Promise<Source | undefined> {
  if (path !== '-') return files.onceReadable(path)
  if (terminal.interactive) throw new WrongUsage('input-is-terminal')
  return { name: undefined, open: () => Readable.from(terminal.inputBytes()) }
}

/** Bytes that the platform takes of a file, as far as it is known. */
async function limitOf({ account }: Pick<Context, 'account'>): Promise<number> {
  const session = await account.session().catch(() => undefined)
  return session?.fileLimit ?? largest
}

async function copied(
  { name: own, open }: Source,
  { path, given }: { path: string; given: string | undefined },
  { account, ifInterrupted, input, terminal, t }: Context,
): Promise<string> {
  const name = fileName(given ?? own ?? '').trim()
  if ((given ?? own) === undefined || name === '') throw new WrongUsage('input-needs-name', { path })
  const limit = await limitOf({ account })
  const keeping = input.keep({
    ...{ name, stream: open(), limit },
    onPart: (remove) => ifInterrupted(undefined, remove),
  })
  return terminal.during(t('file.waiting', { path }), keeping).finally(() => ifInterrupted(undefined))
}
