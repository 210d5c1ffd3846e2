/** Writes down, as the process ends, how much memory it ever held (kB), into the file that PEAK_MEMORY_FILE names. */
const { readFileSync, writeFileSync } = require('node:fs')

// Not resourceUsage().maxRSS: that one begins with the memory of the process that started this one.
process.once('exit', () => {
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
  writeFileSync(process.env.PEAK_MEMORY_FILE, peak[1])
})
