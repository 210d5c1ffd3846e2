# Completion of ipeos for PowerShell (5.1, 7). To load it, in $PROFILE: ipeos completion powershell | Out-String | Invoke-Expression

# The command that a word names under another.
function Step-Ipeos([string] $Command, [string] $Word) {
  switch -Exact -CaseSensitive ("$Command/$Word") {
    '/home' { return 'home' }
    '/ticket' { return 'ticket' }
    '/alert' { return 'alert' }
    '/draft' { return 'draft' }
    '/form' { return 'form' }
    '/catalog' { return 'form' }
    '/faq' { return 'faq' }
    '/approval' { return 'approval' }
    '/news' { return 'news' }
    '/reservation' { return 'reservation' }
    '/login' { return 'login' }
    '/logout' { return 'logout' }
    '/whoami' { return 'whoami' }
    '/account' { return 'account' }
    '/profile' { return 'profile' }
    '/entity' { return 'entity' }
    '/password' { return 'password' }
    '/contact' { return 'contact' }
    '/contract' { return 'contract' }
    '/preferences' { return 'preferences' }
    '/config' { return 'config' }
    '/doctor' { return 'doctor' }
    '/api' { return 'api' }
    '/sandbox' { return 'sandbox' }
    '/completion' { return 'completion' }
    '/version' { return 'version' }
    '/help' { return 'help' }
    'ticket/new' { return 'ticket new' }
    'ticket/list' { return 'ticket list' }
    'ticket/ls' { return 'ticket list' }
    'ticket/show' { return 'ticket show' }
    'ticket/history' { return 'ticket history' }
    'ticket/stats' { return 'ticket stats' }
    'ticket/comment' { return 'ticket comment' }
    'ticket/attach' { return 'ticket attach' }
    'ticket/download' { return 'ticket download' }
    'ticket/accept' { return 'ticket accept' }
    'ticket/refuse' { return 'ticket refuse' }
    'ticket/rate' { return 'ticket rate' }
    'ticket/edit' { return 'ticket edit' }
    'ticket/cancel' { return 'ticket cancel' }
    'ticket/close' { return 'ticket close' }
    'ticket/link' { return 'ticket link' }
    'ticket/unlink' { return 'ticket unlink' }
    'ticket/observer' { return 'ticket observer' }
    'ticket/leave' { return 'ticket leave' }
    'ticket/form' { return 'ticket form' }
    'ticket/watch' { return 'ticket watch' }
    'ticket/wait' { return 'ticket wait' }
    'ticket/export' { return 'ticket export' }
    'ticket/import' { return 'ticket import' }
    'ticket observer/add' { return 'ticket observer add' }
    'ticket observer/remove' { return 'ticket observer remove' }
    'ticket observer/rm' { return 'ticket observer remove' }
    'ticket observer/mute' { return 'ticket observer mute' }
    'ticket observer/unmute' { return 'ticket observer unmute' }
    'ticket observer/list' { return 'ticket observer list' }
    'ticket observer/ls' { return 'ticket observer list' }
    'draft/list' { return 'draft list' }
    'draft/ls' { return 'draft list' }
    'draft/show' { return 'draft show' }
    'draft/send' { return 'draft send' }
    'draft/delete' { return 'draft delete' }
    'form/list' { return 'form list' }
    'form/ls' { return 'form list' }
    'form/show' { return 'form show' }
    'faq/search' { return 'faq search' }
    'faq/list' { return 'faq list' }
    'faq/ls' { return 'faq list' }
    'faq/show' { return 'faq show' }
    'faq/download' { return 'faq download' }
    'approval/list' { return 'approval list' }
    'approval/ls' { return 'approval list' }
    'approval/accept' { return 'approval accept' }
    'approval/refuse' { return 'approval refuse' }
    'reservation/items' { return 'reservation items' }
    'reservation/new' { return 'reservation new' }
    'reservation/list' { return 'reservation list' }
    'reservation/ls' { return 'reservation list' }
    'reservation/cancel' { return 'reservation cancel' }
    'account/list' { return 'account list' }
    'account/ls' { return 'account list' }
    'account/use' { return 'account use' }
    'account/remove' { return 'account remove' }
    'account/recover' { return 'account recover' }
    'profile/list' { return 'profile list' }
    'profile/ls' { return 'profile list' }
    'profile/use' { return 'profile use' }
    'entity/list' { return 'entity list' }
    'entity/ls' { return 'entity list' }
    'entity/use' { return 'entity use' }
    'password/change' { return 'password change' }
    'password/reset' { return 'password reset' }
    'contract/list' { return 'contract list' }
    'contract/ls' { return 'contract list' }
    'contract/show' { return 'contract show' }
    'preferences/show' { return 'preferences show' }
    'preferences/set' { return 'preferences set' }
    'config/list' { return 'config list' }
    'config/ls' { return 'config list' }
    'config/get' { return 'config get' }
    'config/set' { return 'config set' }
    'config/unset' { return 'config unset' }
    'config/path' { return 'config path' }
    'config/import' { return 'config import' }
    'sandbox/start' { return 'sandbox start' }
    'sandbox/reset' { return 'sandbox reset' }
    'help/home' { return 'help home' }
    'help/ticket' { return 'help ticket' }
    'help/alert' { return 'help alert' }
    'help/draft' { return 'help draft' }
    'help/form' { return 'help form' }
    'help/faq' { return 'help faq' }
    'help/approval' { return 'help approval' }
    'help/news' { return 'help news' }
    'help/reservation' { return 'help reservation' }
    'help/login' { return 'help login' }
    'help/logout' { return 'help logout' }
    'help/whoami' { return 'help whoami' }
    'help/account' { return 'help account' }
    'help/profile' { return 'help profile' }
    'help/entity' { return 'help entity' }
    'help/password' { return 'help password' }
    'help/contact' { return 'help contact' }
    'help/contract' { return 'help contract' }
    'help/preferences' { return 'help preferences' }
    'help/config' { return 'help config' }
    'help/doctor' { return 'help doctor' }
    'help/api' { return 'help api' }
    'help/sandbox' { return 'help sandbox' }
    'help/completion' { return 'help completion' }
    'help/version' { return 'help version' }
    'help/help' { return 'help help' }
    'help/exit-codes' { return 'help exit-codes' }
    'help/environment' { return 'help environment' }
    'help/formats' { return 'help formats' }
    'help/files' { return 'help files' }
    'help/scripting' { return 'help scripting' }
    'help ticket/new' { return 'help ticket new' }
    'help ticket/list' { return 'help ticket list' }
    'help ticket/show' { return 'help ticket show' }
    'help ticket/history' { return 'help ticket history' }
    'help ticket/stats' { return 'help ticket stats' }
    'help ticket/comment' { return 'help ticket comment' }
    'help ticket/attach' { return 'help ticket attach' }
    'help ticket/download' { return 'help ticket download' }
    'help ticket/accept' { return 'help ticket accept' }
    'help ticket/refuse' { return 'help ticket refuse' }
    'help ticket/rate' { return 'help ticket rate' }
    'help ticket/edit' { return 'help ticket edit' }
    'help ticket/cancel' { return 'help ticket cancel' }
    'help ticket/close' { return 'help ticket close' }
    'help ticket/link' { return 'help ticket link' }
    'help ticket/unlink' { return 'help ticket unlink' }
    'help ticket/observer' { return 'help ticket observer' }
    'help ticket/leave' { return 'help ticket leave' }
    'help ticket/form' { return 'help ticket form' }
    'help ticket/watch' { return 'help ticket watch' }
    'help ticket/wait' { return 'help ticket wait' }
    'help ticket/export' { return 'help ticket export' }
    'help ticket/import' { return 'help ticket import' }
    'help ticket observer/add' { return 'help ticket observer add' }
    'help ticket observer/remove' { return 'help ticket observer remove' }
    'help ticket observer/mute' { return 'help ticket observer mute' }
    'help ticket observer/unmute' { return 'help ticket observer unmute' }
    'help ticket observer/list' { return 'help ticket observer list' }
    'help draft/list' { return 'help draft list' }
    'help draft/show' { return 'help draft show' }
    'help draft/send' { return 'help draft send' }
    'help draft/delete' { return 'help draft delete' }
    'help form/list' { return 'help form list' }
    'help form/show' { return 'help form show' }
    'help faq/search' { return 'help faq search' }
    'help faq/list' { return 'help faq list' }
    'help faq/show' { return 'help faq show' }
    'help faq/download' { return 'help faq download' }
    'help approval/list' { return 'help approval list' }
    'help approval/accept' { return 'help approval accept' }
    'help approval/refuse' { return 'help approval refuse' }
    'help reservation/items' { return 'help reservation items' }
    'help reservation/new' { return 'help reservation new' }
    'help reservation/list' { return 'help reservation list' }
    'help reservation/cancel' { return 'help reservation cancel' }
    'help account/list' { return 'help account list' }
    'help account/use' { return 'help account use' }
    'help account/remove' { return 'help account remove' }
    'help account/recover' { return 'help account recover' }
    'help profile/list' { return 'help profile list' }
    'help profile/use' { return 'help profile use' }
    'help entity/list' { return 'help entity list' }
    'help entity/use' { return 'help entity use' }
    'help password/change' { return 'help password change' }
    'help password/reset' { return 'help password reset' }
    'help contract/list' { return 'help contract list' }
    'help contract/show' { return 'help contract show' }
    'help preferences/show' { return 'help preferences show' }
    'help preferences/set' { return 'help preferences set' }
    'help config/list' { return 'help config list' }
    'help config/get' { return 'help config get' }
    'help config/set' { return 'help config set' }
    'help config/unset' { return 'help config unset' }
    'help config/path' { return 'help config path' }
    'help config/import' { return 'help config import' }
    'help sandbox/start' { return 'help sandbox start' }
    'help sandbox/reset' { return 'help sandbox reset' }
  }
}

