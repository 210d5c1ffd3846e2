import { X509Certificate } from 'node:crypto'

const block = /-----BEGIN CERTIFICATE-----[\w\s+/=]+-----END CERTIFICATE-----/g

/** Whether a text holds one certificate or several, in PEM, and each can be read. */
export function isCertificate(text: string): boolean {
  const blocks = text.match(block) ?? []
  return blocks.length > 0 && blocks.every(isReadable)
}

function isReadable(pem: string): boolean {
  try {
    new X509Certificate(pem)
    return true
  } catch (error) {
    // Node says so with an error of OpenSSL, which has a code.
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
