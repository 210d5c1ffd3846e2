/**
 * Builds a clone once npm has put there what that needs: `npm ci`, or `npm install` of an address of git. With `--global`
 * npm leaves that out, and it is put there first.
 */
import { execFileSync } from 'node:child_process'

try {
  import.meta.resolve('rolldown')
} catch {
  // Without this npm puts a link to its own clone where the package belongs, and then deletes the clone.
  if (process.env.npm_config_install_links !== 'true') {
    console.error('✗ npm has not installed what builds ipeos.')
    console.error('  → From an address of git: npm install -g --install-links git+https://…')
    console.error('  → In a clone: npm ci && npm pack && npm install -g ./ipeos-*.tgz')
    process.exit(1)
  }
  const words = ['ci', '--global=false', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync(process.execPath, [process.env.npm_execpath, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
}
await import('./build.mjs')
