import { distance } from 'fastest-levenshtein'
import { decodeEntities } from '../../glpi/html.ts'
import { folded } from '../../i18n/folded.ts'
import type { ArticleSummary, FoundArticle } from '../../itil/article.ts'

/** Words that say nothing of the matter: articles, pronouns, «bonjour», «problème». */
const stopWords = new Set(
  (
    'alors,apres,au,aucun,aussi,autre,aux,avant,avec,avoir,bonjour,car,ce,cela,celle,ces,cet,cette,comme,' +
    'comment,dans,de,depuis,des,donc,du,elle,elles,en,encore,est,et,etre,eux,fait,faire,faut,il,ils,je,' +
    'la,le,les,leur,leurs,lors,lui,ma,mais,marche,me,meme,mes,moi,mon,ne,nos,notre,nous,on,ont,ou,par,' +
    'pas,peut,peux,plus,pour,pourquoi,probleme,puis,quand,que,quel,quelle,qui,quoi,sa,sans,ses,si,son,' +
    'sont,suis,sur,svp,ta,te,tes,toi,ton,tous,tout,toute,toutes,tres,tu,un,une,urgent,vers,vos,votre,' +
    'vous,about,after,all,also,and,any,are,because,been,but,can,cannot,could,did,does,doing,done,for,' +
    'from,get,got,had,has,have,hello,help,her,here,him,his,how,into,its,just,like,make,may,more,most,' +
    'need,new,not,now,off,only,our,out,over,please,problem,she,should,some,such,than,that,the,their,them,' +
    'then,there,they,this,too,urgent,use,very,was,were,what,when,where,which,while,who,why,will,with,' +
    'work,working,works,would,you,your'
  ).split(','),
)
const mostWords = 8

/** The words of a text that say what it is about, without accents, case and plural: at most eight. */
export function tellingWords(text: string): string[] {
  const words = folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3 || /^\d\d/.test(word))
  const telling = words.filter((word) => !stopWords.has(word))
  return [...new Set(telling.map(stem))].slice(0, mostWords)
}

/** «courriels», «réseaux»: what is looked for is in them, with or without its plural. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/[sx]$/, '') : word
}

export interface ArticleMatch {
  article: FoundArticle
  /** How many of the words stand in the title. */
  inTitle: number
  /** How many stand anywhere in it. */
  inAll: number
  /** Where the words stand in its text. */
  excerpt: string
}

/**
 * The articles that hold at least half as many of the words as the best one does, the best first. By hand: a search
 * engine would take longer to load than the few articles that the platform found take to compare.
 */
export function bestArticles(articles: FoundArticle[], words: string[]): ArticleMatch[] {
  const matches = articles.map((article) => matchOf(article, words)).filter(({ inAll }) => inAll > 0)
  const best = Math.max(0, ...matches.map(({ inAll }) => inAll))
  return matches
    .filter(({ inAll }) => inAll * 2 >= best)
    .sort((one, other) => other.inAll + other.inTitle - (one.inAll + one.inTitle) || other.inTitle - one.inTitle)
}

function matchOf(article: FoundArticle, words: string[]): ArticleMatch {
  const text = textOf(article.answer)
  const [title, body] = [folded(article.title), folded(`${article.category ?? ''} ${text}`)]
  return {
    article,
    inTitle: words.filter((word) => holds(title, word)).length,
    inAll: words.filter((word) => holds(title, word) || holds(body, word)).length,
    excerpt: excerptOf(text, words),
  }
}

/** The articles that have a word in their title which one of these was perhaps meant to be: «zimbar», «courrier». */
export function likeNamed(text: string, articles: ArticleSummary[]): ArticleSummary[] {
  const wanted = tellingWords(text)
  const isLike = (word: string) => wanted.some((one) => distance(one, word) <= Math.max(1, one.length / 3))
  return articles.filter(({ title }) => tellingWords(title).some(isLike))
}

/** A word counts from its beginning: «port» does not stand in «important». */
function holds(text: string, word: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${word}`)
}

const longestText = 200_000

/** Tags and entities gone; not yet fit for a terminal. */
function textOf(html: string): string {
  const text = html.slice(0, longestText).replace(/<[^<>]*>/g, ' ')
  return decodeEntities(text).replace(/\s+/g, ' ').trim()
}

const excerptLength = 140

function excerptOf(text: string, words: string[]): string {
  const places = words.map((word) => placeOf(text, word)).filter((place) => place >= 0)
  const first = places.length > 0 ? Math.min(...places) : 0
  const start = first < 60 ? 0 : text.lastIndexOf(' ', first - 30) + 1
  const end = start + excerptLength >= text.length ? text.length : text.lastIndexOf(' ', start + excerptLength)
  const cut = text.slice(start, end > start ? end : start + excerptLength)
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`
}

/** Where the word begins, accents or not; folding moves places by a few letters at most, which an excerpt bears. */
function placeOf(text: string, word: string): number {
  return folded(text).search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'))
}
