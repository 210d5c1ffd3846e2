import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

test.each(['10.0', '11.0'] as const)(
  'on GLPI %s a script links, lets follow, and closes, and every «no» has its code',
  async (glpi) => {
    const story = await shellStory(
      `
    up
    old=$(ipeos ticket new --title 'Badge' --description 'Il ne lit plus.' --category 3 --yes 2>/dev/null)
    new=$(ipeos ticket new --related "$old" --title 'Badge, suite' --description 'Encore.' --category 3 --yes 2>/dev/null)
    ipeos ticket unlink "$new" "$old" --json linked 2>/dev/null
    ipeos ticket unlink "$new" "$old" 2>/dev/null; echo $?
    ipeos ticket link "$new" "$old" --duplicate --json relation 2>/dev/null
    ipeos ticket link "$new" "$old" --duplicate --quiet; echo $?
    ipeos ticket link "$new" "$new" 2>/dev/null; echo $?
    ipeos ticket link "$new" 11 2>bob; echo $?
    ipeos ticket observer add "$new" henri --json login,notified 2>/dev/null
    ipeos ticket observer add "$new" bob 2>stranger; echo $?
    ipeos ticket observer mute "$new" henri --json notified 2>/dev/null
    ipeos ticket observer remove "$new" henri --quiet; echo $?
    ipeos ticket leave "$new" --yes 2>/dev/null; echo $?
    ipeos ticket close "$new" 2>/dev/null; echo $?
    ipeos ticket close "$new" --yes --quiet; echo $?
    ipeos ticket edit "$old" --type request 2>/dev/null; echo $?
    down
  `,
      { glpi },
    )
    expect(story.err).toBe('')
    expect(story.out.replace(/\s+/g, ' ').trim()).toBe(
      [
        '{ "linked": false } 3 { "relation": "duplicate-of" } 0 2 3',
        '[ { "login": "henri", "notified": true } ] 3 [ { "notified": false } ] 0 1 2 0 2',
      ].join(' '),
    )
    expect(story.files.stranger).toContain('would not see the ticket')
    expect(story.files.bob).not.toMatch(/bob|Smith|ACME/i)
  },
)
