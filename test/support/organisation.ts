import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const pem = readFileSync(join(import.meta.dirname, '..', 'support', 'tls', 'self-signed.pem'), 'utf8')
/** A certificate of no worth, signed by itself. */
const certificate = pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----')).trim()

/** An organisation's file with all that it may hold; the platform that it names is `siteUrl` of the desk. */
export const organisation = {
  version: 1,
  name: 'IPEOS-WTC',
  brand: 'IPEOS I-Solutions',
  url: 'https://support.example',
  ca: certificate,
  recovery: { url: 'https://ipeos.example/perdu', email: 'secours@ipeos.example' },
  contact: { name: 'Alice Durand', login: 'alice', email: 'alice@ipeos.example' },
  contracts: [
    {
      number: 'IPEOS-2024-0117',
      name: 'Support Gold IPEOS-WTC',
      level: 'gold',
      categories: ['Hébergement', 'Messagerie'],
      hours: 'Du lundi au vendredi, de 8 h à 19 h',
      telephone: '01 84 80 00 00',
      begins: '2024-01-17',
      ends: '2027-01-16',
    },
    { number: 'IPEOS-2025-0003', name: 'Site vitrine', level: 'bronze', hours: 'Du lundi au vendredi, de 9 h à 17 h' },
  ],
  releases: 'https://ipeos.example/ipeos/latest.json',
} as const
