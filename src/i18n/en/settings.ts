export const settings = {
  'settings.left-aside': 'Left aside: {reason}',
  'settings.folder-relative': '{origin} must be a whole path, from the root; it is “{value}”.',
  'settings.sandbox-and-url': '--sandbox and --url {url} name two different platforms: give one of them.',
  'settings.wrong-url': '{origin}: “{value}” is not the address of a platform (https://…, without a password).',
  'settings.wrong-choice': '{origin}: “{value}” is none of: {choices}.',
  'settings.wrong-timeout':
    '{origin}: “{value}” is not a number of seconds, more than 0 and at most {longest, number}.',
  'settings.wrong-count': '{origin}: “{value}” is not a whole number from 1 to {longest, number}.',
  'settings.wrong-email': '{origin}: “{value}” is not an e-mail address (name@example.com).',
  'settings.wrong-page': '{origin}: “{value}” is not the address of a page (https://…, without a password).',
  'settings.wrong-names': '{origin}: “{value}” is not a list of names with commas between.',
  'settings.wrong-value': '{origin}: “{value}” makes no sense here.',
  'settings.wrong-in-file.hint':
    'To put it right: ipeos config set {key} VALUE\nTo do without: ipeos config unset {key}',
  'settings.wrong-in-machine.hint':
    'It stands there as “{key}”, for all people of this computer: whoever administers it can put it right. Your own comes first: ipeos config set {key} VALUE',
  'settings.wrong-in-organisation.hint':
    'The file of your organisation is at fault.\nTo do without it: ipeos config unset organisation\nTo bring in another: ipeos config import FILE',

  'settings.exposed': '{url} is not encrypted (http): what is sent there, password included, can be read on the way.',
  'settings.exposed.hint':
    'Use the https address.\nIf you know what you are doing: ipeos login --url {url} --allow-http\nWithout a login here: IPEOS_ALLOW_HTTP=1',

  'settings.corrupt': '{path} could not be understood. It now stands beside, untouched: {aside}',
  'settings.unreadable':
    '{path} makes no sense ({reason}). Nothing is sent until it does: it might go to another platform than the one meant.',
  'settings.unreadable.hint': 'Put it right, or move it away to start afresh: mv {path} {path}.old',
  'settings.corrupt-secrets.hint': 'Log in again: ipeos login --insecure-storage',
  'settings.newer': '{path} was written by a newer ipeos.',
  'settings.newer.hint': 'Update ipeos, or set IPEOS_CONFIG_DIR to another folder.',
  'settings.locked': 'Another ipeos has been busy with the same file for too long: {path}',
  'settings.locked.hint': 'If no other ipeos runs, try again in a few seconds.',
  'settings.cannot-read': '{path} cannot be read ({reason}).',
  'settings.cannot-write': '{path} cannot be written ({reason}).',
  'settings.file-trouble.hint':
    'Check the rights and the room on the disk, or choose another folder (IPEOS_CONFIG_DIR, IPEOS_STATE_DIR, IPEOS_CACHE_DIR, IPEOS_DATA_DIR). Which is which: ipeos help files',
  'settings.home-closed':
    '{home} is closed to you, and it may say which platform is yours. Nothing is sent: it might go to another one.',
  'settings.home-closed.hint': 'Name the platform (IPEOS_URL), or give a folder of your own to HOME.',
  'settings.no-home': 'There is no home folder here, and so no place for what must be kept.',
  'settings.no-home.hint':
    'Give a folder that is there to HOME, or else to IPEOS_CONFIG_DIR (logins, settings) and IPEOS_STATE_DIR (drafts). What is missing: ipeos doctor',
  'settings.machine-open': 'Others than root can change {path}: it is not used.',
  'settings.machine-open.hint':
    'Have it closed, with its folder (chown root, chmod go-w). Until then, name the platform yourself (IPEOS_URL), for nothing is sent to another one.',
  'settings.secrets-readable': 'Others can read your secrets in {path}: they are not used.',
  'settings.secrets-readable.hint': 'Close it (chmod 600 {path}), and change your password if others use this machine.',

  'settings.not-logged-in': 'You are not logged in to {url}.',
  'settings.no-such-account': 'You have no account “{account}” on {url}.',
  'settings.not-logged-in-sandbox': 'You are not logged in to the embedded platform.',
  'settings.not-logged-in-sandbox.hint': 'Log in with the trial account “alice”: ipeos login --sandbox',
  'settings.not-logged-in.hint': 'Log in: ipeos login',
  'settings.not-logged-in-there.hint': 'Log in: ipeos login --url {url}',
  'settings.logged-in-elsewhere.hint':
    'To log in: ipeos login --url {url}\nTo use another account: ipeos account use {name}',
  'settings.half-environment': '{given} is set, but not {missing}.',
  'settings.half-environment.hint': 'Set both IPEOS_USER and IPEOS_PASSWORD, or IPEOS_TOKEN alone, or none of them.',
  'settings.wrong-proxy': '{variable} is not the address of a proxy that ipeos can use (http or https).',
  'settings.wrong-proxy.hint': 'It looks like http://proxy.example:3128, or http://NAME:PASSWORD@proxy.example:3128.',
  'settings.secret-twice': '{name} and {origin} are both set.',
  'settings.secret-twice.hint': 'Give one of them.',
  'settings.secret-file': '{origin}: {path} cannot be read ({reason}).',
  'settings.secret-file-empty': '{origin}: {path} is empty.',
  'settings.secret-file-lines': '{origin}: one line is expected in {path}, and there are several.',
  'settings.secret-file-big': '{origin}: {path} is larger than a secret can be ({most, number} kB).',
  'settings.secret-control': '{origin} holds a control character, which no secret does.',
  'settings.secret-control.hint': 'Give it anew, as plain text: UTF-16, as PowerShell writes it, will not do.',
  'settings.secret-file.hint':
    'It is the path of a file that holds the secret and nothing else; keep it to yourself (chmod 600).',
  'settings.open-secret': 'Others on this computer can read the secret in {path}. Close it: chmod 600 {path}',
  'settings.not-ours':
    'Others may have written {path}, which is not yours: it is left aside. If it is: chown {user} {path}',
  'settings.open-to-others': 'Others may write {path}: it is left aside. To close it: chmod go-w {path}',

  'settings.keychain-absent':
    'There is no keychain here: no Secret Service (GNOME Keyring, KWallet, KeePassXC…) answers.',
  'settings.keychain-locked': 'The keychain of this session is locked.',
  'settings.keychain-silent': 'The keychain of this session does not answer.',
  'settings.keychain-denied': 'The keychain of this session refuses access.',
  'settings.keychain-broken': 'The keychain of this session has a problem.',
  'settings.keychain-unpacked':
    'The keychain cannot be used: the part of ipeos that speaks with it could not be unpacked into {path}.',
  'settings.keychain-tampered':
    'The keychain cannot be used: {path} is not what ipeos unpacked there, or others may change it.',
  'settings.keychain-tampered.hint':
    'Nothing of it was run. If you did not change it yourself, tell whoever looks after this computer; then delete it, and try again.',
  'settings.keychain-unloadable':
    'The keychain cannot be used: this system does not load {path}, as on a file system mounted noexec. IPEOS_CACHE_DIR names another folder.',
  'settings.keychain-locked.hint':
    'Unlock it (opening your session’s password manager does), then try again. Without it: IPEOS_USER and IPEOS_PASSWORD, or IPEOS_TOKEN, in the environment; or a file that only you can read: ipeos login --insecure-storage',
  'settings.keychain.hint':
    'Without it: IPEOS_USER and IPEOS_PASSWORD, or IPEOS_TOKEN, in the environment; or a file that only you can read: ipeos login --insecure-storage',
} as const
