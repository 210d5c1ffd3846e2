import { distance } from 'fastest-levenshtein'
import type { Message } from '../../../i18n/translate.ts'
import type { Organisation } from '../../../settings/organisation.ts'
import { defaultUrl, platformAddress } from '../../../settings/platform-address.ts'

/** Letters of one host by which a person may take it for another. */
const nearly = 2

/** What is to be said of the places that a file sends a person to, passwords and all, where one may be taken for another. */
export function lookAlikes({ url, recovery }: Organisation, inUse: string | undefined): Message[] {
  const known = [defaultUrl, inUse ?? defaultUrl].flatMap(hostOf)
  const mailHost = recovery?.email?.split('@').at(-1)
  const given = [url, recovery?.url, mailHost && `https://${mailHost}`].flatMap((address) => address ?? [])
  return [...new Set(given)].flatMap((written): Message[] => {
    const [host = ''] = hostOf(written)
    if (/(^|\.)xn--/.test(host)) return [{ key: 'config.import.foreign-letters', parameters: { host, written } }]
    const near = known.find((one) => one !== host && distance(one, host) <= nearly)
    return near ? [{ key: 'config.import.near-host', parameters: { host, known: near } }] : []
  })
}

function hostOf(address: string): string[] {
  const { url = 'sandbox' } = platformAddress(address) ?? {}
  return url === 'sandbox' ? [] : [new URL(url).hostname]
}
