/** The languages of the accounts here. */
export type Language = 'fr_FR' | 'en_GB'

/** What the server says, as the contract recorded it in French; `{x}` is filled in. */
const FRENCH = {
  loginParametersMissing: 'le(s) paramètre(s) login, password ou user_token sont manquants',
  loginWrong: 'Identifiant ou mot de passe incorrect',
  userTokenWrong: 'le paramètre user_token semble incorrect',
  credentialsDisabled: "l'utilisation de la ressource initSession avec des identifiants est désactivée",
  sessionTokenMissing: 'le paramètre session_token est manquant ou vide',
  sessionTokenInvalid: 'session_token semble incorrect',
  apiDisabled: 'API désactivée',
  ipRefused: "Il n'y a pas de client API actif correspondant à votre adresse IP dans la configuration ({address})",
  appTokenMissing: 'le paramètre app_token est manquant',
  appTokenWrong: 'le paramètre app_token semble incorrect',
  resourceNotFound: "la ressource n'a pas été trouvée ou n'est pas une instance de CommonDBTM",
  itemNotFound: 'Élément introuvable',
  rightMissing: "Vous n'avez pas les droits requis pour réaliser cette action.",
  rangeExceeded: 'Provided range exceed total count of data: {total}',
  rangeMalformed: 'range must be in format : [start-end] or [limit]',
  sortUnknown: 'le paramètre sort ne correspond pas à un champ connu',
  jsonInvalid: 'JSON payload seems not valid',
  badArray: 'le paramètre input doit être un tableau d’objets',
  methodRefused: 'Méthode HTTP refusée pour cette ressource',
  uploadTooBig: 'Le fichier semble trop gros',
  added: 'Élément ajouté : {name}',
  followupEmpty: 'Vous ne pouvez pas ajouter de suivi sans une description',
  taskEmpty: 'Vous ne pouvez pas ajouter de tâche sans une description',
  reopenNeedsReason: 'Si vous souhaitez rouvrir cet élément, vous devez indiquer une raison',
  solutionApproved: 'Solution approuvée',
  fileNotFound: 'Fichier {name} introuvable.',
  fileTooBig: 'Le fichier envoyé est trop gros',
  fileTypeRefused: 'Type de fichier non autorisé',
  slotTaken: 'Le matériel demandé est déjà réservé pour cette plage.',
  datesWrong: 'Erreur dans la saisie des dates. La date de début est postérieure à la date de fin.',
  fieldUnknown: 'Identifiant de champ incorrect dans le critère de recherche',
  putOnly: 'Seul le verbe HTTP PUT est autorisé',
  emailMissing: 'le paramètre email est manquant',
  passwordMissing: 'le paramètre password est manquant',
  passwordForgetInvalid:
    'La demande de renouvellement de mot de passe a expirée ou est invalide. Merci de la renouveller.',
  passwordChanged: 'Mot de passe réinitialisé avec succès.',
  notificationsOff: 'Les notifications par courriel sont désactivées.',
  internal: 'Erreur interne du serveur',
  documentation: 'Afficher la documentation dans votre navigateur à {url}',
}

const ENGLISH: Record<keyof typeof FRENCH, string> = {
  loginParametersMissing: 'parameter(s) login, password or user_token are missing',
  loginWrong: 'Incorrect username or password',
  userTokenWrong: 'parameter user_token seems invalid',
  credentialsDisabled: 'usage of initSession resource with credentials is disabled',
  sessionTokenMissing: 'parameter session_token is missing or empty',
  sessionTokenInvalid: 'session_token seems invalid',
  apiDisabled: 'API disabled',
  ipRefused: "There isn't an active API client matching your IP address in the configuration ({address})",
  appTokenMissing: 'missing parameter app_token',
  appTokenWrong: 'parameter app_token seems wrong',
  resourceNotFound: 'resource not found or not an instance of CommonDBTM',
  itemNotFound: 'Item not found',
  rightMissing: "You don't have permission to perform this action.",
  rangeExceeded: 'Provided range exceed total count of data: {total}',
  rangeMalformed: 'range must be in format : [start-end] or [limit]',
  sortUnknown: 'sort param is not a field of the table',
  jsonInvalid: 'JSON payload seems not valid',
  badArray: 'input parameter must be an array of objects',
  methodRefused: 'HTTP method refused for this resource',
  uploadTooBig: 'The file seems too big',
  added: 'Item successfully added: {name}',
  followupEmpty: "You can't add a followup without description",
  taskEmpty: "You can't add a task without description",
  reopenNeedsReason: 'If you want to reopen this item, you must specify a reason',
  solutionApproved: 'Solution approved',
  fileNotFound: 'File {name} not found.',
  fileTooBig: 'The uploaded file is too big',
  fileTypeRefused: 'Filetype not allowed',
  slotTaken: 'The required item is already reserved for this timeframe',
  datesWrong: 'Error in entering dates. The starting date is later than the ending date',
  fieldUnknown: 'Bad field ID in search criteria',
  putOnly: 'Only HTTP verb PUT is allowed',
  emailMissing: 'email parameter missing',
  passwordMissing: 'password parameter missing',
  passwordForgetInvalid: 'Your password reset request has expired or is invalid. Please renew it.',
  passwordChanged: 'Reset password successful.',
  notificationsOff: 'Email notifications are disabled',
  internal: 'Internal server error',
  documentation: 'view documentation in your browser at {url}',
}

/** What the server can say. */
export type MessageKey = keyof typeof FRENCH

/** The server's sentence in the language of the session. */
export function say(language: Language, key: MessageKey, values: Record<string, string | number> = {}): string {
  const sentence = (language === 'fr_FR' ? FRENCH : ENGLISH)[key]
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
