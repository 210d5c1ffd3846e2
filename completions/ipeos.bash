# Completion of ipeos for bash, from 3.2 on (macOS has that one). To load it: source <(ipeos completion bash)

# _ipeos_step COMMAND WORD: the command that the word names there.
_ipeos_step() {
  case "$1/$2" in
    '/home') REPLY='home' ;;
    '/ticket') REPLY='ticket' ;;
    '/alert') REPLY='alert' ;;
    '/draft') REPLY='draft' ;;
    '/form') REPLY='form' ;;
    '/catalog') REPLY='form' ;;
    '/faq') REPLY='faq' ;;
    '/approval') REPLY='approval' ;;
    '/news') REPLY='news' ;;
    '/reservation') REPLY='reservation' ;;
    '/login') REPLY='login' ;;
    '/logout') REPLY='logout' ;;
    '/whoami') REPLY='whoami' ;;
    '/account') REPLY='account' ;;
    '/profile') REPLY='profile' ;;
    '/entity') REPLY='entity' ;;
    '/password') REPLY='password' ;;
    '/contact') REPLY='contact' ;;
    '/contract') REPLY='contract' ;;
    '/preferences') REPLY='preferences' ;;
    '/config') REPLY='config' ;;
    '/doctor') REPLY='doctor' ;;
    '/api') REPLY='api' ;;
    '/sandbox') REPLY='sandbox' ;;
    '/completion') REPLY='completion' ;;
    '/version') REPLY='version' ;;
    '/help') REPLY='help' ;;
    'ticket/new') REPLY='ticket new' ;;
    'ticket/list') REPLY='ticket list' ;;
    'ticket/ls') REPLY='ticket list' ;;
    'ticket/show') REPLY='ticket show' ;;
    'ticket/history') REPLY='ticket history' ;;
    'ticket/stats') REPLY='ticket stats' ;;
    'ticket/comment') REPLY='ticket comment' ;;
    'ticket/attach') REPLY='ticket attach' ;;
    'ticket/download') REPLY='ticket download' ;;
    'ticket/accept') REPLY='ticket accept' ;;
    'ticket/refuse') REPLY='ticket refuse' ;;
    'ticket/rate') REPLY='ticket rate' ;;
    'ticket/edit') REPLY='ticket edit' ;;
    'ticket/cancel') REPLY='ticket cancel' ;;
    'ticket/close') REPLY='ticket close' ;;
    'ticket/link') REPLY='ticket link' ;;
    'ticket/unlink') REPLY='ticket unlink' ;;
    'ticket/observer') REPLY='ticket observer' ;;
    'ticket/leave') REPLY='ticket leave' ;;
    'ticket/form') REPLY='ticket form' ;;
    'ticket/watch') REPLY='ticket watch' ;;
    'ticket/wait') REPLY='ticket wait' ;;
    'ticket/export') REPLY='ticket export' ;;
    'ticket/import') REPLY='ticket import' ;;
    'ticket observer/add') REPLY='ticket observer add' ;;
    'ticket observer/remove') REPLY='ticket observer remove' ;;
    'ticket observer/rm') REPLY='ticket observer remove' ;;
    'ticket observer/mute') REPLY='ticket observer mute' ;;
    'ticket observer/unmute') REPLY='ticket observer unmute' ;;
    'ticket observer/list') REPLY='ticket observer list' ;;
    'ticket observer/ls') REPLY='ticket observer list' ;;
    'draft/list') REPLY='draft list' ;;
    'draft/ls') REPLY='draft list' ;;
    'draft/show') REPLY='draft show' ;;
    'draft/send') REPLY='draft send' ;;
    'draft/delete') REPLY='draft delete' ;;
    'form/list') REPLY='form list' ;;
    'form/ls') REPLY='form list' ;;
    'form/show') REPLY='form show' ;;
    'faq/search') REPLY='faq search' ;;
    'faq/list') REPLY='faq list' ;;
    'faq/ls') REPLY='faq list' ;;
    'faq/show') REPLY='faq show' ;;
    'faq/download') REPLY='faq download' ;;
    'approval/list') REPLY='approval list' ;;
    'approval/ls') REPLY='approval list' ;;
    'approval/accept') REPLY='approval accept' ;;
    'approval/refuse') REPLY='approval refuse' ;;
    'reservation/items') REPLY='reservation items' ;;
    'reservation/new') REPLY='reservation new' ;;
    'reservation/list') REPLY='reservation list' ;;
    'reservation/ls') REPLY='reservation list' ;;
    'reservation/cancel') REPLY='reservation cancel' ;;
    'account/list') REPLY='account list' ;;
    'account/ls') REPLY='account list' ;;
    'account/use') REPLY='account use' ;;
    'account/remove') REPLY='account remove' ;;
    'account/recover') REPLY='account recover' ;;
    'profile/list') REPLY='profile list' ;;
    'profile/ls') REPLY='profile list' ;;
    'profile/use') REPLY='profile use' ;;
    'entity/list') REPLY='entity list' ;;
    'entity/ls') REPLY='entity list' ;;
    'entity/use') REPLY='entity use' ;;
    'password/change') REPLY='password change' ;;
    'password/reset') REPLY='password reset' ;;
    'contract/list') REPLY='contract list' ;;
    'contract/ls') REPLY='contract list' ;;
    'contract/show') REPLY='contract show' ;;
    'preferences/show') REPLY='preferences show' ;;
    'preferences/set') REPLY='preferences set' ;;
    'config/list') REPLY='config list' ;;
    'config/ls') REPLY='config list' ;;
    'config/get') REPLY='config get' ;;
    'config/set') REPLY='config set' ;;
    'config/unset') REPLY='config unset' ;;
    'config/path') REPLY='config path' ;;
    'config/import') REPLY='config import' ;;
    'sandbox/start') REPLY='sandbox start' ;;
    'sandbox/reset') REPLY='sandbox reset' ;;
    'help/home') REPLY='help home' ;;
    'help/ticket') REPLY='help ticket' ;;
    'help/alert') REPLY='help alert' ;;
    'help/draft') REPLY='help draft' ;;
    'help/form') REPLY='help form' ;;
    'help/faq') REPLY='help faq' ;;
    'help/approval') REPLY='help approval' ;;
    'help/news') REPLY='help news' ;;
    'help/reservation') REPLY='help reservation' ;;
    'help/login') REPLY='help login' ;;
    'help/logout') REPLY='help logout' ;;
    'help/whoami') REPLY='help whoami' ;;
    'help/account') REPLY='help account' ;;
    'help/profile') REPLY='help profile' ;;
    'help/entity') REPLY='help entity' ;;
    'help/password') REPLY='help password' ;;
    'help/contact') REPLY='help contact' ;;
    'help/contract') REPLY='help contract' ;;
    'help/preferences') REPLY='help preferences' ;;
    'help/config') REPLY='help config' ;;
    'help/doctor') REPLY='help doctor' ;;
    'help/api') REPLY='help api' ;;
    'help/sandbox') REPLY='help sandbox' ;;
    'help/completion') REPLY='help completion' ;;
    'help/version') REPLY='help version' ;;
    'help/help') REPLY='help help' ;;
    'help/exit-codes') REPLY='help exit-codes' ;;
    'help/environment') REPLY='help environment' ;;
    'help/formats') REPLY='help formats' ;;
    'help/files') REPLY='help files' ;;
    'help/scripting') REPLY='help scripting' ;;
    'help ticket/new') REPLY='help ticket new' ;;
    'help ticket/list') REPLY='help ticket list' ;;
    'help ticket/show') REPLY='help ticket show' ;;
    'help ticket/history') REPLY='help ticket history' ;;
    'help ticket/stats') REPLY='help ticket stats' ;;
    'help ticket/comment') REPLY='help ticket comment' ;;
    'help ticket/attach') REPLY='help ticket attach' ;;
    'help ticket/download') REPLY='help ticket download' ;;
    'help ticket/accept') REPLY='help ticket accept' ;;
    'help ticket/refuse') REPLY='help ticket refuse' ;;
    'help ticket/rate') REPLY='help ticket rate' ;;
    'help ticket/edit') REPLY='help ticket edit' ;;
    'help ticket/cancel') REPLY='help ticket cancel' ;;
    'help ticket/close') REPLY='help ticket close' ;;
    'help ticket/link') REPLY='help ticket link' ;;
    'help ticket/unlink') REPLY='help ticket unlink' ;;
    'help ticket/observer') REPLY='help ticket observer' ;;
    'help ticket/leave') REPLY='help ticket leave' ;;
    'help ticket/form') REPLY='help ticket form' ;;
    'help ticket/watch') REPLY='help ticket watch' ;;
    'help ticket/wait') REPLY='help ticket wait' ;;
    'help ticket/export') REPLY='help ticket export' ;;
    'help ticket/import') REPLY='help ticket import' ;;
    'help ticket observer/add') REPLY='help ticket observer add' ;;
    'help ticket observer/remove') REPLY='help ticket observer remove' ;;
    'help ticket observer/mute') REPLY='help ticket observer mute' ;;
    'help ticket observer/unmute') REPLY='help ticket observer unmute' ;;
    'help ticket observer/list') REPLY='help ticket observer list' ;;
    'help draft/list') REPLY='help draft list' ;;
    'help draft/show') REPLY='help draft show' ;;
    'help draft/send') REPLY='help draft send' ;;
    'help draft/delete') REPLY='help draft delete' ;;
    'help form/list') REPLY='help form list' ;;
    'help form/show') REPLY='help form show' ;;
    'help faq/search') REPLY='help faq search' ;;
    'help faq/list') REPLY='help faq list' ;;
    'help faq/show') REPLY='help faq show' ;;
    'help faq/download') REPLY='help faq download' ;;
    'help approval/list') REPLY='help approval list' ;;
    'help approval/accept') REPLY='help approval accept' ;;
    'help approval/refuse') REPLY='help approval refuse' ;;
    'help reservation/items') REPLY='help reservation items' ;;
    'help reservation/new') REPLY='help reservation new' ;;
    'help reservation/list') REPLY='help reservation list' ;;
    'help reservation/cancel') REPLY='help reservation cancel' ;;
    'help account/list') REPLY='help account list' ;;
    'help account/use') REPLY='help account use' ;;
    'help account/remove') REPLY='help account remove' ;;
    'help account/recover') REPLY='help account recover' ;;
    'help profile/list') REPLY='help profile list' ;;
    'help profile/use') REPLY='help profile use' ;;
    'help entity/list') REPLY='help entity list' ;;
    'help entity/use') REPLY='help entity use' ;;
    'help password/change') REPLY='help password change' ;;
    'help password/reset') REPLY='help password reset' ;;
    'help contract/list') REPLY='help contract list' ;;
    'help contract/show') REPLY='help contract show' ;;
    'help preferences/show') REPLY='help preferences show' ;;
    'help preferences/set') REPLY='help preferences set' ;;
    'help config/list') REPLY='help config list' ;;
    'help config/get') REPLY='help config get' ;;
    'help config/set') REPLY='help config set' ;;
    'help config/unset') REPLY='help config unset' ;;
    'help config/path') REPLY='help config path' ;;
    'help config/import') REPLY='help config import' ;;
    'help sandbox/start') REPLY='help sandbox start' ;;
    'help sandbox/reset') REPLY='help sandbox reset' ;;
    *) return 1 ;;
  esac
}

