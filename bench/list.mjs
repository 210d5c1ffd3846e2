/**
 * The least that Node can do of the same work: the same pages (a file of addresses, one a line), two under way, each row
 * as a line of JSON; nothing is checked, sanitised or named. Usage: node list.mjs pages.txt session-token
 */
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

const [, , file, token] = process.argv
const pages = readFileSync(file, 'utf8').trim().split('\n')
const agent = new Agent({ keepAlive: true, maxSockets: 2 })
const headers = { 'Session-Token': token, 'X-GLPI-Sanitized-Content': 'false' }

function bodyOf(page) {
  return new Promise((resolve, reject) => {
    const request = get(page, { agent, headers }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks)))
    })
    request.on('error', reject)
  })
}

const coming = pages.splice(0, 2).map(bodyOf)
while (coming.length > 0) {
  const body = await coming.shift()
  if (pages.length > 0) coming.push(bodyOf(pages.shift()))
  const { data } = JSON.parse(body.toString())
  const lines = data.map((row) => `${JSON.stringify(row)}\n`).join('')
  if (!process.stdout.write(lines)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
agent.destroy()
