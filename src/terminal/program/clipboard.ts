import { execFile } from 'node:child_process'
import { WrongUsage } from '../../errors/error.ts'
import type { Environment } from '../create-style.ts'
import { childEnvironment } from './child-environment.ts'

export interface ClipboardImage {
  bytes: Buffer
  extension: 'png' | 'jpg'
}

/** What is asked of a clipboard. */
export interface ClipboardQuestion {
  /** Bytes of the image. */
  limit: number
  /** Nobody waits for it any more. */
  signal?: AbortSignal | undefined
}

interface ClipboardOptions extends ClipboardQuestion {
  env: Environment
  platform: NodeJS.Platform
  /** Milliseconds: who holds what was copied may hang; PowerShell takes seconds to start. */
  patience?: number
}

/** Bytes of an image: no screen has more in it, whatever the platform takes. */
const largest = 64 * 1_048_576
/** Bytes of what a program prints about an image. */
const mostWords = 65_536

/**
 * The image that was copied last, as a screenshot is. Rejects with `WrongUsage` where something else was copied, or
 * nothing, where it is twice as large as the limit, or larger, and where no clipboard can be read here, naming what to
 * install where that would help.
 */
export async function imageOnClipboard(options: ClipboardOptions): Promise<ClipboardImage> {
  const bytes = await readerFor(options)(options)
  const extension = extensionOf(bytes)
  if (!extension) throw new WrongUsage('clipboard-not-image')
  return { bytes, extension }
}

/** Named by their first bytes, whatever their program says of them. */
function extensionOf(bytes: Buffer): ClipboardImage['extension'] | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'jpg' : undefined
}

type Reader = (options: ClipboardOptions) => Promise<Buffer>

function readerFor({ env, platform }: ClipboardOptions): Reader {
  if (platform === 'darwin') return onMac
  if (platform === 'win32' || env.WSL_DISTRO_NAME) return onWindows
  if (env.WAYLAND_DISPLAY) return onWayland
  if (env.DISPLAY) return onX11
  throw new WrongUsage('clipboard-no-display')
}

const formats = ['image/png', 'image/jpeg']

const onWayland: Reader = async (options) => {
  // X11 programs run there too, and see the same clipboard.
  const types = await printed('wl-paste', ['--list-types'], options)
  if (types === undefined) return options.env.DISPLAY ? onX11(options, 'wl-clipboard') : missing('wl-clipboard')
  return image(await printed('wl-paste', ['--no-newline', '--type', formatIn(types)], options))
}

async function onX11(options: ClipboardOptions, wanted = 'xclip'): Promise<Buffer> {
  const output = (target: string) => printed('xclip', ['-selection', 'clipboard', '-t', target, '-o'], options)
  const types = await output('TARGETS')
  return types === undefined ? missing(wanted) : image(await output(formatIn(types)))
}

/** Prints «data PNGf89504E47…»; pbpaste gives text alone. */
const onMac: Reader = async (options) => {
  const told = await printed('osascript', ['-e', 'get the clipboard as «class PNGf»'], options)
  return Buffer.from(/PNGf([0-9A-F]+)/i.exec(image(told).toString('latin1'))?.[1] ?? '', 'hex')
}

const script = [
  'Add-Type -AssemblyName System.Windows.Forms,System.Drawing',
  '$image = [System.Windows.Forms.Clipboard]::GetImage()',
  'if ($image) { $memory = New-Object System.IO.MemoryStream',
  '$image.Save($memory, [System.Drawing.Imaging.ImageFormat]::Png)',
  '[Convert]::ToBase64String($memory.ToArray()) }',
].join('; ')

const onWindows: Reader = async (options) => {
  const words = ['-NoProfile', '-NonInteractive', '-STA', '-Command', script]
  const told = await printed('powershell.exe', words, options)
  return Buffer.from(image(told).toString('latin1').trim(), 'base64')
}

/** The format in which the image is asked for, of those that the clipboard offers. */
function formatIn(types: Buffer): string {
  const offered = types.toString('utf8').split(/\s+/)
  const format = formats.find((one) => offered.includes(one))
  if (format) return format
  const isText = offered.some((one) => /^text\/plain|^(UTF8_)?STRING$|^TEXT$/.test(one))
  throw new WrongUsage(isText ? 'clipboard-text' : 'clipboard-empty')
}

function missing(program: string): never {
  throw new WrongUsage('clipboard-no-program', { program })
}

/** What a program printed that is there. */
function image(output: Buffer | undefined): Buffer {
  if (output === undefined) throw new WrongUsage('clipboard-no-display')
  if (output.length === 0) throw new WrongUsage('clipboard-empty')
  return output
}

/** What a program prints; nothing where it fails, as they do on an empty clipboard; undefined where there is no such program. */
function printed(
  program: string,
  words: string[],
  { env, limit, patience = 15_000, signal }: ClipboardOptions,
): Promise<Buffer | undefined> {
  const most = Math.min(limit, largest)
  // An image takes twice its bytes as hexadecimal.
  const bounds = { timeout: patience, killSignal: 'SIGKILL', maxBuffer: 2 * most + mostWords } as const
  const options = { ...bounds, env: childEnvironment(env), windowsHide: true, encoding: 'buffer' } as const
  return new Promise((resolve, reject) => {
    const child = execFile(program, words, options, (error, output) => {
      signal?.removeEventListener('abort', end)
      if (!error) return resolve(output)
      if (error.code === 'ENOENT') return resolve(undefined)
      if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        return reject(new WrongUsage('clipboard-too-big', { limit: Math.ceil(most / 1_048_576) }, { cause: error }))
      if (error.killed) return reject(new WrongUsage('clipboard-silent', { program }, { cause: error }))
      resolve(Buffer.alloc(0))
    })
    // Node itself would ask it to end (SIGTERM), and whatever it started may hold its output open.
    const end = () => {
      child.stdout?.destroy()
      child.stderr?.destroy()
      child.kill('SIGKILL')
    }
    if (signal?.aborted) end()
    else signal?.addEventListener('abort', end)
  })
}