# _ipeos_commands COMMAND: the words that may follow.
_ipeos_commands() {
  case $1 in
    '') REPLY='home ticket alert draft form faq approval news reservation login logout whoami account profile entity password contact contract preferences config doctor api sandbox completion version help' ;;
    'ticket') REPLY='new list show history stats comment attach download accept refuse rate edit cancel close link unlink observer leave form watch wait export import' ;;
    'ticket observer') REPLY='add remove mute unmute list' ;;
    'draft') REPLY='list show send delete' ;;
    'form') REPLY='list show' ;;
    'faq') REPLY='search list show download' ;;
    'approval') REPLY='list accept refuse' ;;
    'reservation') REPLY='items new list cancel' ;;
    'account') REPLY='list use remove recover' ;;
    'profile') REPLY='list use' ;;
    'entity') REPLY='list use' ;;
    'password') REPLY='change reset' ;;
    'contract') REPLY='list show' ;;
    'preferences') REPLY='show set' ;;
    'config') REPLY='list get set unset path import' ;;
    'sandbox') REPLY='start reset' ;;
    'help') REPLY='home ticket alert draft form faq approval news reservation login logout whoami account profile entity password contact contract preferences config doctor api sandbox completion version help exit-codes environment formats files scripting' ;;
    'help ticket') REPLY='new list show history stats comment attach download accept refuse rate edit cancel close link unlink observer leave form watch wait export import' ;;
    'help ticket observer') REPLY='add remove mute unmute list' ;;
    'help draft') REPLY='list show send delete' ;;
    'help form') REPLY='list show' ;;
    'help faq') REPLY='search list show download' ;;
    'help approval') REPLY='list accept refuse' ;;
    'help reservation') REPLY='items new list cancel' ;;
    'help account') REPLY='list use remove recover' ;;
    'help profile') REPLY='list use' ;;
    'help entity') REPLY='list use' ;;
    'help password') REPLY='change reset' ;;
    'help contract') REPLY='list show' ;;
    'help preferences') REPLY='show set' ;;
    'help config') REPLY='list get set unset path import' ;;
    'help sandbox') REPLY='start reset' ;;
    *) REPLY='' ;;
  esac
}

