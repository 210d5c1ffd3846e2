import { Failed } from '../../errors/error.ts'

/** Whom to trust beside the authorities that Node knows. */
export interface Trusted {
  /** A PEM file of authorities. */
  caFile?: string | undefined
  /** The same as text. */
  authority?: string | undefined
}

/** Those that Node knows, and one's own. Rejects with `Failed` when the file of them cannot be read. */
export async function authorities({ caFile, authority }: Trusted): Promise<{ ca?: string[] }> {
  if (caFile === undefined && authority === undefined) return {}
  const { rootCertificates } = await import('node:tls')
  return { ca: [...rootCertificates, authority ?? (await readAuthorities(caFile ?? ''))] }
}

async function readAuthorities(file: string): Promise<string> {
  const [{ X509Certificate }, { readFile }] = await Promise.all([import('node:crypto'), import('node:fs/promises')])
  try {
    const text = await readFile(file, 'utf8')
    // Node takes anything for a list of authorities, an empty one.
    new X509Certificate(text)
    return text
  } catch (cause) {
    throw new Failed('wrong-ca-file', { file }, { cause })
  }
}