function Get-IpeosCommand([string] $Command) {
  switch -Exact -CaseSensitive ($Command) {
    '' {
      'home	where things stand, on one screen'
      'ticket	your tickets: open, list, read, add files'
      'alert	bring an alert of your monitoring to its ticket'
      'draft	what you typed and the platform does not have yet'
      'form	forms of the service catalogue: list, show'
      'faq	answers already written: search, read'
      'approval	what waits for your approval: see it, accept, refuse'
      'news	read what the support announces'
      'reservation	reserve rooms and equipment'
      'login	log in to the platform'
      'logout	end the session and forget the secrets'
      'whoami	say who you are on the platform'
      'account	your accounts: use another one, forget one, get a lost one back'
      'profile	the profile that you use the platform with'
      'entity	the entity that you are on'
      'password	a forgotten password'
      'contact	how support is reached'
      'contract	your contracts of support'
      'preferences	your language, your address, how lists look'
      'config	your settings, and what your organisation hands out'
      'doctor	what works and what does not, from the network to your tickets'
      'api	any call of the platform’’s API, as your account'
      'sandbox	the embedded platform, to try things out'
      'completion	completion of commands for your shell'
      'version	the version of ipeos, and whether there is a newer one'
      'help	the help of a command, or of a topic'
    }
    'ticket' {
      'new	open a ticket'
      'list	list your tickets'
      'show	show a ticket and all that happened to it'
      'history	every ticket ever, by year, and how long each took'
      'stats	how many tickets, and how long they take'
      'comment	write to support on a ticket'
      'attach	attach files to a ticket'
      'download	fetch the documents of a ticket'
      'accept	accept the solution that support proposes'
      'refuse	refuse the solution that support proposes'
      'rate	answer the survey of a closed ticket'
      'edit	change a ticket that nobody wrote on yet'
      'cancel	cancel a ticket that nobody wrote on yet'
      'close	close a ticket that nobody wrote on yet'
      'link	link two of your tickets'
      'unlink	take the link between two of your tickets away'
      'observer	let others follow a ticket'
      'leave	stop following a ticket of somebody else'
      'form	show the form that the platform gives you'
      'watch	follow your tickets, or one, as things happen'
      'wait	wait until something happens to a ticket'
      'export	keep tickets in a folder, with all that happened and their documents'
      'import	open many tickets at once, from a file'
    }
    'ticket observer' {
      'add	let somebody follow a ticket'
      'remove	stop somebody following a ticket'
      'mute	no more mails of a ticket, for you or an observer'
      'unmute	mails of a ticket again'
      'list	who follows a ticket'
    }
    'draft' {
      'list	list what is not sent yet'
      'show	show a draft'
      'send	send what waits: a comment, an answer, files, or all of it'
      'delete	forget drafts'
    }
    'form' {
      'list	list the forms that the site offers'
      'show	show what a form asks'
    }
    'faq' {
      'search	search the FAQ'
      'list	list the articles of the FAQ'
      'show	read an article'
      'download	fetch the documents of an article'
    }
    'approval' {
      'list	list what waits for your approval'
      'accept	approve what support asks you'
      'refuse	refuse what support asks you'
    }
    'reservation' {
      'items	what can be reserved'
      'new	reserve something'
      'list	your reservations to come'
      'cancel	cancel a reservation'
    }
    'account' {
      'list	list the accounts whose logins are kept here'
      'use	use another account from now on'
      'remove	forget an account'
      'recover	ask for your account back, when all of it is lost'
    }
    'profile' {
      'list	list the profiles that you hold'
      'use	use another profile from now on'
    }
    'entity' {
      'list	list the entities that you may be on'
      'use	use another entity from now on'
    }
    'password' {
      'change	choose a new password'
      'reset	ask for a new password by mail'
    }
    'contract' {
      'list	your contracts of support'
      'show	one contract: its level, hours, categories'
    }
    'preferences' {
      'show	what you prefer, and where each is kept'
      'set	change what you prefer'
    }
    'config' {
      'list	all settings, and where each comes from'
      'get	one setting: its value, and what it may be'
      'set	keep a setting for good'
      'unset	forget a setting'
      'path	where your settings are'
      'import	bring in what your organisation hands out'
    }
    'sandbox' {
      'start	start the embedded platform, on this machine only'
      'reset	forget all that the embedded platform holds'
    }
    'help' {
      'home	where things stand, on one screen'
      'ticket	your tickets: open, list, read, add files'
      'alert	bring an alert of your monitoring to its ticket'
      'draft	what you typed and the platform does not have yet'
      'form	forms of the service catalogue: list, show'
      'faq	answers already written: search, read'
      'approval	what waits for your approval: see it, accept, refuse'
      'news	read what the support announces'
      'reservation	reserve rooms and equipment'
      'login	log in to the platform'
      'logout	end the session and forget the secrets'
      'whoami	say who you are on the platform'
      'account	your accounts: use another one, forget one, get a lost one back'
      'profile	the profile that you use the platform with'
      'entity	the entity that you are on'
      'password	a forgotten password'
      'contact	how support is reached'
      'contract	your contracts of support'
      'preferences	your language, your address, how lists look'
      'config	your settings, and what your organisation hands out'
      'doctor	what works and what does not, from the network to your tickets'
      'api	any call of the platform’’s API, as your account'
      'sandbox	the embedded platform, to try things out'
      'completion	completion of commands for your shell'
      'version	the version of ipeos, and whether there is a newer one'
      'help	the help of a command, or of a topic'
      'exit-codes	what the exit code of a command says'
      'environment	the environment variables that count'
      'formats	how data is written, and its fields'
      'files	the files and folders of ipeos'
      'scripting	how to use ipeos in scripts'
    }
    'help ticket' {
      'new	open a ticket'
      'list	list your tickets'
      'show	show a ticket and all that happened to it'
      'history	every ticket ever, by year, and how long each took'
      'stats	how many tickets, and how long they take'
      'comment	write to support on a ticket'
      'attach	attach files to a ticket'
      'download	fetch the documents of a ticket'
      'accept	accept the solution that support proposes'
      'refuse	refuse the solution that support proposes'
      'rate	answer the survey of a closed ticket'
      'edit	change a ticket that nobody wrote on yet'
      'cancel	cancel a ticket that nobody wrote on yet'
      'close	close a ticket that nobody wrote on yet'
      'link	link two of your tickets'
      'unlink	take the link between two of your tickets away'
      'observer	let others follow a ticket'
      'leave	stop following a ticket of somebody else'
      'form	show the form that the platform gives you'
      'watch	follow your tickets, or one, as things happen'
      'wait	wait until something happens to a ticket'
      'export	keep tickets in a folder, with all that happened and their documents'
      'import	open many tickets at once, from a file'
    }
    'help ticket observer' {
      'add	let somebody follow a ticket'
      'remove	stop somebody following a ticket'
      'mute	no more mails of a ticket, for you or an observer'
      'unmute	mails of a ticket again'
      'list	who follows a ticket'
    }
    'help draft' {
      'list	list what is not sent yet'
      'show	show a draft'
      'send	send what waits: a comment, an answer, files, or all of it'
      'delete	forget drafts'
    }
    'help form' {
      'list	list the forms that the site offers'
      'show	show what a form asks'
    }
    'help faq' {
      'search	search the FAQ'
      'list	list the articles of the FAQ'
      'show	read an article'
      'download	fetch the documents of an article'
    }
    'help approval' {
      'list	list what waits for your approval'
      'accept	approve what support asks you'
      'refuse	refuse what support asks you'
    }
    'help reservation' {
      'items	what can be reserved'
      'new	reserve something'
      'list	your reservations to come'
      'cancel	cancel a reservation'
    }
    'help account' {
      'list	list the accounts whose logins are kept here'
      'use	use another account from now on'
      'remove	forget an account'
      'recover	ask for your account back, when all of it is lost'
    }
    'help profile' {
      'list	list the profiles that you hold'
      'use	use another profile from now on'
    }
    'help entity' {
      'list	list the entities that you may be on'
      'use	use another entity from now on'
    }
    'help password' {
      'change	choose a new password'
      'reset	ask for a new password by mail'
    }
    'help contract' {
      'list	your contracts of support'
      'show	one contract: its level, hours, categories'
    }
    'help preferences' {
      'show	what you prefer, and where each is kept'
      'set	change what you prefer'
    }
    'help config' {
      'list	all settings, and where each comes from'
      'get	one setting: its value, and what it may be'
      'set	keep a setting for good'
      'unset	forget a setting'
      'path	where your settings are'
      'import	bring in what your organisation hands out'
    }
    'help sandbox' {
      'start	start the embedded platform, on this machine only'
      'reset	forget all that the embedded platform holds'
    }
  }
}