_ipeos_options() {
  case $1 in
    '') REPLY='--version --account --profile --entity --url --sandbox --lang --no-input --color --plain --quiet --no-pager --timeout --insecure-storage --debug --help' ;;
    'home') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'ticket new') REPLY='--form --answer --answers --urgency --notify --no-notify --email --about --observer --silent-observer --location --on-behalf-of --category --title --description --description-file --attach --attach-name --type --related --dedupe --dedupe-every --best-effort --resume --yes --dry-run --web --no-suggest --refresh --json --jq --template --json-schema' ;;
    'ticket list') REPLY='--status --urgency --type --category --search --since --until --awaiting-me --to-rate --observed --overdue --sort --limit --all --json --format --columns --jq --template --json-schema' ;;
    'ticket show') REPLY='--web --html --output --force --json --format --columns --jq --template --json-schema' ;;
    'ticket history') REPLY='--since --until --limit --json --format --columns --jq --template --json-schema' ;;
    'ticket stats') REPLY='--since --until --json --format --columns --jq --template --json-schema' ;;
    'ticket comment') REPLY='--message --message-file --attach --attach-name --accept --reopen --json --jq --template --json-schema' ;;
    'ticket attach') REPLY='--attach-name --accept --reopen --json --jq --template --json-schema' ;;
    'ticket download') REPLY='--all --inline --output --force --open --json --jq --template --json-schema' ;;
    'ticket accept') REPLY='--message --yes --attach --attach-name --json --jq --template --json-schema' ;;
    'ticket refuse') REPLY='--message --attach --attach-name --json --jq --template --json-schema' ;;
    'ticket rate') REPLY='--message --json --jq --template --json-schema' ;;
    'ticket edit') REPLY='--title --description --description-file --urgency --category --drop-images --json --jq --template --json-schema' ;;
    'ticket cancel') REPLY='--yes' ;;
    'ticket close') REPLY='--yes' ;;
    'ticket link') REPLY='--duplicate --child --parent --json --jq --template --json-schema' ;;
    'ticket unlink') REPLY='--json --jq --template --json-schema' ;;
    'ticket observer add') REPLY='--no-notify --json --jq --template --json-schema' ;;
    'ticket observer remove') REPLY='--json --jq --template --json-schema' ;;
    'ticket observer mute') REPLY='--json --jq --template --json-schema' ;;
    'ticket observer unmute') REPLY='--json --jq --template --json-schema' ;;
    'ticket observer list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'ticket leave') REPLY='--yes' ;;
    'ticket form') REPLY='--category --type --refresh --json --format --columns --jq --template --json-schema' ;;
    'ticket watch') REPLY='--interval --bell --exec --json --jq --template --json-schema' ;;
    'ticket wait') REPLY='--until --any --timeout --interval --json --jq --template --json-schema' ;;
    'ticket export') REPLY='--all --output --json --format --columns --jq --template --json-schema' ;;
    'ticket import') REPLY='--resume --discard --form --key --again --report --dry-run --yes --json --format --columns --jq --template --json-schema' ;;
    'alert') REPLY='--input --format --map --map-file --accept-recovery --dedupe-every --urgency --category --about --type --notify --no-notify --email --dry-run --json --jq --template --json-schema' ;;
    'draft list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'draft show') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'draft send') REPLY='--all --again' ;;
    'draft delete') REPLY='--yes' ;;
    'form list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'form show') REPLY='--web --answers-template --answers-schema --json --format --columns --jq --template --json-schema' ;;
    'faq search') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'faq list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'faq show') REPLY='--web --json --format --columns --jq --template --json-schema' ;;
    'faq download') REPLY='--output --force' ;;
    'approval list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'approval accept') REPLY='--message --json --jq --template --json-schema' ;;
    'approval refuse') REPLY='--message --json --jq --template --json-schema' ;;
    'news') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'reservation items') REPLY='--on --json --format --columns --jq --template --json-schema' ;;
    'reservation new') REPLY='--from --to --for --comment --every --until --yes --json --jq --template --json-schema' ;;
    'reservation list') REPLY='--all --past --json --format --columns --jq --template --json-schema' ;;
    'reservation cancel') REPLY='--yes' ;;
    'login') REPLY='--user --password-stdin --token-stdin --web --save-token --app-token --allow-http' ;;
    'logout') REPLY='--all --revoke' ;;
    'whoami') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'account list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'account remove') REPLY='--yes' ;;
    'account recover') REPLY='--name --organisation --contract --phone --email --lost --by' ;;
    'profile list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'entity list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'entity use') REPLY='--alone' ;;
    'password change') REPLY='--user --password-stdin' ;;
    'password reset') REPLY='--token --token-stdin --password-stdin' ;;
    'contact') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'contract list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'contract show') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'preferences show') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'config list') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'config get') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'config import') REPLY='--yes' ;;
    'doctor') REPLY='--json --format --columns --jq --template --json-schema' ;;
    'api') REPLY='--raw-field --field --input --paginate --ndjson --include --output --jq --template' ;;
    'sandbox start') REPLY='--port --data --glpi --tickets --catalogue --entities --equipment --password-policy --password-expired --sign-in' ;;
    'sandbox reset') REPLY='--yes' ;;
    'version') REPLY='--check --json --format --columns --jq --template --json-schema' ;;
    'help') REPLY='--man' ;;
    *) REPLY='' ;;
  esac
}

