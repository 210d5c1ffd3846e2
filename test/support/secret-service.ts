import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rolldown } from 'rolldown'
import { onTestFinished } from 'vitest'
import type { KeptSecrets } from '../../src/settings/secrets/store.ts'

/** A person's session with a real bus and, unless it is `absent`, a real GNOME Keyring. */
export interface DesktopSession {
  home: string
  /** What a program needs to be in this session. */
  env: Record<string, string>
  /** True when something wanted to show the person a window. */
  disturbed(): boolean
}

export type Keyring =
  | 'unlocked'
  | 'locked'
  /** There is a service, but nobody ever made a keyring. */
  | 'empty'
  /** It owns its name on the bus, and never answers. */
  | 'frozen'
  /** There is a bus, and no such service. */
  | 'absent'

/** The programs of a desktop session. */
export const keyringTools = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon', 'grep']

const pid =
  'dbus-send --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets 2>/dev/null'
const isThere = `until ${pid} >/dev/null; do sleep 0.02; done`
const signal = (name: string) => `kill -${name} $(${pid} | grep -o '[0-9]*$')`
const unlock = `printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; ${isThere}`
const start = `gnome-keyring-daemon --start --components=secrets >/dev/null; ${isThere}`
const starts: Record<Keyring, string> = {
  unlocked: unlock,
  locked: start,
  empty: start,
  frozen: `${unlock}; ${signal('STOP')}`,
  absent: 'true',
}
const ends: Partial<Record<Keyring, string>> = { frozen: signal('CONT') }

/** Opens a session for one test; with `home`, that of the same person as before. */
export async function openDesktopSession(keyring: Keyring, home = newHome()): Promise<DesktopSession> {
  const runtime = mkdtempSync(join(tmpdir(), 'ipeos-runtime-'))
  const disturbed = join(runtime, 'disturbed')
  const config = busConfiguration(runtime, { prompter: `/bin/sh -c "touch ${disturbed}; sleep 60"` })
  const env = { HOME: home, XDG_RUNTIME_DIR: runtime }
  // The session lasts as long as the standard input of its shell.
  const script = `${starts[keyring]}; echo "bus $DBUS_SESSION_BUS_ADDRESS"; cat >/dev/null; ${ends[keyring] ?? 'true'}`
  const session = spawn('dbus-run-session', ['--config-file', config, '--', 'sh', '-c', script], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => session.on('close', resolve))
  onTestFinished(async () => {
    session.stdin.end()
    await ended
    rmSync(runtime, { recursive: true, force: true })
  })
  for await (const line of createInterface(session.stdout)) {
    const [, address] = /^bus (.+)$/.exec(line) ?? []
    if (address)
      return { home, env: { ...env, DBUS_SESSION_BUS_ADDRESS: address }, disturbed: () => existsSync(disturbed) }
  }
  throw new Error('no session bus could be started')
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'ipeos-home-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** A bus that starts nothing by itself but the window that asks for the keyring's password. */
function busConfiguration(runtime: string, { prompter }: { prompter: string }): string {
  const services = join(runtime, 'services')
  mkdirSync(services)
  const name = 'org.gnome.keyring.SystemPrompter'
  writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${prompter}\n`)
  const path = join(runtime, 'session.conf')
  writeFileSync(
    path,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${runtime}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  )
  return path
}

export type KeychainStep = ['get' | 'remove', account: string] | ['set', account: string, secrets: KeptSecrets]

export interface KeychainRun {
  /** What each step gave, or the key of its error. */
  results: unknown[]
  code: number | null
}

/**
 * Runs these steps on our keychain, in a process of its own within this session. With another `platform`, the library
 * is called without asking the bus before.
 */
export async function keychainSteps(
  env: Record<string, string>,
  steps: KeychainStep[],
  platform: NodeJS.Platform = 'linux',
): Promise<KeychainRun> {
  const child = spawn(process.execPath, [await keychainChild()], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ steps, platform }))
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { results: JSON.parse(out) as unknown[], code }
}

let program: Promise<string> | undefined

/** Built once, beside our packages so that it finds the keychain's library. */
function keychainChild(): Promise<string> {
  program ??= build()
  return program

  async function build(): Promise<string> {
    const root = join(import.meta.dirname, '..', '..')
    const file = join(root, 'node_modules', '.cache', 'ipeos', `keychain-child-${process.pid}.cjs`)
    const bundle = await rolldown({
      input: join(import.meta.dirname, 'keychain-child.ts'),
      platform: 'node',
      external: ['@napi-rs/keyring'],
    })
    await bundle.write({ file, format: 'cjs', codeSplitting: false })
    await bundle.close()
    return file
  }
}
