import { lstat, readdir } from 'node:fs/promises'
import { parse, sep } from 'node:path'
import { WrongUsage } from '../errors/error.ts'

/** What stands in an argument for bytes that are no UTF-8. */
const unknown = '\ufffd'

/**
 * An absolute path as the disk has it. Names in another encoding, as of a system that was Latin-1 once, come to us with
 * U+FFFD for what is no UTF-8: the one name of the folder that looks so is meant. Rejects with `WrongUsage` where several do.
 */
export async function rawPath(path: string): Promise<string | Buffer> {
  if (!path.includes(unknown) || (await isThere(path))) return path
  const { root, dir, base } = parse(path)
  let raw = Buffer.from(root)
  for (const part of [...dir.slice(root.length).split(sep), base].filter((one) => one !== '')) {
    const name = await rawName(raw, part)
    raw = Buffer.concat([raw, ...(raw.length > root.length ? [Buffer.from(sep)] : []), name])
  }
  return raw
}

async function rawName(folder: Buffer, part: string): Promise<Buffer> {
  if (!part.includes(unknown)) return Buffer.from(part)
  const names = await readdir(folder, { encoding: 'buffer' }).catch(() => [])
  const [found, ...others] = names.filter((name) => name.toString('utf8') === part)
  if (others.length > 0) throw new WrongUsage('file-name-unclear', { path: part, count: others.length + 1 })
  return found ?? Buffer.from(part)
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
