/** Builds a clone once npm has put there what that needs: `npm ci`, or `npm install` of an address of git. */
try {
  import.meta.resolve('rolldown')
  await import('./build.mjs')
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  // `npm install -g` of such an address leaves it out.
  console.error('✗ npm has not installed what builds ipeos.')
  console.error('  → In a clone: npm ci && npm pack && npm install -g ./ipeos-*.tgz')
  process.exitCode = 1
}