# _ipeos_value COMMAND OPTION: what the option takes; fails for one that takes nothing.
_ipeos_value() {
  case "$1/$2" in
    '/--account') REPLY='live account' ;;
    '/--profile') REPLY='live profile' ;;
    '/--entity') REPLY='live entity' ;;
    '/--url') REPLY='text' ;;
    '/--lang') REPLY='one fr en' ;;
    '/--color') REPLY='one auto always never' ;;
    '/--timeout') REPLY='text' ;;
    'home/--json') REPLY='?list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals' ;;
    'home/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'home/--columns') REPLY='list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals' ;;
    'home/--jq') REPLY='text' ;;
    'home/--template') REPLY='text' ;;
    'ticket new/--form') REPLY='live form' ;;
    'ticket new/--answer') REPLY='live question' ;;
    'ticket new/--answers') REPLY='file' ;;
    'ticket new/--urgency') REPLY='one very-low low medium high very-high' ;;
    'ticket new/--email') REPLY='text' ;;
    'ticket new/--about') REPLY='live equipment' ;;
    'ticket new/--observer') REPLY='text' ;;
    'ticket new/--silent-observer') REPLY='text' ;;
    'ticket new/--location') REPLY='live location' ;;
    'ticket new/--on-behalf-of') REPLY='text' ;;
    'ticket new/--category') REPLY='live category' ;;
    'ticket new/--title') REPLY='text' ;;
    'ticket new/--description') REPLY='text' ;;
    'ticket new/-F' | 'ticket new/--description-file') REPLY='file' ;;
    'ticket new/--attach') REPLY='file' ;;
    'ticket new/--attach-name') REPLY='text' ;;
    'ticket new/--type') REPLY='one incident request' ;;
    'ticket new/--related') REPLY='live ticket' ;;
    'ticket new/--dedupe') REPLY='text' ;;
    'ticket new/--dedupe-every') REPLY='text' ;;
    'ticket new/--resume') REPLY='?live draft' ;;
    'ticket new/--json') REPLY='?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' ;;
    'ticket new/--jq') REPLY='text' ;;
    'ticket new/--template') REPLY='text' ;;
    'ticket list/-s' | 'ticket list/--status') REPLY='list new assigned planned pending solved closed open all' ;;
    'ticket list/-u' | 'ticket list/--urgency') REPLY='list very-low low medium high very-high' ;;
    'ticket list/-t' | 'ticket list/--type') REPLY='list incident request' ;;
    'ticket list/-c' | 'ticket list/--category') REPLY='live category' ;;
    'ticket list/-S' | 'ticket list/--search') REPLY='text' ;;
    'ticket list/--since') REPLY='text' ;;
    'ticket list/--until') REPLY='text' ;;
    'ticket list/--sort') REPLY='one changed opened id title status urgency priority type category dueBy solved closed' ;;
    'ticket list/-L' | 'ticket list/--limit') REPLY='text' ;;
    'ticket list/--json') REPLY='?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' ;;
    'ticket list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket list/--columns') REPLY='list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' ;;
    'ticket list/--jq') REPLY='text' ;;
    'ticket list/--template') REPLY='text' ;;
    'ticket show/-o' | 'ticket show/--output') REPLY='file' ;;
    'ticket show/--json') REPLY='?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links' ;;
    'ticket show/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket show/--columns') REPLY='list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links' ;;
    'ticket show/--jq') REPLY='text' ;;
    'ticket show/--template') REPLY='text' ;;
    'ticket history/--since') REPLY='text' ;;
    'ticket history/--until') REPLY='text' ;;
    'ticket history/-L' | 'ticket history/--limit') REPLY='text' ;;
    'ticket history/--json') REPLY='?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue' ;;
    'ticket history/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket history/--columns') REPLY='list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue' ;;
    'ticket history/--jq') REPLY='text' ;;
    'ticket history/--template') REPLY='text' ;;
    'ticket stats/--since') REPLY='text' ;;
    'ticket stats/--until') REPLY='text' ;;
    'ticket stats/--json') REPLY='?list figure by name value' ;;
    'ticket stats/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket stats/--columns') REPLY='list figure by name value' ;;
    'ticket stats/--jq') REPLY='text' ;;
    'ticket stats/--template') REPLY='text' ;;
    'ticket comment/-m' | 'ticket comment/--message') REPLY='text' ;;
    'ticket comment/-F' | 'ticket comment/--message-file') REPLY='file' ;;
    'ticket comment/--attach') REPLY='file' ;;
    'ticket comment/--attach-name') REPLY='text' ;;
    'ticket comment/--json') REPLY='?list ticket followup files url' ;;
    'ticket comment/--jq') REPLY='text' ;;
    'ticket comment/--template') REPLY='text' ;;
    'ticket attach/--attach-name') REPLY='text' ;;
    'ticket attach/--json') REPLY='?list ticket followup files url' ;;
    'ticket attach/--jq') REPLY='text' ;;
    'ticket attach/--template') REPLY='text' ;;
    'ticket download/-o' | 'ticket download/--output') REPLY='folder' ;;
    'ticket download/--json') REPLY='?list ticket id fileName image result path size error' ;;
    'ticket download/--jq') REPLY='text' ;;
    'ticket download/--template') REPLY='text' ;;
    'ticket accept/-m' | 'ticket accept/--message') REPLY='text' ;;
    'ticket accept/--attach') REPLY='file' ;;
    'ticket accept/--attach-name') REPLY='text' ;;
    'ticket accept/--json') REPLY='?list ticket followup files url' ;;
    'ticket accept/--jq') REPLY='text' ;;
    'ticket accept/--template') REPLY='text' ;;
    'ticket refuse/-m' | 'ticket refuse/--message') REPLY='text' ;;
    'ticket refuse/--attach') REPLY='file' ;;
    'ticket refuse/--attach-name') REPLY='text' ;;
    'ticket refuse/--json') REPLY='?list ticket followup files url' ;;
    'ticket refuse/--jq') REPLY='text' ;;
    'ticket refuse/--template') REPLY='text' ;;
    'ticket rate/-m' | 'ticket rate/--message') REPLY='text' ;;
    'ticket rate/--json') REPLY='?list ticket kind begun answered mark comment url' ;;
    'ticket rate/--jq') REPLY='text' ;;
    'ticket rate/--template') REPLY='text' ;;
    'ticket edit/--title') REPLY='text' ;;
    'ticket edit/--description') REPLY='text' ;;
    'ticket edit/-F' | 'ticket edit/--description-file') REPLY='file' ;;
    'ticket edit/--urgency') REPLY='one very-low low medium high very-high' ;;
    'ticket edit/--category') REPLY='live category' ;;
    'ticket edit/--json') REPLY='?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' ;;
    'ticket edit/--jq') REPLY='text' ;;
    'ticket edit/--template') REPLY='text' ;;
    'ticket link/--json') REPLY='?list ticket other relation linked' ;;
    'ticket link/--jq') REPLY='text' ;;
    'ticket link/--template') REPLY='text' ;;
    'ticket unlink/--json') REPLY='?list ticket other relation linked' ;;
    'ticket unlink/--jq') REPLY='text' ;;
    'ticket unlink/--template') REPLY='text' ;;
    'ticket observer add/--json') REPLY='?list ticket name login email notified me group' ;;
    'ticket observer add/--jq') REPLY='text' ;;
    'ticket observer add/--template') REPLY='text' ;;
    'ticket observer remove/--json') REPLY='?list ticket name login email notified me group' ;;
    'ticket observer remove/--jq') REPLY='text' ;;
    'ticket observer remove/--template') REPLY='text' ;;
    'ticket observer mute/--json') REPLY='?list ticket name login email notified me group' ;;
    'ticket observer mute/--jq') REPLY='text' ;;
    'ticket observer mute/--template') REPLY='text' ;;
    'ticket observer unmute/--json') REPLY='?list ticket name login email notified me group' ;;
    'ticket observer unmute/--jq') REPLY='text' ;;
    'ticket observer unmute/--template') REPLY='text' ;;
    'ticket observer list/--json') REPLY='?list ticket name login email notified me group' ;;
    'ticket observer list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket observer list/--columns') REPLY='list ticket name login email notified me group' ;;
    'ticket observer list/--jq') REPLY='text' ;;
    'ticket observer list/--template') REPLY='text' ;;
    'ticket form/--category') REPLY='live category' ;;
    'ticket form/--type') REPLY='one incident request' ;;
    'ticket form/--json') REPLY='?list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden' ;;
    'ticket form/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket form/--columns') REPLY='list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden' ;;
    'ticket form/--jq') REPLY='text' ;;
    'ticket form/--template') REPLY='text' ;;
    'ticket watch/--interval') REPLY='text' ;;
    'ticket watch/--exec') REPLY='text' ;;
    'ticket watch/--json') REPLY='?list event date ticket title status statusId author mine id text html from to fileName mime url textLeftOut begin end by' ;;
    'ticket watch/--jq') REPLY='text' ;;
    'ticket watch/--template') REPLY='text' ;;
    'ticket wait/--until') REPLY='one solved closed reply taken' ;;
    'ticket wait/--timeout') REPLY='text' ;;
    'ticket wait/--interval') REPLY='text' ;;
    'ticket wait/--json') REPLY='?list ticket until happened status url' ;;
    'ticket wait/--jq') REPLY='text' ;;
    'ticket wait/--template') REPLY='text' ;;
    'ticket export/-o' | 'ticket export/--output') REPLY='folder' ;;
    'ticket export/--json') REPLY='?list id result title folder documents error' ;;
    'ticket export/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket export/--columns') REPLY='list id result title folder documents error' ;;
    'ticket export/--jq') REPLY='text' ;;
    'ticket export/--template') REPLY='text' ;;
    'ticket import/--resume') REPLY='?text' ;;
    'ticket import/--discard') REPLY='?text' ;;
    'ticket import/--form') REPLY='live form' ;;
    'ticket import/--key') REPLY='text' ;;
    'ticket import/--report') REPLY='text' ;;
    'ticket import/--json') REPLY='?list line result id title error url' ;;
    'ticket import/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'ticket import/--columns') REPLY='list line result id title error url' ;;
    'ticket import/--jq') REPLY='text' ;;
    'ticket import/--template') REPLY='text' ;;
    'alert/--input') REPLY='file' ;;
    'alert/--format') REPLY='one auto alertmanager grafana zabbix nagios icinga json' ;;
    'alert/--map') REPLY='text' ;;
    'alert/--map-file') REPLY='file' ;;
    'alert/--dedupe-every') REPLY='text' ;;
    'alert/--urgency') REPLY='one very-low low medium high very-high' ;;
    'alert/--category') REPLY='live category' ;;
    'alert/--about') REPLY='live equipment' ;;
    'alert/--type') REPLY='one incident request' ;;
    'alert/--email') REPLY='text' ;;
    'alert/--json') REPLY='?list fingerprint source state title action ticket error' ;;
    'alert/--jq') REPLY='text' ;;
    'alert/--template') REPLY='text' ;;
    'draft list/--json') REPLY='?list id kind stage ticketId title text answers files user platform created changed command form' ;;
    'draft list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'draft list/--columns') REPLY='list id kind stage ticketId title text answers files user platform created changed command form' ;;
    'draft list/--jq') REPLY='text' ;;
    'draft list/--template') REPLY='text' ;;
    'draft show/--json') REPLY='?list id kind stage ticketId title text answers files user platform created changed command form' ;;
    'draft show/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'draft show/--columns') REPLY='list id kind stage ticketId title text answers files user platform created changed command form' ;;
    'draft show/--jq') REPLY='text' ;;
    'draft show/--template') REPLY='text' ;;
    'form list/--json') REPLY='?list id title description category url' ;;
    'form list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'form list/--columns') REPLY='list id title description category url' ;;
    'form list/--jq') REPLY='text' ;;
    'form list/--template') REPLY='text' ;;
    'form show/--json') REPLY='?list id title header url sections delegates' ;;
    'form show/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'form show/--columns') REPLY='list id title header url sections delegates' ;;
    'form show/--jq') REPLY='text' ;;
    'form show/--template') REPLY='text' ;;
    'faq search/--json') REPLY='?list id title category changed url excerpt' ;;
    'faq search/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'faq search/--columns') REPLY='list id title category changed url excerpt' ;;
    'faq search/--jq') REPLY='text' ;;
    'faq search/--template') REPLY='text' ;;
    'faq list/--json') REPLY='?list id title category changed url' ;;
    'faq list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'faq list/--columns') REPLY='list id title category changed url' ;;
    'faq list/--jq') REPLY='text' ;;
    'faq list/--template') REPLY='text' ;;
    'faq show/--json') REPLY='?list id title category changed url created text html documents textLeftOut' ;;
    'faq show/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'faq show/--columns') REPLY='list id title category changed url created text html documents textLeftOut' ;;
    'faq show/--jq') REPLY='text' ;;
    'faq show/--template') REPLY='text' ;;
    'faq download/-o' | 'faq download/--output') REPLY='folder' ;;
    'approval list/--json') REPLY='?list id ticket title status question askedBy asked answer answered' ;;
    'approval list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'approval list/--columns') REPLY='list id ticket title status question askedBy asked answer answered' ;;
    'approval list/--jq') REPLY='text' ;;
    'approval list/--template') REPLY='text' ;;
    'approval accept/-m' | 'approval accept/--message') REPLY='text' ;;
    'approval accept/--json') REPLY='?list id ticket title status question askedBy asked answer answered' ;;
    'approval accept/--jq') REPLY='text' ;;
    'approval accept/--template') REPLY='text' ;;
    'approval refuse/-m' | 'approval refuse/--message') REPLY='text' ;;
    'approval refuse/--json') REPLY='?list id ticket title status question askedBy asked answer answered' ;;
    'approval refuse/--jq') REPLY='text' ;;
    'approval refuse/--template') REPLY='text' ;;
    'news/--json') REPLY='?list kind id title text source date begin end url new' ;;
    'news/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'news/--columns') REPLY='list kind id title text source date begin end url new' ;;
    'news/--jq') REPLY='text' ;;
    'news/--template') REPLY='text' ;;
    'reservation items/--on') REPLY='text' ;;
    'reservation items/--json') REPLY='?list id name kind comment free reservations' ;;
    'reservation items/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'reservation items/--columns') REPLY='list id name kind comment free reservations' ;;
    'reservation items/--jq') REPLY='text' ;;
    'reservation items/--template') REPLY='text' ;;
    'reservation new/--from') REPLY='text' ;;
    'reservation new/--to') REPLY='text' ;;
    'reservation new/--for') REPLY='text' ;;
    'reservation new/-m' | 'reservation new/--comment') REPLY='text' ;;
    'reservation new/--every') REPLY='one day week' ;;
    'reservation new/--until') REPLY='text' ;;
    'reservation new/--json') REPLY='?list id item itemId start end mine by comment url' ;;
    'reservation new/--jq') REPLY='text' ;;
    'reservation new/--template') REPLY='text' ;;
    'reservation list/--json') REPLY='?list id item itemId start end mine by comment url' ;;
    'reservation list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'reservation list/--columns') REPLY='list id item itemId start end mine by comment url' ;;
    'reservation list/--jq') REPLY='text' ;;
    'reservation list/--template') REPLY='text' ;;
    'login/-u' | 'login/--user') REPLY='text' ;;
    'login/--app-token') REPLY='text' ;;
    'whoami/--json') REPLY='?list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn' ;;
    'whoami/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'whoami/--columns') REPLY='list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn' ;;
    'whoami/--jq') REPLY='text' ;;
    'whoami/--template') REPLY='text' ;;
    'account list/--json') REPLY='?list name user platform storage profile entity current' ;;
    'account list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'account list/--columns') REPLY='list name user platform storage profile entity current' ;;
    'account list/--jq') REPLY='text' ;;
    'account list/--template') REPLY='text' ;;
    'account recover/--name') REPLY='text' ;;
    'account recover/--organisation') REPLY='text' ;;
    'account recover/--contract') REPLY='text' ;;
    'account recover/--phone') REPLY='text' ;;
    'account recover/--email') REPLY='text' ;;
    'account recover/--lost') REPLY='one user email password all' ;;
    'account recover/--by') REPLY='one page mail print' ;;
    'profile list/--json') REPLY='?list id name entities current' ;;
    'profile list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'profile list/--columns') REPLY='list id name entities current' ;;
    'profile list/--jq') REPLY='text' ;;
    'profile list/--template') REPLY='text' ;;
    'entity list/--json') REPLY='?list id name current' ;;
    'entity list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'entity list/--columns') REPLY='list id name current' ;;
    'entity list/--jq') REPLY='text' ;;
    'entity list/--template') REPLY='text' ;;
    'password change/-u' | 'password change/--user') REPLY='text' ;;
    'password reset/--token') REPLY='?text' ;;
    'contact/--json') REPLY='?list support platform contact contracts recovery source' ;;
    'contact/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'contact/--columns') REPLY='list support platform contact contracts recovery source' ;;
    'contact/--jq') REPLY='text' ;;
    'contact/--template') REPLY='text' ;;
    'contract list/--json') REPLY='?list number name level begins ends categories hours telephone contact notes id source' ;;
    'contract list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'contract list/--columns') REPLY='list number name level begins ends categories hours telephone contact notes id source' ;;
    'contract list/--jq') REPLY='text' ;;
    'contract list/--template') REPLY='text' ;;
    'contract show/--json') REPLY='?list number name level begins ends categories hours telephone contact notes id source' ;;
    'contract show/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'contract show/--columns') REPLY='list number name level begins ends categories hours telephone contact notes id source' ;;
    'contract show/--jq') REPLY='text' ;;
    'contract show/--template') REPLY='text' ;;
    'preferences show/--json') REPLY='?list name value where about' ;;
    'preferences show/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'preferences show/--columns') REPLY='list name value where about' ;;
    'preferences show/--jq') REPLY='text' ;;
    'preferences show/--template') REPLY='text' ;;
    'config list/--json') REPLY='?list key value source origin default kind values flag variable about wrong' ;;
    'config list/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'config list/--columns') REPLY='list key value source origin default kind values flag variable about wrong' ;;
    'config list/--jq') REPLY='text' ;;
    'config list/--template') REPLY='text' ;;
    'config get/--json') REPLY='?list key value source origin default kind values flag variable about wrong' ;;
    'config get/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'config get/--columns') REPLY='list key value source origin default kind values flag variable about wrong' ;;
    'config get/--jq') REPLY='text' ;;
    'config get/--template') REPLY='text' ;;
    'doctor/--json') REPLY='?list id status seen repair exitCode milliseconds' ;;
    'doctor/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'doctor/--columns') REPLY='list id status seen repair exitCode milliseconds' ;;
    'doctor/--jq') REPLY='text' ;;
    'doctor/--template') REPLY='text' ;;
    'api/-f' | 'api/--raw-field') REPLY='text' ;;
    'api/-F' | 'api/--field') REPLY='text' ;;
    'api/--input') REPLY='file' ;;
    'api/-o' | 'api/--output') REPLY='file' ;;
    'api/--jq') REPLY='text' ;;
    'api/--template') REPLY='text' ;;
    'sandbox start/--port') REPLY='text' ;;
    'sandbox start/--data') REPLY='folder' ;;
    'sandbox start/--glpi') REPLY='one 10.0 11.0' ;;
    'sandbox start/--tickets') REPLY='text' ;;
    'sandbox start/--catalogue') REPLY='one usual stock off no-stock empty categories many odd' ;;
    'sandbox start/--entities') REPLY='one nested apart' ;;
    'sandbox start/--equipment') REPLY='one one several' ;;
    'sandbox start/--password-expired') REPLY='one alice henri bob teo glpi' ;;
    'sandbox start/--sign-in') REPLY='one no-passwords no-tokens second-factor cas web-server' ;;
    'version/--json') REPLY='?list version latest newer released page' ;;
    'version/--format') REPLY='one table tsv csv csv-excel ndjson markdown' ;;
    'version/--columns') REPLY='list version latest newer released page' ;;
    'version/--jq') REPLY='text' ;;
    'version/--template') REPLY='text' ;;
    *) return 1 ;;
  esac
}

