import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type BusAnswer, type BusCall, decodeAnswer, encodeCall } from './bus-message.ts'

/** Where the bus of this session listens; undefined when there is none that Node can reach. */
export function busSocket(env: Record<string, string | undefined>): string | undefined {
  const runtime = env.XDG_RUNTIME_DIR ? `unix:path=${env.XDG_RUNTIME_DIR}/bus` : ''
  const address = (env.DBUS_SESSION_BUS_ADDRESS || runtime).split(';').find((part) => part.startsWith('unix:'))
  const [, kind, value] = /[:,](path|abstract)=([^,]*)/.exec(address ?? '') ?? []
  if (!kind || !value) return undefined
  const name = decodeURIComponent(value)
  return kind === 'abstract' ? `\0${name}` : name
}

/** A connection to the session bus, for a question or two: dbus-next would bring seven packages more for them. */
export class Bus {
  private serial = 0

  private constructor(private readonly socket: Socket) {}

  /** Rejects when nobody listens there, when the bus does not want this user, and once `signal` aborts. */
  static async open(path: string, uid: number, signal: AbortSignal): Promise<Bus> {
    const socket = connect({ path, signal })
    await once(socket, 'connect', { signal })
    // The last error comes when nobody waits for it any more.
    socket.on('error', () => socket.destroy())
    const bus = new Bus(socket)
    socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(uid)).toString('hex')}\r\n`)
    if (!(await bus.readLine()).startsWith('OK ')) throw new Error('the bus refused this user')
    socket.write('BEGIN\r\n')
    const driver = 'org.freedesktop.DBus'
    await bus.call({ destination: driver, path: '/org/freedesktop/DBus', interface: driver, member: 'Hello', args: [] })
    return bus
  }

  /** Rejects when the connection ends before the answer. */
  async call(call: BusCall): Promise<BusAnswer> {
    this.serial += 1
    this.socket.write(encodeCall(call, this.serial))
    for (;;) {
      const head = await this.read(16)
      const rest = (length: number) => (length > 0 ? this.read(length) : Promise.resolve(Buffer.alloc(0)))
      const answer = await decodeAnswer(head, rest)
      if (answer?.serial === this.serial) return answer
    }
  }

  close(): void {
    this.socket.destroy()
  }

  private async readLine(): Promise<string> {
    let line = ''
    while (!line.endsWith('\n')) line += (await this.read(1)).toString('latin1')
    return line
  }

  private async read(length: number): Promise<Buffer> {
    for (;;) {
      const chunk: Buffer | null = this.socket.read(length)
      if (chunk?.length === length) return chunk
      if (chunk || this.socket.readableEnded || this.socket.destroyed) throw new Error('the bus ended the connection')
      await Promise.race([once(this.socket, 'readable'), once(this.socket, 'close')])
    }
  }
}