function Get-IpeosOption([string] $Command) {
  switch -Exact -CaseSensitive ($Command) {
    '' {
      '--version	show the version'
      '--account	the account to use, when you have several'
      '--profile	the profile to have for this call'
      '--entity	the entity to be on for this call, or “all”'
      '--url	the address of the platform'
      '--sandbox	use the embedded platform, to try things out'
      '--lang	language'
      '--no-input	never ask; say what is missing instead'
      '--color	colours'
      '--plain	plain lines for screen readers: nothing drawn, nothing that moves'
      '--quiet	nothing on standard error while all is well'
      '--no-pager	print long texts whole, without the pager'
      '--timeout	give up on the platform after this long'
      '--insecure-storage	keep secrets in a file that only you can read, not in the keychain'
      '--debug	show the exchange with the platform, without any secret'
      '--help	show this help'
    }
    'home' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket new' {
      '--form	the form of the site to fill in: its name, a part of it, or its number (“ipeos form list”)'
      '--answer	the answer to a question of the form, by its label; once for each value, @FILE for a file'
      '--answers	the answers, from a file or from standard input with -; “ipeos form show NAME --answers-template” writes an empty one'
      '--urgency	urgency: very-low, low, medium, high, very-high, or 1 to 5'
      '--notify	keep me informed by e-mail'
      '--no-notify	do not'
      '--email	the address to inform me at'
      '--about	the equipment it is about: its name, Computer:3, or this-machine; may be repeated'
      '--observer	a person or a group that may follow the ticket: a name, or an e-mail address where the form takes one; may be repeated'
      '--silent-observer	the same as --observer, and no mails go to this one; not by a form of a GLPI 11 site'
      '--location	the place it is about: its name, a part of it, or its number'
      '--on-behalf-of	whom the request is for: a name, where the form of the site lets you send it for others'
      '--category	category: its name, a part of it, or its number'
      '--title	title'
      '--description	description; an image stands where ![](capture.png) is'
      '--description-file	description from a file, or from standard input with -'
      '--attach	file to attach, or clipboard; may be repeated'
      '--attach-name	name of a file that has none, as from standard input (--attach -) or a pipe'
      '--type	incident (unless you say otherwise) or request'
      '--related	link it to another ticket of yours: its number, or its address'
      '--dedupe	one ticket for what keeps happening: while one with this key is open, the text and files are added to it (solved or closed: a new one)'
      '--dedupe-every	with --dedupe: a text, another one too, that follows the last one sooner than this (1h, 30m) is counted, not sent, nor are its files; the next one tells how many'
      '--best-effort	in a script: open the ticket whatever is wrong with the rest, settings too, and say in it what is; wrong usage (-F - with --attach -) still stops'
      '--resume	go on with a request that was not finished: the last one, or the one of this number'
      '--yes	send without asking to confirm, nor for what is optional'
      '--dry-run	show what would be sent, and send nothing'
      '--web	open the platform’’s form in the browser instead'
      '--no-suggest	do not offer articles of the FAQ'
      '--refresh	read the form from the platform again'
      '--json	as JSON: the ticket; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket list' {
      '--status	status, as the list shows it too (taken: assigned); may be repeated, or several with commas; open is whatever is not closed'
      '--urgency	urgency, or 1 to 5; may be repeated, or several with commas'
      '--type	kind of ticket; may be repeated, or several with commas'
      '--category	category, and those under it: its number, its name, or a part of it'
      '--search	text to look for in titles and descriptions'
      '--since	changed since: 2026-03-01, 7d, “2 weeks”…'
      '--until	last changed until then: likewise'
      '--awaiting-me	those whose solution waits for your answer'
      '--to-rate	closed ones whose survey waits for your mark'
      '--observed	those that you only observe'
      '--overdue	those that should be solved by now'
      '--sort	order by this, with :asc or :desc if need be'
      '--limit	how many at most (30)'
      '--all	the whole list, by number unless --sort says otherwise; closed tickets only with --status all'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket show' {
      '--web	open its page in the browser'
      '--html	write one page of HTML, to be printed: it loads nothing, and is whole by itself'
      '--output	file for that page, “name (2)” where there is one already; - is standard output'
      '--force	with -o, overwrite a file of the same name'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket history' {
      '--since	opened since: 2026-01-01, 90d, “6 months”…'
      '--until	opened until then: likewise'
      '--limit	how many at most; all of them without it'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket stats' {
      '--since	opened since: 2026-01-01, 90d, “6 months”…'
      '--until	opened until then: likewise'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket comment' {
      '--message	what to write; an image stands where ![](capture.png) is'
      '--message-file	what to write, from a file, or from standard input with -'
      '--attach	file to attach, or clipboard; may be repeated'
      '--attach-name	name of a file that has none, as from standard input (--attach -) or a pipe'
      '--accept	with it, accept the solution that waits'
      '--reopen	with it, refuse the solution that waits, which opens the ticket again'
      '--json	as JSON: what was made, a list for several tickets; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket attach' {
      '--attach-name	name of a file that has none, as from standard input (--attach -) or a pipe'
      '--accept	with it, accept the solution that waits'
      '--reopen	with it, refuse the solution that waits, which opens the ticket again'
      '--json	as JSON: what was made, a list for several tickets; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket download' {
      '--all	all the documents of the ticket, and the images in the text'
      '--inline	the images that stand in the texts; with a document, the image of that number'
      '--output	folder to put them in, made if need be (the current one); - writes one document to standard output'
      '--force	overwrite files of the same name; with -o -, write to a terminal what is no text'
      '--open	open the document in the program for its kind; never one that could be a program itself'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket accept' {
      '--message	a word to support'
      '--yes	without asking to confirm'
      '--attach	file to attach, or clipboard; may be repeated'
      '--attach-name	name of a file that has none, as from standard input (--attach -) or a pipe'
      '--json	as JSON: what was made, a list for several tickets; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket refuse' {
      '--message	the reason: what still does not work'
      '--attach	file to attach, or clipboard; may be repeated'
      '--attach-name	name of a file that has none, as from standard input (--attach -) or a pipe'
      '--json	as JSON: what was made, a list for several tickets; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket rate' {
      '--message	a word about it'
      '--json	print what the platform has now, as JSON'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket edit' {
      '--title	new title'
      '--description	new description'
      '--description-file	new description from a file, or from standard input with -'
      '--urgency	new urgency: very-low, low, medium, high, very-high, or 1 to 5'
      '--category	new category: its name, a part of it, or its number'
      '--drop-images	let go the images that the new description does not name'
      '--json	as JSON: the ticket; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket cancel' {
      '--yes	without asking to confirm'
    }
    'ticket close' {
      '--yes	without asking to confirm'
    }
    'ticket link' {
      '--duplicate	the first is a duplicate of the second'
      '--child	the first is a part of the second'
      '--parent	the second is a part of the first'
      '--json	as JSON: the link; only these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket unlink' {
      '--json	as JSON: the link; only these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket observer add' {
      '--no-notify	without mails'
      '--json	as JSON: those who observe it since; only these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket observer remove' {
      '--json	as JSON: those who observe it since; only these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket observer mute' {
      '--json	as JSON: those who observe it since; only these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket observer unmute' {
      '--json	as JSON: those who observe it since; only these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket observer list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket leave' {
      '--yes	without asking to confirm'
    }
    'ticket form' {
      '--category	as it is for this category, which may have a template of its own (GLPI 10)'
      '--type	as it is for this type: incident or request'
      '--refresh	read it from the platform again'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket watch' {
      '--interval	how often to look when something happens, as 30s (the usual) or 2m; at least 5s'
      '--bell	ring the bell at each event'
      '--exec	command to run for each event, through the shell: the event as JSON on its standard input, IPEOS_EVENT and IPEOS_TICKET in its environment; what it prints goes to standard error'
      '--json	each event as one line of JSON; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket wait' {
      '--until	what must happen'
      '--any	of several tickets, the first one is enough; without it, all of them'
      '--timeout	how long to wait at most, as 90s, 10m, 2h or 1d; 0 looks once; without it, as long as it takes'
      '--interval	how often to look when something happens, as 30s (the usual) or 2m; at least 5s'
      '--json	as JSON: how it ended, a list for several tickets; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket export' {
      '--all	every ticket, closed ones too'
      '--output	folder to keep them in'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'ticket import' {
      '--resume	go on with an import that is not done: the last one, or the one of this number'
      '--discard	forget an import that is not done; the tickets that are there stay'
      '--form	the site’’s form by which each line goes: its questions are columns'
      '--key	column by which a line is known'
      '--again	open the tickets of all lines, also of those that were imported before'
      '--report	write the lines back, each with ticket, address, result and error, into this file (- for standard output)'
      '--dry-run	check the file, say which lines are there already, and send nothing'
      '--yes	send without asking to confirm'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'alert' {
      '--input	a file in the place of standard input'
      '--format	of what form it is; auto, by default, looks at variables first, then at JSON'
      '--map	where title, text, fingerprint, state, severity, alerts stand in a JSON of your own (title=.check.name,alerts=.items), and what states say that it is over (recovered=ok|closed); several times'
      '--map-file	the same from a file, a JSON object of those names'
      '--accept-recovery	when the problem is over and a solution waits on its ticket, accept it, which closes the ticket'
      '--dedupe-every	an alert that says the same sooner than this (1h, 30m) after the last one is counted, not sent; the next one tells how many'
      '--urgency	of the tickets that are opened; by default that of the severity: critical and down are very high, error high, warning medium, info low'
      '--category	category: its name, a part of it, or its number'
      '--about	the equipment it is about: its name, Computer:3, or this-machine'
      '--type	incident (unless you say otherwise) or request'
      '--notify	keep me informed by e-mail'
      '--no-notify	do not'
      '--email	the address to inform me at'
      '--dry-run	show what each alert says and what would become of it; send nothing'
      '--json	what became of each alert: fingerprint, action, ticket…; or only these fields (a,b,c)'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'draft list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'draft show' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'draft send' {
      '--all	all that waits, tickets and imports too; exit code 7 when something is left'
      '--again	answers to a form that got no answer and cannot be looked for: once more, though the site may have them'
    }
    'draft delete' {
      '--yes	without asking to confirm'
    }
    'form list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'form show' {
      '--web	open it in the browser'
      '--answers-template	print an answers file to fill in, for ticket new --answers'
      '--answers-schema	print the JSON Schema of such a file (--json-schema is that of what --json prints)'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'faq search' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'faq list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'faq show' {
      '--web	open it in the browser'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'faq download' {
      '--output	folder to put them in, made if need be (the current one); - writes one document to standard output'
      '--force	overwrite files of the same name; with -o -, write to a terminal what is no text'
    }
    'approval list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'approval accept' {
      '--message	a word about it'
      '--json	print what the platform has now, as JSON'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'approval refuse' {
      '--message	why; the platform takes no refusal without a reason'
      '--json	print what the platform has now, as JSON'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'news' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'reservation items' {
      '--on	the day to look at: tomorrow, monday, 12/01/2027'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'reservation new' {
      '--from	when it begins: tomorrow 14:00, monday 9:30'
      '--to	when it ends: 16:00, tomorrow noon, +2h'
      '--for	how long it lasts: 2h, 1h30, 3 days'
      '--comment	what it is for'
      '--every	repeat it every day or every week'
      '--until	the last day on which it is repeated; +4 weeks: after the first'
      '--yes	without asking'
      '--json	the reservations as JSON; of these fields, if any are named'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'reservation list' {
      '--all	those of everybody'
      '--past	those of the year gone by'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'reservation cancel' {
      '--yes	without asking to confirm'
    }
    'login' {
      '--user	your user name on the platform'
      '--password-stdin	read the password from standard input'
      '--token-stdin	read a personal token (Settings → Remote access keys, on the site) from standard input'
      '--web	take the token from its page, which opens: for single sign-on, or a second factor'
      '--save-token	keep a personal token of the site instead of the password, made there if need be'
      '--app-token	the application token that some platforms want (or IPEOS_APP_TOKEN)'
      '--allow-http	accept a platform without encryption (plain http)'
    }
    'logout' {
      '--all	all your accounts, on every platform'
      '--revoke	take your token back on the site first: no program can use it any more'
    }
    'whoami' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'account list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'account remove' {
      '--yes	do not ask whether you are sure'
    }
    'account recover' {
      '--name	your first name and name'
      '--organisation	the organisation that you work for'
      '--contract	the number of your support contract, if you know it'
      '--phone	a telephone number at which support reaches you'
      '--email	an e-mail address at which support reaches you'
      '--lost	what you lost'
      '--by	how the request goes'
    }
    'profile list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'entity list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'entity use' {
      '--alone	this one only, without the entities below it'
    }
    'password change' {
      '--user	the user name on the platform; by default, that of the account in use'
      '--password-stdin	read the current password and the new one from standard input, a line each'
    }
    'password reset' {
      '--token	choose the new password, with the link or the code of the mail, which is asked for'
      '--token-stdin	read the link or the code of the mail from standard input'
      '--password-stdin	read the new password from standard input'
    }
    'contact' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'contract list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'contract show' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'preferences show' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'config list' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'config get' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'config import' {
      '--yes	bring it in without asking'
    }
    'doctor' {
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'api' {
      '--raw-field	a field, as text; nested: input[name]=x; in the address with GET, else in the body (repeatable)'
      '--field	a field whose true, false, null and whole numbers are such; @FILE: what it holds; POST Document: file=@FILE sends it'
      '--input	the body: a file of JSON, or - for stdin; fields then go into the address'
      '--paginate	all pages of a list, as one'
      '--ndjson	with --paginate: one item a line'
      '--include	print the status and the headers too, without secrets'
      '--output	keep the answer in this file; none is ever overwritten'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
    }
    'sandbox start' {
      '--port	port (8470 where it is free); 0 takes a free one'
      '--data	folder for its data'
      '--glpi	which GLPI to be like'
      '--tickets	add this many tickets, to measure lists'
      '--catalogue	what the catalogue of GLPI 11 holds'
      '--entities	how the companies of a new folder stand: ACME below IPEOS, or apart from it (as a rule)'
      '--equipment	what alice has in a new folder: one computer (as a rule for 11.0), or a telephone, a printer… too (10.0)'
      '--password-policy	new passwords must follow a policy: 8 characters, of all kinds'
      '--password-expired	the password of this account has expired'
      '--sign-in	how one signs in: without passwords or tokens, with a second factor, by single sign-on (as bob)'
    }
    'sandbox reset' {
      '--yes	do not ask to confirm'
    }
    'version' {
      '--check	look whether there is a newer version'
      '--json	as JSON: all fields, or those named (id,title…)'
      '--format	how to write it'
      '--columns	these columns only, in this order'
      '--jq	print what this jq expression makes of the JSON; no jq is needed'
      '--template	print the JSON through this Go template (see ipeos help formats)'
      '--json-schema	print the JSON Schema of what --json gives, and stop'
    }
    'help' {
      '--man	its manual page, for man to show: ipeos help --man ticket new | man -l -'
    }
  }
}

# What an option takes; nothing for one that takes nothing.
function Get-IpeosValue([string] $Command, [string] $Option) {
  switch -Exact -CaseSensitive ("$Command/$Option") {
    '/--account' { return 'live account' }
    '/--profile' { return 'live profile' }
    '/--entity' { return 'live entity' }
    '/--url' { return 'text' }
    '/--lang' { return 'one fr en' }
    '/--color' { return 'one auto always never' }
    '/--timeout' { return 'text' }
    'home/--json' { return '?list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals' }
    'home/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'home/--columns' { return 'list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals' }
    'home/--jq' { return 'text' }
    'home/--template' { return 'text' }
    'ticket new/--form' { return 'live form' }
    'ticket new/--answer' { return 'live question' }
    'ticket new/--answers' { return 'file' }
    'ticket new/--urgency' { return 'one very-low low medium high very-high' }
    'ticket new/--email' { return 'text' }
    'ticket new/--about' { return 'live equipment' }
    'ticket new/--observer' { return 'text' }
    'ticket new/--silent-observer' { return 'text' }
    'ticket new/--location' { return 'live location' }
    'ticket new/--on-behalf-of' { return 'text' }
    'ticket new/--category' { return 'live category' }
    'ticket new/--title' { return 'text' }
    'ticket new/--description' { return 'text' }
    'ticket new/-F' { return 'file' }
    'ticket new/--description-file' { return 'file' }
    'ticket new/--attach' { return 'file' }
    'ticket new/--attach-name' { return 'text' }
    'ticket new/--type' { return 'one incident request' }
    'ticket new/--related' { return 'live ticket' }
    'ticket new/--dedupe' { return 'text' }
    'ticket new/--dedupe-every' { return 'text' }
    'ticket new/--resume' { return '?live draft' }
    'ticket new/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket new/--jq' { return 'text' }
    'ticket new/--template' { return 'text' }
    'ticket list/-s' { return 'list new assigned planned pending solved closed open all' }
    'ticket list/--status' { return 'list new assigned planned pending solved closed open all' }
    'ticket list/-u' { return 'list very-low low medium high very-high' }
    'ticket list/--urgency' { return 'list very-low low medium high very-high' }
    'ticket list/-t' { return 'list incident request' }
    'ticket list/--type' { return 'list incident request' }
    'ticket list/-c' { return 'live category' }
    'ticket list/--category' { return 'live category' }
    'ticket list/-S' { return 'text' }
    'ticket list/--search' { return 'text' }
    'ticket list/--since' { return 'text' }
    'ticket list/--until' { return 'text' }
    'ticket list/--sort' { return 'one changed opened id title status urgency priority type category dueBy solved closed' }
    'ticket list/-L' { return 'text' }
    'ticket list/--limit' { return 'text' }
    'ticket list/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket list/--columns' { return 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket list/--jq' { return 'text' }
    'ticket list/--template' { return 'text' }
    'ticket show/-o' { return 'file' }
    'ticket show/--output' { return 'file' }
    'ticket show/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links' }
    'ticket show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket show/--columns' { return 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links' }
    'ticket show/--jq' { return 'text' }
    'ticket show/--template' { return 'text' }
    'ticket history/--since' { return 'text' }
    'ticket history/--until' { return 'text' }
    'ticket history/-L' { return 'text' }
    'ticket history/--limit' { return 'text' }
    'ticket history/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue' }
    'ticket history/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket history/--columns' { return 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue' }
    'ticket history/--jq' { return 'text' }
    'ticket history/--template' { return 'text' }
    'ticket stats/--since' { return 'text' }
    'ticket stats/--until' { return 'text' }
    'ticket stats/--json' { return '?list figure by name value' }
    'ticket stats/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket stats/--columns' { return 'list figure by name value' }
    'ticket stats/--jq' { return 'text' }
    'ticket stats/--template' { return 'text' }
    'ticket comment/-m' { return 'text' }
    'ticket comment/--message' { return 'text' }
    'ticket comment/-F' { return 'file' }
    'ticket comment/--message-file' { return 'file' }
    'ticket comment/--attach' { return 'file' }
    'ticket comment/--attach-name' { return 'text' }
    'ticket comment/--json' { return '?list ticket followup files url' }
    'ticket comment/--jq' { return 'text' }
    'ticket comment/--template' { return 'text' }
    'ticket attach/--attach-name' { return 'text' }
    'ticket attach/--json' { return '?list ticket followup files url' }
    'ticket attach/--jq' { return 'text' }
    'ticket attach/--template' { return 'text' }
    'ticket download/-o' { return 'folder' }
    'ticket download/--output' { return 'folder' }
    'ticket download/--json' { return '?list ticket id fileName image result path size error' }
    'ticket download/--jq' { return 'text' }
    'ticket download/--template' { return 'text' }
    'ticket accept/-m' { return 'text' }
    'ticket accept/--message' { return 'text' }
    'ticket accept/--attach' { return 'file' }
    'ticket accept/--attach-name' { return 'text' }
    'ticket accept/--json' { return '?list ticket followup files url' }
    'ticket accept/--jq' { return 'text' }
    'ticket accept/--template' { return 'text' }
    'ticket refuse/-m' { return 'text' }
    'ticket refuse/--message' { return 'text' }
    'ticket refuse/--attach' { return 'file' }
    'ticket refuse/--attach-name' { return 'text' }
    'ticket refuse/--json' { return '?list ticket followup files url' }
    'ticket refuse/--jq' { return 'text' }
    'ticket refuse/--template' { return 'text' }
    'ticket rate/-m' { return 'text' }
    'ticket rate/--message' { return 'text' }
    'ticket rate/--json' { return '?list ticket kind begun answered mark comment url' }
    'ticket rate/--jq' { return 'text' }
    'ticket rate/--template' { return 'text' }
    'ticket edit/--title' { return 'text' }
    'ticket edit/--description' { return 'text' }
    'ticket edit/-F' { return 'file' }
    'ticket edit/--description-file' { return 'file' }
    'ticket edit/--urgency' { return 'one very-low low medium high very-high' }
    'ticket edit/--category' { return 'live category' }
    'ticket edit/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket edit/--jq' { return 'text' }
    'ticket edit/--template' { return 'text' }
    'ticket link/--json' { return '?list ticket other relation linked' }
    'ticket link/--jq' { return 'text' }
    'ticket link/--template' { return 'text' }
    'ticket unlink/--json' { return '?list ticket other relation linked' }
    'ticket unlink/--jq' { return 'text' }
    'ticket unlink/--template' { return 'text' }
    'ticket observer add/--json' { return '?list ticket name login email notified me group' }
    'ticket observer add/--jq' { return 'text' }
    'ticket observer add/--template' { return 'text' }
    'ticket observer remove/--json' { return '?list ticket name login email notified me group' }
    'ticket observer remove/--jq' { return 'text' }
    'ticket observer remove/--template' { return 'text' }
    'ticket observer mute/--json' { return '?list ticket name login email notified me group' }
    'ticket observer mute/--jq' { return 'text' }
    'ticket observer mute/--template' { return 'text' }
    'ticket observer unmute/--json' { return '?list ticket name login email notified me group' }
    'ticket observer unmute/--jq' { return 'text' }
    'ticket observer unmute/--template' { return 'text' }
    'ticket observer list/--json' { return '?list ticket name login email notified me group' }
    'ticket observer list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket observer list/--columns' { return 'list ticket name login email notified me group' }
    'ticket observer list/--jq' { return 'text' }
    'ticket observer list/--template' { return 'text' }
    'ticket form/--category' { return 'live category' }
    'ticket form/--type' { return 'one incident request' }
    'ticket form/--json' { return '?list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden' }
    'ticket form/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket form/--columns' { return 'list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden' }
    'ticket form/--jq' { return 'text' }
    'ticket form/--template' { return 'text' }
    'ticket watch/--interval' { return 'text' }
    'ticket watch/--exec' { return 'text' }
    'ticket watch/--json' { return '?list event date ticket title status statusId author mine id text html from to fileName mime url textLeftOut begin end by' }
    'ticket watch/--jq' { return 'text' }
    'ticket watch/--template' { return 'text' }
    'ticket wait/--until' { return 'one solved closed reply taken' }
    'ticket wait/--timeout' { return 'text' }
    'ticket wait/--interval' { return 'text' }
    'ticket wait/--json' { return '?list ticket until happened status url' }
    'ticket wait/--jq' { return 'text' }
    'ticket wait/--template' { return 'text' }
    'ticket export/-o' { return 'folder' }
    'ticket export/--output' { return 'folder' }
    'ticket export/--json' { return '?list id result title folder documents error' }
    'ticket export/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket export/--columns' { return 'list id result title folder documents error' }
    'ticket export/--jq' { return 'text' }
    'ticket export/--template' { return 'text' }
    'ticket import/--resume' { return '?text' }
    'ticket import/--discard' { return '?text' }
    'ticket import/--form' { return 'live form' }
    'ticket import/--key' { return 'text' }
    'ticket import/--report' { return 'text' }
    'ticket import/--json' { return '?list line result id title error url' }
    'ticket import/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket import/--columns' { return 'list line result id title error url' }
    'ticket import/--jq' { return 'text' }
    'ticket import/--template' { return 'text' }
    'alert/--input' { return 'file' }
    'alert/--format' { return 'one auto alertmanager grafana zabbix nagios icinga json' }
    'alert/--map' { return 'text' }
    'alert/--map-file' { return 'file' }
    'alert/--dedupe-every' { return 'text' }
    'alert/--urgency' { return 'one very-low low medium high very-high' }
    'alert/--category' { return 'live category' }
    'alert/--about' { return 'live equipment' }
    'alert/--type' { return 'one incident request' }
    'alert/--email' { return 'text' }
    'alert/--json' { return '?list fingerprint source state title action ticket error' }
    'alert/--jq' { return 'text' }
    'alert/--template' { return 'text' }
    'draft list/--json' { return '?list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'draft list/--columns' { return 'list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft list/--jq' { return 'text' }
    'draft list/--template' { return 'text' }
    'draft show/--json' { return '?list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'draft show/--columns' { return 'list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft show/--jq' { return 'text' }
    'draft show/--template' { return 'text' }
    'form list/--json' { return '?list id title description category url' }
    'form list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'form list/--columns' { return 'list id title description category url' }
    'form list/--jq' { return 'text' }
    'form list/--template' { return 'text' }
    'form show/--json' { return '?list id title header url sections delegates' }
    'form show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'form show/--columns' { return 'list id title header url sections delegates' }
    'form show/--jq' { return 'text' }
    'form show/--template' { return 'text' }
    'faq search/--json' { return '?list id title category changed url excerpt' }
    'faq search/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'faq search/--columns' { return 'list id title category changed url excerpt' }
    'faq search/--jq' { return 'text' }
    'faq search/--template' { return 'text' }
    'faq list/--json' { return '?list id title category changed url' }
    'faq list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'faq list/--columns' { return 'list id title category changed url' }
    'faq list/--jq' { return 'text' }
    'faq list/--template' { return 'text' }
    'faq show/--json' { return '?list id title category changed url created text html documents textLeftOut' }
    'faq show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'faq show/--columns' { return 'list id title category changed url created text html documents textLeftOut' }
    'faq show/--jq' { return 'text' }
    'faq show/--template' { return 'text' }
    'faq download/-o' { return 'folder' }
    'faq download/--output' { return 'folder' }
    'approval list/--json' { return '?list id ticket title status question askedBy asked answer answered' }
    'approval list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'approval list/--columns' { return 'list id ticket title status question askedBy asked answer answered' }
    'approval list/--jq' { return 'text' }
    'approval list/--template' { return 'text' }
    'approval accept/-m' { return 'text' }
    'approval accept/--message' { return 'text' }
    'approval accept/--json' { return '?list id ticket title status question askedBy asked answer answered' }
    'approval accept/--jq' { return 'text' }
    'approval accept/--template' { return 'text' }
    'approval refuse/-m' { return 'text' }
    'approval refuse/--message' { return 'text' }
    'approval refuse/--json' { return '?list id ticket title status question askedBy asked answer answered' }
    'approval refuse/--jq' { return 'text' }
    'approval refuse/--template' { return 'text' }
    'news/--json' { return '?list kind id title text source date begin end url new' }
    'news/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'news/--columns' { return 'list kind id title text source date begin end url new' }
    'news/--jq' { return 'text' }
    'news/--template' { return 'text' }
    'reservation items/--on' { return 'text' }
    'reservation items/--json' { return '?list id name kind comment free reservations' }
    'reservation items/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'reservation items/--columns' { return 'list id name kind comment free reservations' }
    'reservation items/--jq' { return 'text' }
    'reservation items/--template' { return 'text' }
    'reservation new/--from' { return 'text' }
    'reservation new/--to' { return 'text' }
    'reservation new/--for' { return 'text' }
    'reservation new/-m' { return 'text' }
    'reservation new/--comment' { return 'text' }
    'reservation new/--every' { return 'one day week' }
    'reservation new/--until' { return 'text' }
    'reservation new/--json' { return '?list id item itemId start end mine by comment url' }
    'reservation new/--jq' { return 'text' }
    'reservation new/--template' { return 'text' }
    'reservation list/--json' { return '?list id item itemId start end mine by comment url' }
    'reservation list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'reservation list/--columns' { return 'list id item itemId start end mine by comment url' }
    'reservation list/--jq' { return 'text' }
    'reservation list/--template' { return 'text' }
    'login/-u' { return 'text' }
    'login/--user' { return 'text' }
    'login/--app-token' { return 'text' }
    'whoami/--json' { return '?list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn' }
    'whoami/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'whoami/--columns' { return 'list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn' }
    'whoami/--jq' { return 'text' }
    'whoami/--template' { return 'text' }
    'account list/--json' { return '?list name user platform storage profile entity current' }
    'account list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'account list/--columns' { return 'list name user platform storage profile entity current' }
    'account list/--jq' { return 'text' }
    'account list/--template' { return 'text' }
    'account recover/--name' { return 'text' }
    'account recover/--organisation' { return 'text' }
    'account recover/--contract' { return 'text' }
    'account recover/--phone' { return 'text' }
    'account recover/--email' { return 'text' }
    'account recover/--lost' { return 'one user email password all' }
    'account recover/--by' { return 'one page mail print' }
    'profile list/--json' { return '?list id name entities current' }
    'profile list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'profile list/--columns' { return 'list id name entities current' }
    'profile list/--jq' { return 'text' }
    'profile list/--template' { return 'text' }
    'entity list/--json' { return '?list id name current' }
    'entity list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'entity list/--columns' { return 'list id name current' }
    'entity list/--jq' { return 'text' }
    'entity list/--template' { return 'text' }
    'password change/-u' { return 'text' }
    'password change/--user' { return 'text' }
    'password reset/--token' { return '?text' }
    'contact/--json' { return '?list support platform contact contracts recovery source' }
    'contact/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'contact/--columns' { return 'list support platform contact contracts recovery source' }
    'contact/--jq' { return 'text' }
    'contact/--template' { return 'text' }
    'contract list/--json' { return '?list number name level begins ends categories hours telephone contact notes id source' }
    'contract list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'contract list/--columns' { return 'list number name level begins ends categories hours telephone contact notes id source' }
    'contract list/--jq' { return 'text' }
    'contract list/--template' { return 'text' }
    'contract show/--json' { return '?list number name level begins ends categories hours telephone contact notes id source' }
    'contract show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'contract show/--columns' { return 'list number name level begins ends categories hours telephone contact notes id source' }
    'contract show/--jq' { return 'text' }
    'contract show/--template' { return 'text' }
    'preferences show/--json' { return '?list name value where about' }
    'preferences show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'preferences show/--columns' { return 'list name value where about' }
    'preferences show/--jq' { return 'text' }
    'preferences show/--template' { return 'text' }
    'config list/--json' { return '?list key value source origin default kind values flag variable about wrong' }
    'config list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'config list/--columns' { return 'list key value source origin default kind values flag variable about wrong' }
    'config list/--jq' { return 'text' }
    'config list/--template' { return 'text' }
    'config get/--json' { return '?list key value source origin default kind values flag variable about wrong' }
    'config get/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'config get/--columns' { return 'list key value source origin default kind values flag variable about wrong' }
    'config get/--jq' { return 'text' }
    'config get/--template' { return 'text' }
    'doctor/--json' { return '?list id status seen repair exitCode milliseconds' }
    'doctor/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'doctor/--columns' { return 'list id status seen repair exitCode milliseconds' }
    'doctor/--jq' { return 'text' }
    'doctor/--template' { return 'text' }
    'api/-f' { return 'text' }
    'api/--raw-field' { return 'text' }
    'api/-F' { return 'text' }
    'api/--field' { return 'text' }
    'api/--input' { return 'file' }
    'api/-o' { return 'file' }
    'api/--output' { return 'file' }
    'api/--jq' { return 'text' }
    'api/--template' { return 'text' }
    'sandbox start/--port' { return 'text' }
    'sandbox start/--data' { return 'folder' }
    'sandbox start/--glpi' { return 'one 10.0 11.0' }
    'sandbox start/--tickets' { return 'text' }
    'sandbox start/--catalogue' { return 'one usual stock off no-stock empty categories many odd' }
    'sandbox start/--entities' { return 'one nested apart' }
    'sandbox start/--equipment' { return 'one one several' }
    'sandbox start/--password-expired' { return 'one alice henri bob teo glpi' }
    'sandbox start/--sign-in' { return 'one no-passwords no-tokens second-factor cas web-server' }
    'version/--json' { return '?list version latest newer released page' }
    'version/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'version/--columns' { return 'list version latest newer released page' }
    'version/--jq' { return 'text' }
    'version/--template' { return 'text' }
  }
}

# What stands at a place behind a command.
function Get-IpeosPlace([string] $Command, [int] $Place) {
  foreach ($key in "$Command/$Place", "$Command/*") {
    switch -Exact -CaseSensitive ($key) {
      'ticket show/*' { return 'live ticket' }
      'ticket comment/*' { return 'live ticket' }
      'ticket attach/0' { return 'live ticket' }
      'ticket attach/*' { return 'file' }
      'ticket download/0' { return 'live ticket' }
      'ticket download/1' { return 'live document' }
      'ticket accept/*' { return 'live ticket' }
      'ticket refuse/*' { return 'live ticket' }
      'ticket rate/0' { return 'live ticket' }
      'ticket rate/1' { return 'text' }
      'ticket edit/0' { return 'live ticket' }
      'ticket cancel/*' { return 'live ticket' }
      'ticket close/*' { return 'live ticket' }
      'ticket link/0' { return 'live ticket' }
      'ticket link/1' { return 'live ticket' }
      'ticket unlink/0' { return 'live ticket' }
      'ticket unlink/1' { return 'live ticket' }
      'ticket observer add/0' { return 'live ticket' }
      'ticket observer add/*' { return 'text' }
      'ticket observer remove/0' { return 'live ticket' }
      'ticket observer remove/*' { return 'text' }
      'ticket observer mute/0' { return 'live ticket' }
      'ticket observer mute/1' { return 'text' }
      'ticket observer unmute/0' { return 'live ticket' }
      'ticket observer unmute/1' { return 'text' }
      'ticket observer list/0' { return 'live ticket' }
      'ticket leave/0' { return 'live ticket' }
      'ticket watch/*' { return 'live ticket' }
      'ticket wait/*' { return 'live ticket' }
      'ticket export/*' { return 'live ticket' }
      'ticket import/0' { return 'file' }
      'draft show/0' { return 'live draft' }
      'draft send/0' { return 'live draft' }
      'draft delete/*' { return 'live draft' }
      'form show/0' { return 'live form' }
      'faq search/*' { return 'text' }
      'faq show/0' { return 'live article' }
      'faq download/0' { return 'live article' }
      'approval accept/0' { return 'text' }
      'approval refuse/0' { return 'text' }
      'reservation new/0' { return 'live reservation-item' }
      'reservation cancel/0' { return 'live reservation' }
      'account use/0' { return 'live account' }
      'account remove/0' { return 'live account' }
      'profile use/0' { return 'live profile' }
      'entity use/0' { return 'live entity' }
      'password reset/0' { return 'text' }
      'contract show/0' { return 'live contract' }
      'preferences set/0' { return 'one language email notify page-length columns' }
      'preferences set/1' { return 'text' }
      'config get/0' { return 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' }
      'config set/0' { return 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' }
      'config set/1' { return 'live setting-value' }
      'config unset/0' { return 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' }
      'config import/0' { return 'file' }
      'api/0' { return 'text' }
      'api/1' { return 'text' }
      'completion/0' { return 'one bash zsh fish powershell' }
      'help/*' { return 'text' }
    }
  }
}

# What may stand for the current word, as lines: the word, a tab, what it means.
function Get-IpeosCandidate([string] $Source, [string] $Current, [string[]] $Words) {
  $kind, $rest = $Source -split ' ', 2
  switch ($kind) {
    'one' { $rest -split ' ' }
    'list' {
      $taken = @($Current -split ',')
      $before = @($taken | Select-Object -SkipLast 1)
      $head = if ($before.Count -gt 0) { ($before -join ',') + ',' } else { '' }
      $rest -split ' ' | Where-Object { $before -cnotcontains $_ } | ForEach-Object { "$head$_" }
    }
    'live' {
      $program = Get-Command ipeos -CommandType Application, ExternalScript -ErrorAction SilentlyContinue |
        Select-Object -First 1
      if ($program) { & $program __complete "$rest=$Current" @Words 2>$null }
    }
  }
}

# A value as it can stand on a command line.
function Format-IpeosWord([string] $Word) {
  if ($Word -cmatch '^[\w./:#+-]+$' -or $Word -cmatch '^--[\w-]+=[\w./:#+,-]*$') { return $Word }
  "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Word) + "'"
}

function Complete-Ipeos([string] $Current, [string[]] $Words) {
  $command = ''
  $place = 0
  $wanted = ''
  $rest = $false
  foreach ($word in $Words) {
    if ($wanted -and -not ($wanted.StartsWith('?') -and $word.StartsWith('-'))) { $wanted = ''; continue }
    $wanted = ''
    if ($rest) { $place++ }
    elseif ($word -ceq '--') { $rest = $true }
    elseif ($word.StartsWith('-')) {
      if (-not $word.Contains('=')) {
        $wanted = Get-IpeosValue $command $word
        if (-not $wanted) { $wanted = Get-IpeosValue '' $word }
      }
    }
    elseif ($next = Step-Ipeos $command $word) { $command = $next }
    else { $place++ }
  }
  if ($wanted -and -not ($wanted.StartsWith('?') -and $Current.StartsWith('-'))) {
    return Get-IpeosCandidate $wanted.TrimStart('?') $Current $Words
  }
  if (-not $rest -and $Current -cmatch '^--[^=]*=') {
    $name, $value = $Current -split '=', 2
    $source = Get-IpeosValue $command $name
    if (-not $source) { $source = Get-IpeosValue '' $name }
    if ($source) { return Get-IpeosCandidate $source.TrimStart('?') $value $Words | ForEach-Object { "$name=$_" } }
    return
  }
  if (-not $rest -and $Current.StartsWith('-')) {
    Get-IpeosOption $command
    if ($command) { Get-IpeosOption '' }
    return
  }
  $commands = @(Get-IpeosCommand $command)
  if ($commands.Count -gt 0) { return $commands }
  $source = Get-IpeosPlace $command $place
  if ($source) { Get-IpeosCandidate $source $Current $Words }
}

Register-ArgumentCompleter -Native -CommandName ipeos -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
      Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
      ForEach-Object { if ($_.Value) { "$($_.Value)" } else { "$_" } })
  $current = "$wordToComplete".Trim("'", '"')
  # Nothing given: PowerShell offers files by itself, as where files are meant.
  Complete-Ipeos $current $words | ForEach-Object {
    $word, $about = "$_" -split "`t", 2
    if ($word.StartsWith($current, [System.StringComparison]::OrdinalIgnoreCase)) {
      $shown = if ($about) { $about } else { $word }
      [System.Management.Automation.CompletionResult]::new((Format-IpeosWord $word), $word, 'ParameterValue', $shown)
    }
  }
}
