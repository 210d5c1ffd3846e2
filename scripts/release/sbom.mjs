/** The bill of materials, as CycloneDX 1.5: what is in the bundle, and what an executable has beside it. */
import { createHash } from 'node:crypto'

/** `packages`: those in the bundle (dist/packages.json); `lock`: package-lock.json; `nodes`: what executables hold. */
export function billOf({ version, license, moment, packages, lock, nodes }) {
  const ref = `pkg:npm/ipeos@${version}`
  const bundled = packages.map((one) => component({ ...one, ...fromLock(lock, one) }))
  const native = Object.values(nodes.targets).flatMap(({ node, integrity, keyring }) => {
    const part = lock.packages[`node_modules/${keyring}`]
    return [
      component({ name: node, version: nodes.version, license: 'MIT', integrity, scope: 'optional' }),
      component({
        name: keyring,
        version: part.version,
        license: part.license,
        integrity: part.integrity,
        scope: 'optional',
      }),
    ]
  })
  const keyring = lock.packages['node_modules/@napi-rs/keyring']
  const outside = component({ name: '@napi-rs/keyring', ...keyring, scope: 'optional' })
  const components = [...bundled, outside, ...native].sort((one, other) => (one.purl < other.purl ? -1 : 1))
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: new Date(moment * 1000).toISOString(),
      component: {
        type: 'application',
        'bom-ref': ref,
        name: 'ipeos',
        version,
        purl: ref,
        licenses: licensed(license),
      },
    },
    components,
    dependencies: [{ ref, dependsOn: components.map((one) => one['bom-ref']) }],
  }
  return { ...bill, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bill))}` }
}

function component({ name, version, license, integrity, scope = 'required' }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    scope,
    purl,
    ...(license && { licenses: licensed(license) }),
    ...(integrity && { hashes: [hashOf(integrity)] }),
  }
}

/** Of one name several versions may be there, each below what asked for it. */
function fromLock({ packages }, { name, version }) {
  const found = Object.entries(packages).find(
    ([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version,
  )
  return { integrity: found?.[1].integrity }
}

function licensed(license) {
  return [/ (OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } }]
}

function hashOf(integrity) {
  return { alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }
}

/** Of the content, so that the same content has the same one. */
function uuidOf(text) {
  const hash = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(hash[16], 16) % 4]
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
