/** A value of JSON, or what a function of a template makes of one. */
export type Value = unknown
