import { describe, expect, test } from 'vitest'
import { glpiVersions } from '../support/glpi-versions.ts'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

describe.each(glpiVersions)('on GLPI %s, a script', (glpi) => {
  test('whose password has expired is told, changes it within the policy, and goes on', async () => {
    const story = await shellStory(
      `
      unset IPEOS_USER IPEOS_PASSWORD
      export IPEOS_INSECURE_STORAGE=1 LANG=en_GB.UTF-8
      : >log
      ipeos sandbox start --port "$PORT" --glpi ${glpi} --data "$STORY/data" --password-policy --password-expired alice >log 2>&1 & S=$!
      until grep -q listening log; do sleep 0.1; done
      OLD=alice-secret NEW=Tout-Neuf-2030
      printf %s "$OLD" | ipeos login --user alice --password-stdin 2>refused; echo login $?
      printf '%s\\n' "$OLD" court | ipeos password change --user alice --password-stdin 2>weak; echo weak $?
      printf '%s\\n' "$OLD" "$NEW" | ipeos password change --user alice --password-stdin 2>/dev/null; echo change $?
      printf %s "$NEW" | ipeos login --user alice --password-stdin 2>/dev/null; echo login $?
      printf '%s\\n' "$NEW" Tout-Autre-2031 | ipeos password change --password-stdin 2>/dev/null; echo change $?
      ipeos whoami --json login >me.json
      kill $S
    `,
      { glpi },
    )
    expect(story.out.split('\n')).toEqual(['login 4', 'weak 2', 'change 0', 'login 0', 'change 0', ''])
    expect(story.files.refused).toContain('ipeos password change')
    expect(story.files.weak).toMatch(/at least 8 characters[\s\S]*a digit/)
    expect(story.json('me.json')).toEqual({ login: 'alice' })
  })
})
