export const sentForm = {
  'new.dropped': 'Ticket no. {id} is saved, but not with all that was asked.',
  'new.dropped-hint': 'To tell support: ipeos ticket comment {id}',
  'new.dropped.observer': '{name} was not made an observer of it.',
  'new.dropped.observer-silence': '{name} gets the mails of it all the same.',
  'new.told.observer': '{name} is no observer: this form only writes the name into the ticket.',
  'new.told.item': '“{name}” is not tied to it: this form only writes the name into the ticket.',
  'new.dropped.item': '“{name}” was not tied to it.',
  'new.dropped.location': 'The place “{name}” was not kept.',
  'new.dropped.notification': 'You are not kept informed by mail of it.',
  'new.dropped.silence': 'You are kept informed by mail of it all the same.',
  'new.dropped.address': 'Mails about it do not go to {email}.',
  'new.also-saved': 'Ticket no. {id} came of it as well.',
  'new.unseen': 'Your answers to “{form}” arrived, as “{name}”. What became of them is not shown to your account.',
  'new.unseen-file': '{name} went nowhere.',
  'new.unseen-files':
    'Your answers arrived, but {count, plural, one {a file did not: the form has no place for it} other {# files did not: the form has no place for them}}.',
  'new.unseen-files-hint': 'Give them to the support team some other way.',
  'draft.question-gone': 'The form no longer asks “{label}”.',
  'draft.question-changed': 'The form asks “{now}” now, where it asked “{label}”.',
  'draft.option-gone': '“{label}” no longer offers “{option}”.',
  'draft.delegate-gone': 'The form can no longer be sent for {name}.',
  'draft.other-form': 'These answers belong to another form, “{title}”.',
  'draft.perhaps-submitted':
    'The site did not answer, and may have your answers to “{title}” all the same: what this form makes cannot be told from here. They are not sent twice by themselves.',
  'draft.perhaps-hint': 'Ask the support team whether they are there before you send them again.',
  'draft.send.option.again':
    'answers to a form that got no answer and cannot be looked for: once more, though the site may have them',
  'draft.nothing-in-doubt':
    'Of draft {id} it is known how far it got: --again is for answers to a form of which it is not.',
  'draft.again-which': 'Say which draft is to be sent once more.',
  'draft.form': 'Form',
  'draft.on-behalf-of': 'On behalf of',
  'draft.again-hint': 'Ask the support team whether they are there. To send them once more all the same: {command}',
  'draft.form-without-text':
    'The form “{title}” has no long text, where alone --dedupe could keep its key: nothing was sent.',
  'draft.form-without-text-hint': 'Without --dedupe it can be sent; or name another form: ipeos form list',
  'draft.answer-line': '{question}: {answer}',
  'draft.answer-lines': '{question}:\n{answer}\n',
  'draft.noted-form': 'the form “{title}” did not take it: {reason}',
  'draft.mark-in-title':
    'The title of ticket no. {id} shows a mark of ipeos, “<!-- ipeos:… -->”: the form “{title}” makes titles of its long text. Please tell whoever looks after the site.',
} as const
