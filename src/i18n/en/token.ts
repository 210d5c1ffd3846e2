export const token = {
  'token.fetching': 'Getting your token…',
  'token.offer': 'Keep a token instead of your password (it outlives a change)?',
  'token.made':
    'The site has made a new token (a person has only one): give it to any program that used the older one.',
  'token.kept.keychain': 'A token, instead of your password, is in the keychain of your system.',
  'token.kept.file': 'A token, instead of your password, is in {path}, which only you can read.',
  'token.not-kept': 'Your password is kept, as before, and no token. {reason}',
  'token.off': 'This site takes no personal tokens.',
  'token.not-proven': 'The site made a token, and then refused it.',
  'token.replace':
    'The site refuses the token that you have there. Make another? (Programs with the old one will need it.)',
  'token.refused-stays': 'The token that you have on the site is refused, and was left as it is.',
  'token.not-made': 'The site made no token.',
  'token.unread': 'The site was told to make a token, and did not show it.',
  'token.may-stand':
    'A token that was made just now may still stand on the site, and opens your account. Its page: {url}\nTo make it known here: ipeos login --save-token\nThen, to take it back: ipeos logout --revoke',
  'token.stays': 'The site did not take the token back.',
  'token.by-hand': 'See it on its page, under your preferences, in a browser.',

  'token.steps.10':
    'On the page that opens, once you are signed in there:\n1. Under “Remote access keys”, find “API token”. Only if there is none: tick “Regenerate”, then “Save”.\n2. Copy the token, come back here, and paste it.',
  'token.steps.11':
    'On the page that opens, once you are signed in there:\n1. Under “Passwords and access keys”, find “API token”. Only if it is empty: tick “Regenerate”, then “Save”.\n2. Copy the token, come back here, and paste it.',
  'token.embedded':
    'The embedded platform has no page that a browser could open. The token of the trial account “alice”: alice-token',
  'token.ask': 'Your token (nothing of it shows)',
  'token.spaces': 'There is a space in the middle: a token has none. Copy it again, and nothing else.',
  'token.characters': 'This is no token: it holds letters and digits only. Copy it again.',
  'token.try-again':
    'The platform refuses this token: it is not the one on the page, or the site takes no tokens at all. Copy it again.',
  'token.ask-other': 'This is the token of {name} ({login}), and not of {user}. Log in as {login}?',
  'token.of-another': 'This token belongs to {login}, and not to {user}: nothing is kept.',
  'token.of-another.hint': 'Sign in to the site as {user} in your browser, then: ipeos login --web',
  'token.of-another.input-hint': 'Give the token of {user}, or, to log in as {login}, leave --user {user} out.',
  'token.instead.no-passwords': 'This platform takes no passwords from programs; your personal token will do.',
  'token.instead.single-sign-on':
    'This site signs people in by itself (single sign-on), and may know no password of yours; your personal token will do.',
  'token.instead.ask': 'Take it from its page?',
  'token.web-and-input': '--web has you paste the token: give it without --password-stdin and --token-stdin.',
  'token.web-without-terminal': '--web needs a terminal, to paste the token into.',
  'token.web-without-terminal.hint': 'In a script: ipeos login --token-stdin',
} as const
