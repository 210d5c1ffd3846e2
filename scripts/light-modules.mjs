/**
 * Modules that the bundle has in the place of others, so that a command starts sooner: node's own take one to six
 * milliseconds each to load.
 */

/** Whose imports, of what, and the code in its place. */
const replacements = [
  // commander loads it for subcommands that are programs of their own; we have none.
  { importer: /\/node_modules\/commander\//, of: /^node:child_process$/, code: 'module.exports = {}' },
  // HTTP/2 is never asked for; undici itself gets by without it, where node was built so.
  { importer: /\/node_modules\/undici\//, of: /^node:http2$/, code: 'module.exports = { constants: {} }' },
  // undici asks these two of it: how large headers may be, and whether a body is an answer of node's server (never).
  {
    importer: /\/node_modules\/undici\/lib\/(core|dispatcher)\//,
    of: /^node:http$/,
    code: 'module.exports = { maxHeaderSize: 16384, IncomingMessage: class {} }',
  },
  {
    importer: /\/node_modules\/undici\//,
    of: /^node:assert$/,
    code: "module.exports = (value, message) => { if (!value) throw new Error(message ?? 'assertion failed') }",
  },
  // Whether there are colours is ours to say.
  {
    importer: /\/node_modules\/chalk\//,
    of: /supports-color/,
    code: 'export default { stdout: false, stderr: false }',
  },
  // Wanted by what writes and signs: loaded when it does.
  {
    importer: /\/src\/(open-platform|settings\/(?!certificate)|drafts\/|files\/|shell\/complete)/,
    of: /^node:crypto$/,
    code: ['createHash', 'createHmac', 'randomBytes', 'randomInt', 'randomUUID', 'scryptSync', 'timingSafeEqual']
      .map((name) => `export const ${name} = (...given) => require('node:crypto').${name}(...given)`)
      .join('\n'),
  },
]

export const lightModules = {
  name: 'light-modules',
  resolveId: (id, importer = '') => {
    const found = replacements.findIndex((one) => one.of.test(id) && one.importer.test(importer))
    return found < 0 ? null : `\0light:${found}`
  },
  load: (id) => (id.startsWith('\0light:') ? replacements[Number(id.slice(7))].code : null),
}