# _ipeos_place COMMAND N: what stands at place N behind the command.
_ipeos_place() {
  case "$1/$2" in
    'ticket show/'*) REPLY='live ticket' ;;
    'ticket comment/'*) REPLY='live ticket' ;;
    'ticket attach/0') REPLY='live ticket' ;;
    'ticket attach/'*) REPLY='file' ;;
    'ticket download/0') REPLY='live ticket' ;;
    'ticket download/1') REPLY='live document' ;;
    'ticket accept/'*) REPLY='live ticket' ;;
    'ticket refuse/'*) REPLY='live ticket' ;;
    'ticket rate/0') REPLY='live ticket' ;;
    'ticket rate/1') REPLY='text' ;;
    'ticket edit/0') REPLY='live ticket' ;;
    'ticket cancel/'*) REPLY='live ticket' ;;
    'ticket close/'*) REPLY='live ticket' ;;
    'ticket link/0') REPLY='live ticket' ;;
    'ticket link/1') REPLY='live ticket' ;;
    'ticket unlink/0') REPLY='live ticket' ;;
    'ticket unlink/1') REPLY='live ticket' ;;
    'ticket observer add/0') REPLY='live ticket' ;;
    'ticket observer add/'*) REPLY='text' ;;
    'ticket observer remove/0') REPLY='live ticket' ;;
    'ticket observer remove/'*) REPLY='text' ;;
    'ticket observer mute/0') REPLY='live ticket' ;;
    'ticket observer mute/1') REPLY='text' ;;
    'ticket observer unmute/0') REPLY='live ticket' ;;
    'ticket observer unmute/1') REPLY='text' ;;
    'ticket observer list/0') REPLY='live ticket' ;;
    'ticket leave/0') REPLY='live ticket' ;;
    'ticket watch/'*) REPLY='live ticket' ;;
    'ticket wait/'*) REPLY='live ticket' ;;
    'ticket export/'*) REPLY='live ticket' ;;
    'ticket import/0') REPLY='file' ;;
    'draft show/0') REPLY='live draft' ;;
    'draft send/0') REPLY='live draft' ;;
    'draft delete/'*) REPLY='live draft' ;;
    'form show/0') REPLY='live form' ;;
    'faq search/'*) REPLY='text' ;;
    'faq show/0') REPLY='live article' ;;
    'faq download/0') REPLY='live article' ;;
    'approval accept/0') REPLY='text' ;;
    'approval refuse/0') REPLY='text' ;;
    'reservation new/0') REPLY='live reservation-item' ;;
    'reservation cancel/0') REPLY='live reservation' ;;
    'account use/0') REPLY='live account' ;;
    'account remove/0') REPLY='live account' ;;
    'profile use/0') REPLY='live profile' ;;
    'entity use/0') REPLY='live entity' ;;
    'password reset/0') REPLY='text' ;;
    'contract show/0') REPLY='live contract' ;;
    'preferences set/0') REPLY='one language email notify page-length columns' ;;
    'preferences set/1') REPLY='text' ;;
    'config get/0') REPLY='one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' ;;
    'config set/0') REPLY='one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' ;;
    'config set/1') REPLY='live setting-value' ;;
    'config unset/0') REPLY='one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' ;;
    'config import/0') REPLY='file' ;;
    'api/0') REPLY='text' ;;
    'api/1') REPLY='text' ;;
    'completion/0') REPLY='one bash zsh fish powershell' ;;
    'help/'*) REPLY='text' ;;
    *) return 1 ;;
  esac
}

