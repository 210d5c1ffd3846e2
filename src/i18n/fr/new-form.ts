export const newForm = {
  'new.option.form':
    'le formulaire du site à remplir : son nom, une partie du nom, ou son numéro (« ipeos form list »)',
  'new.option.answer':
    'la réponse à une question du formulaire, par son libellé ; une par valeur, @FICHIER pour un fichier',
  'new.option.answers':
    'les réponses, lues dans un fichier, ou sur l’entrée standard avec - ; « ipeos form show NOM --answers-template » en écrit un, vide',
  'new.option.observer':
    'une personne ou un groupe qui pourra suivre le ticket : son nom, ou une adresse si le formulaire en prend ; peut se répéter',
  'new.option.silent-observer':
    'comme --observer, mais sans lui envoyer de courriels ; pas par un formulaire d’un site GLPI 11',
  'new.option.location': 'le lieu concerné : son nom, une partie du nom, ou son numéro',
  'new.option.on-behalf-of':
    'la personne concernée par la demande : son nom, si le formulaire du site permet de l’envoyer pour elle',
  'new.which-form': 'Le site a {count} formulaires, et aucun n’est le formulaire habituel : précisez lequel.',
  'new.which-form-hint':
    'Par exemple : --form suivi de son numéro ou de mots de son titre. Ce que demande un formulaire : ipeos form show',
  'new.form-named': '{title} (--form {id})',
  'new.forms-unreadable': 'Les formulaires du site sont illisibles ; la demande part comme s’il n’en avait pas.',
  'new.form-not-offered': 'Avec ces réponses, le formulaire « {title} » ne peut pas être envoyé.',
  'new.form-refused': 'Le site n’accepte pas ces réponses ; rien n’a été envoyé :',
  'new.form-hint': 'Ce que demande le formulaire : ipeos form show {id}',
  'new.on-web-hint': 'Pour le remplir sur le site : {url}',
  'new.question-left-out':
    'Le formulaire demande aussi « {label} », qu’ipeos ne sait pas demander : la réponse reste vide. Pour y répondre : {url}',
  'new.noted-form': 'le formulaire {form} du site n’a pas accepté la demande : {reason}',
  'new.not-taken.form': '--form : la plateforme ne propose pas de formulaires au choix',
  'new.not-taken.answer': '--answer : la plateforme ne propose pas de formulaires au choix',
  'new.not-taken.answers': '--answers : la plateforme ne propose pas de formulaires au choix',
  'new.group-not-silent':
    '--silent-observer : les courriels d’un groupe ne s’arrêtent pas pour un seul ticket ; nommez-le avec --observer : {name}',
  'new.not-taken.observer': '--observer : le formulaire ne demande pas d’observateurs',
  'new.not-taken.silent-observer':
    '--silent-observer : un formulaire du site ne dit rien des courriels. Nommez-les avec --observer, ou une fois le ticket ouvert : ipeos ticket observer add --no-notify',
  'new.not-taken.location': '--location : le formulaire ne demande pas de lieu',
  'new.not-taken.on-behalf-of': '--on-behalf-of : le formulaire ne peut pas être envoyé pour quelqu’un d’autre',
  'new.unknown.on-behalf-of': 'le formulaire ne peut pas être envoyé pour « {text} » ; il peut l’être pour : {names}',
  'new.ambiguous.on-behalf-of': '--on-behalf-of « {text} » peut être : {names}',
  'new.noted-on-behalf-of': 'la demande est faite pour {name}',
} as const
