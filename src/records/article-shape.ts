import { address, integer, listOf, maybe, moment, object, shape, text } from './record-shape.ts'

/** An article of the FAQ, as lists have it. */
export const articleShape = shape({
  name: 'article',
  fields: { id: integer, title: text, category: maybe(text), changed: maybe(moment), url: address },
  columns: ['id', 'title', 'category', 'changed', 'url'],
  list: true,
})

/** An article that was looked for; `excerpt`: where the words stand in it. */
export const foundArticleShape = shape({
  name: 'found-article',
  fields: { ...articleShape.fields, excerpt: text },
  columns: ['id', 'title', 'category', 'changed', 'url', 'excerpt'],
  list: true,
})

/** A whole article. */
export const articlePageShape = shape({
  name: 'article-page',
  fields: {
    ...articleShape.fields,
    created: maybe(moment),
    text,
    html: text,
    documents: listOf(object({ id: integer, fileName: text, mime: text })),
  },
  columns: ['id', 'title', 'category', 'created', 'changed', 'url', 'text'],
  list: false,
})
