import { folded } from '../i18n/folded.ts'

/** What people type who do not know the commands: words of French, and of other tools; without accents. */
export const otherWords: Readonly<Record<string, string>> = {
  'ticket new':
    'nouveau,nouvelle,ouvrir,creer,ajouter,demande,demander,incident,signaler,declarer,open,create,add,report,request,issue',
  'ticket list': 'liste,lister,tickets,demandes,ls',
  'ticket show': 'voir,afficher,affiche,montrer,lire,consulter,view,read,get',
  'ticket comment': 'repondre,reponse,commenter,commentaire,message,ecrire,reply,answer,respond,note',
  'ticket accept': 'accepter,valider,approuver,fermer,clore,cloturer,terminer,close,approve,resolve',
  'ticket refuse': 'refuser,rejeter,rouvrir,reouvrir,reject,reopen,decline',
  'ticket cancel': 'annuler,supprimer,retirer,delete,remove,abort',
  'ticket edit': 'modifier,changer,corriger,editer,update,modify,change',
  'ticket attach': 'joindre,piece,pieces,piece-jointe,fichier,fichiers,upload,file,files,attachment',
  'ticket download': 'telecharger,recuperer,documents,document,fetch',
  'ticket watch': 'suivre,surveiller,attente,follow',
  'ticket wait': 'attendre',
  'ticket history': 'historique,anciens',
  'ticket stats': 'statistiques,statistics',
  'ticket export': 'exporter,sauvegarder',
  'ticket import': 'importer',
  'draft list': 'brouillon,brouillons,drafts,reprendre,resume',
  'draft delete': 'supprimer,effacer,oublier',
  'draft send': 'envoyer,send',
  'faq search': 'chercher,rechercher,recherche,search,find',
  'faq list': 'article,articles,questions,kb',
  'reservation new': 'reserver,reservations,salle,book,booking',
  login: 'connexion,connecter,connecte,se-connecter,identifier,identification,signin,sign-in,auth,authenticate',
  logout: 'deconnexion,deconnecter,se-deconnecter,quitter,signout,sign-out,exit,quit',
  whoami: 'qui,moi,me,compte-actuel',
  'account list': 'compte,comptes,accounts,users',
  'profile list': 'profil,profils,profiles',
  'entity list': 'entite,entites,entities',
  'password reset': 'mot-de-passe,motdepasse,mdp,oublie,passwd,forgot',
  'contract list': 'contrat,contrats,contracts',
  contact: 'contacter,telephone,joindre-le-support,support,phone',
  'config list': 'configuration,configurer,reglage,reglages,parametre,parametres,settings,options',
  'preferences show': 'preference,langue',
  home: 'accueil,start,menu,dashboard,status,etat',
  help: 'aide,aidez-moi,manuel,man,usage',
  doctor: 'diagnostic,diagnostiquer,verifier,check',
}

/**
 * The commands, as they stand after `ipeos`, that somebody means by another word than theirs. Behind a noun it is a verb
 * of that noun, of those it has: «faq lister».
 */
export function meantBy(word: string, noun: string | undefined, verbs: readonly string[]): string[] {
  const typed = folded(word)
  const lines = Object.keys(otherWords).filter((line) => otherWords[line]?.split(',').includes(typed))
  if (noun === undefined) return lines
  const its = lines.filter((line) => line.startsWith(`${noun} `))
  const same = lines.map((line) => line.split(' ')[1] ?? '').filter((verb) => verbs.includes(verb))
  return its.length > 0 ? its : [...new Set(same)].map((verb) => `${noun} ${verb}`)
}
