import { tableResource } from '../resource.ts'

/** The FAQ: a customer reads the articles that are in it, a central profile all of them. */
export const articleResource = tableResource('KnowbaseItem', {
  mayList: () => true,
  mayRead: ({ viewer }, article) => article.is_faq === 1 || viewer.profile.readsConfiguration,
  show: (_call, { category: _category, ...article }) => ({
    ...article,
    begin_date: null,
    end_date: null,
    show_in_service_catalog: 0,
  }),
})
