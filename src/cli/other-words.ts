import { folded } from '../i18n/folded.ts'

/**
 * What people type who do not know the commands, words of French and of other tools, without accents: by noun and verb,
 * commands that have no noun under an empty one.
 */
export const otherWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ticket: {
    new: 'nouveau,nouvelle,ouvrir,creer,ajouter,demande,demander,incident,signaler,declarer,open,create,add,report,request,issue',
    list: 'liste,lister,tickets,demandes,ls',
    show: 'voir,afficher,affiche,montrer,lire,consulter,view,read,get',
    comment: 'repondre,reponse,commenter,commentaire,message,ecrire,reply,answer,respond',
    accept: 'accepter,valider,approuver,fermer,clore,cloturer,terminer,approve,resolve',
    refuse: 'refuser,rejeter,rouvrir,reouvrir,reject,reopen,decline',
    cancel: 'annuler,supprimer,retirer,delete,remove,abort',
    rate: 'noter,note,evaluer,enquete,satisfaction,avis,survey,feedback,score',
    edit: 'modifier,changer,corriger,editer,update,modify,change',
    close: 'fermer,clore,cloturer',
    link: 'lier,lien,liens,associer,doublon,relate,related,duplicate',
    unlink: 'delier',
    observer: 'observateur,observateurs,observers,partager,cc,share',
    leave: 'quitter',
    attach: 'joindre,piece,pieces,piece-jointe,fichier,fichiers,upload,file,files,attachment',
    download: 'telecharger,recuperer,documents,document,fetch',
    watch: 'suivre,surveiller,attente,follow',
    wait: 'attendre',
    history: 'historique,anciens',
    stats: 'statistiques,statistics',
    export: 'exporter,sauvegarder',
    import: 'importer',
  },
  draft: {
    list: 'brouillon,brouillons,drafts,reprendre,resume',
    delete: 'supprimer,effacer,oublier',
    send: 'envoyer,send',
  },
  approval: {
    list: 'approbation,approbations,validation,validations,approvals',
  },
  faq: {
    search: 'chercher,rechercher,recherche,search,find',
    list: 'article,articles,questions,kb',
  },
  reservation: {
    new: 'reserver,reservations,salle,book,booking',
  },
  '': {
    login: 'connexion,connecter,connecte,se-connecter,identifier,identification,signin,sign-in,auth,authenticate',
    logout: 'deconnexion,deconnecter,se-deconnecter,quitter,signout,sign-out,exit,quit',
    whoami: 'qui,moi,me,compte-actuel',
    contact: 'contacter,telephone,joindre-le-support,support,phone',
    news: 'annonce,annonces,actualite,actualites,nouvelles,announcement,announcements,rss',
    home: 'accueil,start,menu,dashboard,status,etat',
    help: 'aide,aidez-moi,manuel,man,usage',
    doctor: 'diagnostic,diagnostiquer,verifier,check',
  },
  account: {
    list: 'compte,comptes,accounts,users',
  },
  profile: {
    list: 'profil,profils,profiles',
  },
  entity: {
    list: 'entite,entites,entities',
  },
  password: {
    reset: 'mot-de-passe,motdepasse,mdp,oublie,passwd,forgot',
  },
  contract: {
    list: 'contrat,contrats,contracts',
  },
  config: {
    list: 'configuration,configurer,reglage,reglages,parametre,parametres,settings,options',
  },
  preferences: {
    show: 'preference,langue',
  },
}

/**
 * The commands, as they stand after `ipeos`, that somebody means by another word than theirs. Behind a noun it is a verb
 * of that noun, of those it has: «faq lister».
 */
export function meantBy(word: string, noun: string | undefined, verbs: readonly string[]): string[] {
  const typed = folded(word)
  const meant = Object.entries(otherWords).flatMap(([its, commands]) =>
    Object.keys(commands)
      .filter((verb) => commands[verb]?.split(',').includes(typed))
      .map((verb) => ({ noun: its, verb })),
  )
  if (noun === undefined) return meant.map((one) => [one.noun, one.verb].join(' ').trim())
  const own = meant.filter((one) => one.noun === noun)
  const like = own.length > 0 ? own : meant.filter(({ verb }) => verbs.includes(verb))
  return [...new Set(like.map(({ verb }) => [noun, verb].join(' ')))]
}