# The words up to the cursor as a person sees them: bash cuts them at : = > and the like as well.
_ipeos_words() {
  local rest=$COMP_LINE part trimmed i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    if ((i > 0)) && [[ -n $part && $trimmed == "$rest" ]]; then
      words[${#words[@]} - 1]+=$part
    else
      words[${#words[@]}]=$part
    fi
    rest=${trimmed#"$part"}
  done
}

# _ipeos_offer CURRENT BROKEN SOURCE: what may stand for the current word; BROKEN: the part of it that bash looks at.
_ipeos_offer() {
  local cur=$1 broken=$2 source=$3 head='' quote='' value about
  local -a values=() abouts=()
  case $source in
    file | folder)
      if type compopt >/dev/null 2>&1; then
        [[ $source == file ]] && compopt -o default || compopt -o dirnames
        return
      fi
      while IFS= read -r value; do COMPREPLY[${#COMPREPLY[@]}]=$value; done < <(
        [[ $source == file ]] && compgen -f -- "$broken" || compgen -d -- "$broken"
      )
      return
      ;;
    one\ *) for value in ${source#one }; do values[${#values[@]}]=$value; done ;;
    list\ *)
      [[ $cur == *,* ]] && head=${cur%,*},
      for value in ${source#list }; do
        [[ ,$head == *",$value,"* ]] || values[${#values[@]}]=$head$value
      done
      type compopt >/dev/null 2>&1 && compopt -o nospace
      ;;
    live\ *)
      case $cur in
        \'*) quote=\' cur=${cur#?} ;;
        \"*) quote=\" cur=${cur#?} ;;
        *) cur=${cur//\\/} ;;
      esac
      while IFS=$'\t' read -r value about; do
        values[${#values[@]}]=$value
        abouts[${#abouts[@]}]=$about
      done < <(_ipeos_ask "${source#live }" "$cur")
      ;;
  esac
  local skipped=${1%"$broken"} i shown
  for ((i = 0; i < ${#values[@]}; i++)); do
    value=${values[i]}
    [[ $value == "$cur"* ]] || continue
    case $quote in
      \') shown=${value//\'/\'\\\'\'} ;;
      \") shown=${value//\\/\\\\} shown=${shown//\"/\\\"} shown=${shown//$/\\$} shown=${shown//${backquote}/\\${backquote}} ;;
      *) [[ $source == live* ]] && printf -v shown %q "$value" || shown=$value ;;
    esac
    # The answer comes right behind the name of its question.
    [[ $value == *= ]] && type compopt >/dev/null 2>&1 && compopt -o nospace
    shown=${shown#"$skipped"}
    # Only while bash lists them: what stands behind would be put on the line otherwise.
    case ${COMP_TYPE-} in
      33 | 63 | 64) [[ -n ${abouts[i]-} ]] && shown+="  (${abouts[i]})" ;;
    esac
    COMPREPLY[${#COMPREPLY[@]}]=$shown
  done
  # The last one that is left is what is meant.
  ((${#COMPREPLY[@]} == 1)) && COMPREPLY[0]=${COMPREPLY[0]%%  (*}
}

_ipeos_ask() {
  local program=ipeos
  [[ ${words[0]} == */* ]] && program=${words[0]}
  command "$program" __complete "$1=$2" "${words[@]:1:${#words[@]}-2}" 2>/dev/null </dev/null
}

_ipeos_list() {
  local value
  for value in $2; do
    [[ $value == "$1"* ]] && COMPREPLY[${#COMPREPLY[@]}]=$value
  done
}

_ipeos() {
  local -a words
  local REPLY='' command='' place=0 wanted='' rest='' word i
  local backquote='`'
  COMPREPLY=()
  _ipeos_words
  local last=$((${#words[@]} - 1))
  local cur=${words[last]} broken=$2
  for ((i = 1; i < last; i++)); do
    word=${words[i]}
    if [[ -n $wanted && ! ($wanted == \?* && $word == -*) ]]; then
      wanted=''
      continue
    fi
    wanted=''
    if [[ -n $rest ]]; then
      place=$((place + 1))
    elif [[ $word == -- ]]; then
      rest=yes
    elif [[ $word == -* ]]; then
      [[ $word != *=* ]] && { _ipeos_value "$command" "$word" || _ipeos_value '' "$word"; } && wanted=$REPLY
    elif _ipeos_step "$command" "$word"; then
      command=$REPLY
    else
      place=$((place + 1))
    fi
  done
  if [[ -n $wanted && ! ($wanted == \?* && $cur == -*) ]]; then
    _ipeos_offer "$cur" "$broken" "${wanted#\?}"
  elif [[ -z $rest && $cur == --*=* ]]; then
    _ipeos_value "$command" "${cur%%=*}" || _ipeos_value '' "${cur%%=*}" || return 0
    _ipeos_offer "${cur#*=}" "${broken#"${cur%%=*}="}" "${REPLY#\?}"
  elif [[ -z $rest && $cur == -* ]]; then
    _ipeos_options "$command"
    _ipeos_list "$cur" "$REPLY"
    [[ -n $command ]] && _ipeos_options '' && _ipeos_list "$cur" "$REPLY"
  elif _ipeos_commands "$command" && [[ -n $REPLY ]]; then
    _ipeos_list "$cur" "$REPLY"
  elif _ipeos_place "$command" "$place"; then
    _ipeos_offer "$cur" "$broken" "$REPLY"
  fi
  return 0
}

complete -F _ipeos ipeos
