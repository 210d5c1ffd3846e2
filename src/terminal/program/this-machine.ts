import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import type { Environment } from '../create-style.ts'
import { childEnvironment } from './child-environment.ts'

/** What this computer calls itself, and what is written on it. */
export interface MachineIdentity {
  /** With its domain, where it has one. */
  hostName: string
  /** Serial and inventory numbers, UUID: those that can be read without being an administrator. */
  numbers: string[]
}

interface NameplateOptions {
  platform: NodeJS.Platform
  env: Environment
}

/** Milliseconds. */
const patience = 5_000

/** Looks at this computer; what cannot be read is left out. */
export async function readNameplate(options: NameplateOptions): Promise<MachineIdentity> {
  const read = { linux: linuxNumbers, darwin: macNumbers, win32: windowsNumbers }[String(options.platform)]
  const numbers = (await read?.(options)) ?? []
  return { hostName: hostname(), numbers: [...new Set(numbers.map((one) => one.trim()))].filter(isTelling) }
}

const firmware = ['product_serial', 'board_serial', 'chassis_serial', 'chassis_asset_tag', 'product_uuid']

/** Serial numbers are for root alone on most systems; the inventory number is for all. */
async function linuxNumbers(): Promise<string[]> {
  const each = firmware.map((name) => readFile(`/sys/class/dmi/id/${name}`, 'utf8').catch(() => ''))
  return Promise.all(each)
}

async function macNumbers(options: NameplateOptions): Promise<string[]> {
  return valuesIn(await outputOf('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], options))
}

/** `wmic` left Windows in 2024; PowerShell is slower, and always there. */
async function windowsNumbers(options: NameplateOptions): Promise<string[]> {
  const numbers = valuesIn(await outputOf('wmic', ['csproduct', 'get', 'IdentifyingNumber,UUID', '/value'], options))
  if (numbers.length > 0) return numbers
  const script = 'Get-CimInstance Win32_ComputerSystemProduct | Select-Object IdentifyingNumber,UUID | ConvertTo-Json'
  return valuesIn(await outputOf('powershell', ['-NoProfile', '-NonInteractive', '-Command', script], options))
}

/** The numbers in what `ioreg`, `wmic` or PowerShell print: `"IOPlatformUUID" = "…"`, `UUID=…`, `"UUID": "…"`. */
export function valuesIn(output: string): string[] {
  const names = 'IOPlatformSerialNumber|IOPlatformUUID|IdentifyingNumber|UUID'
  const pattern = new RegExp(`^[ \\t]*"?(?:${names})"?[ \\t]*[=:][ \\t]*"?([^"\\r\\n]+)`, 'gm')
  return [...output.matchAll(pattern)].map(([, value = '']) => value.trim())
}

async function outputOf(program: string, words: string[], { env }: NameplateOptions): Promise<string> {
  try {
    const options = { env: childEnvironment(env), timeout: patience, windowsHide: true }
    return (await promisify(execFile)(program, words, options)).stdout
  } catch (error) {
    // Not there, or not allowed: the name of the computer is often enough.
    if (error instanceof Error) return ''
    throw error
  }
}

/** What makers leave in firmware when they write nothing. */
const untelling =
  /^(0+|1234567890?|none|default( string)?|to be filled.*|system serial number|not (specified|applicable|available)|n\/?a|unknown|no asset.*|[0-]+|f+(-f+)*)$/i

/** True for a number that no other machine has, as far as can be told. */
export function isTelling(number: string): boolean {
  return number.length >= 4 && !untelling.test(number)
}
