export const accounts = {
  'account.unknown': 'There is no account “{value}” here.',
  'account.see-list': 'See them: ipeos account list',
  'account.none': 'No login is kept here. To log in: ipeos login',
  'account.to-use': 'To use another one: ipeos account use NAME',
  'account.name': 'Account',
  'account.storage.keychain': 'keychain',
  'account.storage.file': 'file',
  'account.argument.name': 'its full name, its user, or a part',
  'account.list.summary': 'list the accounts whose logins are kept here',
  'account.list.description':
    'Lists the accounts whose logins are kept here, on all platforms; the one in use has a mark.',
  'account.use.summary': 'use another account from now on',
  'account.use.description': 'Makes an account, and its platform, those that commands use. For one call: --account.',
  'account.use.missing': 'Which account? ipeos account use NAME',
  'account.use.ask': 'Account to use',
  'account.use.done': 'Commands now use {name}.',
  'account.use.sandbox': 'It is on the embedded platform, which is used only when a command says --sandbox.',
  'account.remove.summary': 'forget an account',
  'account.remove.description':
    'Ends the session of an account, and forgets its secrets. What you typed and did not send yet stays.',
  'account.remove.option.yes': 'do not ask whether you are sure',
  'account.remove.missing': 'To do this without a terminal, some things are missing: {missing}',
  'account.remove.ask': 'Account to forget',
  'account.remove.sure': 'Forget {name} and its secrets?',
  'account.remove.done': '{name} is forgotten.',
  'account.remove.drafts':
    '{count, plural, one {A draft of this account is still here} other {# drafts of this account are still here}}: ipeos draft list',
} as const
