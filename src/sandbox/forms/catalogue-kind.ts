/**
 * How the catalogue of a site may be made up: `usual` has the two forms of a new server and two of its own; `stock` those of
 * a new server alone; `off` is switched off; `no-stock` has its own alone; `empty` none; in `categories` all stand in some;
 * `many` needs several pages; `odd` has what a client cannot ask, or not send.
 */
export const catalogueKinds = ['usual', 'stock', 'off', 'no-stock', 'empty', 'categories', 'many', 'odd'] as const
export type CatalogueKind = (typeof catalogueKinds)[number]
