export const password = {
  'password-change.summary': 'choose a new password',
  'password-change.description':
    'Asks for your current password and twice for a new one, tries the new one on the platform, and only then keeps it in the place of the old one. Also when it has expired.',
  'password-change.option.user': 'the user name on the platform; by default, that of the account in use',
  'password-change.option.password-stdin': 'read the current password and the new one from standard input, a line each',
  'password-change.ask-current': 'Current password of {user} on {platform}',
  'password-change.rules': 'The new password needs: {rules}.',
  'password-change.rules-unknown': 'The platform only says what a new password needs when it refuses one.',
  'password-change.rule.short': 'at least {least} characters',
  'password-change.rule.number': 'a digit',
  'password-change.rule.letter': 'a small letter',
  'password-change.rule.capital': 'a capital letter',
  'password-change.rule.symbol': 'a sign (- . ! ?)',
  'password-change.rule.former': 'to be none of your last {former}',
  'password-change.lacks': 'Still missing: {what}.',
  'password-change.fault.empty': 'It is empty: a few characters, please.',
  'password-change.fault.same': 'This is your current password: choose another one.',
  'password-change.faults': 'The new password won’t do, and was not sent. It lacks:',
  'password-change.trying': 'Changing the password, and trying it…',
  'password-change.done': 'Your new password is in place on {platform}. It was tried.',
  'password-change.chosen': 'Your new password is in place, and was tried.',
  'password-change.kept.keychain': 'Your keychain has it too. On other computers, log in again: ipeos login',
  'password-change.kept.file': 'The file with your login has it too. On other computers, log in again: ipeos login',
  'password-change.token-stays': 'On this computer you are logged in with a personal token, which stays as it is.',
  'password-change.log-in': 'To work with it: ipeos login',
  'password-change.environment': 'IPEOS_PASSWORD (or its file) still says the old one: put the new one there.',
  'password-change.expired': 'Your password has expired. Choose a new one now, and you are logged in.',
  'password-change.now': 'Choose a new password now?',
  'password-change.script-hint':
    'With the old one and the new one, a line each, on standard input: ipeos password change --user {user} --password-stdin',
  'password-change.script-there-hint':
    'With the old one and the new one, a line each, on standard input: ipeos password change --url {url} --user {user} --password-stdin',
  'password-change.stopped': 'Stopped: your password is as it was.',
  'password-change.interrupted':
    'The new password was on its way: whether it holds, logging in with it will tell: ipeos login',
  'password-change.missing': 'To do this without a terminal, some things are missing:',
  'password-change.missing-user': '--user NAME (nobody is logged in here)',
  'password-change.missing-password':
    '--password-stdin, with the current password and the new one on standard input, a line each',
  'password-change.lines':
    '--password-stdin: two lines are expected on standard input, the current password and the new one; neither may be empty.',
  'password-change.lines.hint': 'For example: printf "%s\\n" "$OLD" "$NEW" | ipeos password change --password-stdin',
  'password-change.wrong-current': 'This is not your current password.',
  'password-change.wrong-current.hint': 'Nothing was changed. Password forgotten? ipeos password reset',
  'password-change.elsewhere':
    'The password of {user} is not kept on the platform, but by your organisation (its directory or its single sign-on).',
  'password-change.elsewhere.hint': 'Change it as you do for your computer or your mail there; then: ipeos login',
  'password-change.fixed': 'Your profile on the platform may not change its password.',
  'password-change.fixed.hint': 'Ask support for a new one: ipeos contact',
  'password-change.hidden': 'The platform does not show its page for a new password.',
  'password-change.hidden.hint': 'Try it in your browser: {url}',
  'password-change.by-token': 'Here you are logged in with a personal token, which no change of the password concerns.',
  'password-change.by-token.hint':
    'To change the password all the same: ipeos password change --user NAME, or in your browser: {url}',
  'password-change.of-environment': 'Your password comes from IPEOS_PASSWORD (or its file), which ipeos cannot change.',
  'password-change.of-environment.hint':
    'ipeos password change --user {user} changes it on the platform; then put the new one into the variable yourself.',
  'password-change.refused': 'The platform does not take this password: {said}',
  'password-change.unchanged':
    'The platform changed nothing, whatever its page says: the old password holds, the new one does not.',
  'password-change.unsent':
    'The connection broke while the new password was on its way. It was tried: the old one still holds, the new one does not.',
  'password-change.again-hint': 'Nothing was changed here either. To try again: ipeos password change',
  'password-change.lost':
    'The platform takes neither the new password nor the old one any more. What is kept on this computer was not changed.',
  'password-change.lost.hint': 'To have a new one by mail: ipeos password reset',
  'password-change.unproven':
    'The new password was sent, but the platform cannot be asked whether it holds. What is kept on this computer was not changed.',
  'password-change.unproven.hint': 'Once it answers, try the new one, then the old one: ipeos login',
  'password-change.unkept':
    'The new password is in place on the platform, but what is kept on this computer still has the old one:',
  'password-change.unkept.hint': 'To log in with the new one: ipeos login',
} as const
