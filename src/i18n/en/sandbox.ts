export const sandbox = {
  'sandbox.start.summary': 'start the embedded platform, on this machine only',
  'sandbox.start.description':
    'A small GLPI in one process, for trying things out: it answers on this machine only, until you stop it with Ctrl+C. ' +
    'Accounts: alice/alice-secret, henri/henri-secret and bob/bob-secret (customers), teo/teo-secret (technician), glpi/glpi (administrator).',
  'sandbox.start.port': 'port (8470 where it is free); 0 takes a free one',
  'sandbox.data': 'folder for its data',
  'sandbox.start.glpi': 'which GLPI to be like',
  'sandbox.start.tickets': 'add this many tickets, to measure lists',
  'sandbox.start.entities': 'how the companies of a new folder stand: ACME below IPEOS, or apart from it (as a rule)',
  'sandbox.start.equipment':
    'what alice has in a new folder: one computer (as a rule for 11.0), or a telephone, a printer… too (10.0)',
  'sandbox.start.sign-in':
    'how one signs in: without passwords or tokens, with a second factor, by single sign-on (as bob)',
  'sandbox.start.catalogue': 'what the catalogue of GLPI 11 holds',
  'sandbox.start.password-policy': 'new passwords must follow a policy: 8 characters, of all kinds',
  'sandbox.start.password-expired': 'the password of this account has expired',
  'sandbox.in-use': 'Another “sandbox start” is using {folder} (process {pid}).',
  'sandbox.in-use-hint': 'Stop it, or give this one a folder of its own: ipeos sandbox start --data FOLDER',
  'sandbox.started':
    'A GLPI {glpi} for trying things out answers at this address. Ctrl+C stops it.\nIts data: {folder}',
  'sandbox.log-in.good': 'To log in (password: {password}): ipeos login --url {url} --user {user}',
  'sandbox.log-in.expired':
    'The password of {user} ({password}) has expired. To choose a new one: ipeos login --url {url} --user {user}',
  'sandbox.log-in.changed':
    'The password of {user} was changed in this folder. With the new one: ipeos login --url {url} --user {user}',
  'sandbox.reset.summary': 'forget all that the embedded platform holds',
  'sandbox.reset.description': 'Removes the data of the embedded platform: the next command starts it anew.',
  'sandbox.reset.yes': 'do not ask to confirm',
  'sandbox.reset.sure': 'Remove all the tickets of the embedded platform ({folder})?',
  'sandbox.reset.kept': 'Nothing was removed.',
  'sandbox.reset.done': 'Done: the embedded platform is as new.',
  'sandbox.reset.nothing': 'The embedded platform holds nothing: there was nothing to remove.',
  'sandbox.corrupt':
    'The embedded platform’s data can’t be read: {file}. Nothing was lost: it was put aside as {aside}.',
  'sandbox.corrupt-hint': 'Run the command again: it starts with new data.',
  'sandbox.no-folder': 'The embedded platform cannot use the folder {folder} ({reason}).',
  'sandbox.no-folder-hint': 'Check its rights and the room on the disk, or set IPEOS_DATA_DIR to another folder.',
  'sandbox.port-taken': 'Port {port} is taken by another program.',
  'sandbox.port-refused': 'Port {port} can’t be opened.',
  'sandbox.port-hint': 'To take a free one: ipeos sandbox start --port 0',
  'sandbox.wrong-port': '“{text}” is not a port: a number from 0 to {most, number}, please.',
  'sandbox.wrong-tickets': '“{text}” is not a number of tickets: from 0 to {most, number}, please.',
} as const
