export const newForm = {
  'new.option.form': 'the form of the site to fill in: its name, a part of it, or its number (“ipeos form list”)',
  'new.option.answer': 'the answer to a question of the form, by its label; once for each value, @FILE for a file',
  'new.option.answers':
    'the answers, from a file or from standard input with -; “ipeos form show NAME --answers-template” writes an empty one',
  'new.option.observer':
    'a person or a group that may follow the ticket: a name, or an e-mail address where the form takes one; may be repeated',
  'new.option.silent-observer': 'the same as --observer, and no mails go to this one; not by a form of a GLPI 11 site',
  'new.option.location': 'the place it is about: its name, a part of it, or its number',
  'new.option.on-behalf-of': 'whom the request is for: a name, where the form of the site lets you send it for others',
  'new.which-form': 'The site has {count} forms, and none of them is the usual one: say which.',
  'new.which-form-hint':
    'For example: --form followed by its number or some words of its title. What a form asks: ipeos form show',
  'new.form-named': '{title} (--form {id})',
  'new.forms-unreadable': 'The site’s forms cannot be read; the request goes as if it had none.',
  'new.form-not-offered': 'With these answers the form “{title}” may not be sent.',
  'new.form-refused': 'The site does not take these answers; nothing was sent:',
  'new.form-hint': 'What the form asks: ipeos form show {id}',
  'new.on-web-hint': 'To fill it in there: {url}',
  'new.question-left-out': 'The form also asks “{label}”, which ipeos cannot ask: it stays empty. To answer it: {url}',
  'new.noted-form': 'the form {form} of the site did not take the request: {reason}',
  'new.not-taken.form': '--form: the platform offers no forms to choose from',
  'new.not-taken.answer': '--answer: the platform offers no forms to choose from',
  'new.not-taken.answers': '--answers: the platform offers no forms to choose from',
  'new.group-not-silent':
    '--silent-observer: the mails of a group cannot be stopped for one ticket; name it with --observer: {name}',
  'new.not-taken.observer': '--observer: the form asks for no observers',
  'new.not-taken.silent-observer':
    '--silent-observer: a form of the site says nothing of mails. Name them with --observer, or after the ticket is there: ipeos ticket observer add --no-notify',
  'new.not-taken.location': '--location: the form asks for no place',
  'new.not-taken.on-behalf-of': '--on-behalf-of: the form cannot be sent for anybody else',
  'new.unknown.on-behalf-of': 'the form cannot be sent for “{text}”, only for: {names}',
  'new.ambiguous.on-behalf-of': '--on-behalf-of “{text}” may be: {names}',
  'new.noted-on-behalf-of': 'the request is on behalf of {name}',
}
