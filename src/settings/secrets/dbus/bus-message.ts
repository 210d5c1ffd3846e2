// The few parts of the D-Bus wire format that are needed here (D-Bus specification, «Message Protocol»).

/** A call whose arguments are all strings. */
export interface BusCall {
  destination: string
  path: string
  interface: string
  member: string
  args: string[]
}

/** What came back: the body of an answer, or the name of an error. */
export interface BusAnswer {
  serial: number
  body: Buffer
  error?: string
}

const field = { path: 1, interface: 2, member: 3, errorName: 4, replySerial: 5, destination: 6, signature: 8 } as const
const longestMessage = 1_000_000

/** A method call, in little-endian order. */
export function encodeCall(call: BusCall, serial: number): Buffer {
  const body = padded(call.args.map(string), 4)
  const fields = padded(
    [
      Buffer.concat([Buffer.from([field.path]), signature('o'), string(call.path)]),
      Buffer.concat([Buffer.from([field.interface]), signature('s'), string(call.interface)]),
      Buffer.concat([Buffer.from([field.member]), signature('s'), string(call.member)]),
      Buffer.concat([Buffer.from([field.destination]), signature('s'), string(call.destination)]),
      Buffer.concat([Buffer.from([field.signature]), signature('g'), signature('s'.repeat(call.args.length))]),
    ],
    8,
  )
  const head = Buffer.concat([
    Buffer.from(['l'.charCodeAt(0), 1, 0, 1]),
    uint32(body.length),
    uint32(serial),
    uint32(fields.length),
  ])
  return Buffer.concat([padded([Buffer.concat([head, fields]), Buffer.alloc(0)], 8), body])
}

/** Reads one message, whose first 16 bytes are `head`; undefined when it answers nothing (a signal). */
export async function decodeAnswer(
  head: Buffer,
  read: (length: number) => Promise<Buffer>,
): Promise<BusAnswer | undefined> {
  if (head[0] !== 'l'.charCodeAt(0)) throw new Error('the bus speaks another byte order')
  const bodyLength = head.readUInt32LE(4)
  const fieldsLength = head.readUInt32LE(12)
  if (bodyLength + fieldsLength > longestMessage) throw new Error('the bus sent too long a message')
  const fields = await read(fieldsLength + padding(fieldsLength, 8))
  const body = await read(bodyLength)
  const { replySerial, errorName } = readFields(fields.subarray(0, fieldsLength))
  if (replySerial === undefined) return undefined
  return { serial: replySerial, body, ...(errorName === undefined ? {} : { error: errorName }) }
}

function readFields(fields: Buffer): { replySerial?: number; errorName?: string } {
  const found: { replySerial?: number; errorName?: string } = {}
  let at = 0
  while (at < fields.length) {
    at += padding(at, 8)
    const code = fields.readUInt8(at)
    const type = String.fromCharCode(fields.readUInt8(at + 2))
    at += 4
    if (type === 'g') {
      at += fields.readUInt8(at) + 2
      continue
    }
    at += padding(at, 4)
    const number = fields.readUInt32LE(at)
    at += 4
    if (code === field.replySerial) found.replySerial = number
    if (type === 'u') continue
    if (code === field.errorName) found.errorName = fields.toString('utf8', at, at + number)
    at += number + 1
  }
  return found
}

/** The string at the start of a body. */
export function readString(body: Buffer): string {
  return body.toString('utf8', 4, 4 + body.readUInt32LE(0))
}

function string(text: string): Buffer {
  return Buffer.concat([uint32(Buffer.byteLength(text)), Buffer.from(`${text}\0`)])
}

function signature(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(`${text}\0`)])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function padding(length: number, to: number): number {
  return (to - (length % to)) % to
}

/** One after the other, each starting at a multiple of `to`. */
function padded(parts: Buffer[], to: number): Buffer {
  return parts.reduce((all, part) => Buffer.concat([all, Buffer.alloc(padding(all.length, to)), part]), Buffer.alloc(0))
}
