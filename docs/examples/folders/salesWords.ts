import type { Language } from '../cafe-roble/objectives.js'

/** What the page on deals says itself; metrics have their names from the library. */
export interface SalesWords {
  sales: string
  closedRate: string
  createdRate: (days: number) => string
  cohorts: string
  month: string
  created: string
  counted: string
  won: string
  lost: string
  open: string
  wonSoFar: string
  within: (days: number) => string
  soFar: string
  since: (day: string) => string
  overlap: string
  cycle: string
  median: (days: string, ninetieth: string) => string
  stale: (stale: string, open: string, days: string) => string
  days: (days: string) => string
  noneWon: string
  closeRateBy: (field: string) => string
  blank: string
  /** Names of the fields that deals are grouped by. */
  fields: { readonly [field: string]: string }
}

/** The words of the page on deals by language. */
export const salesWords: Record<Language, SalesWords> = {
  en: {
    sales: 'Deals',
    closedRate: 'The close rate is won over won and lost: open deals are not in it.',
    createdRate: (days) =>
      `The close rate is the share of leads won within ${days} days of the first contact; younger ones do not count yet.`,
    cohorts: 'By month of creation',
    month: 'Month',
    created: 'Created',
    counted: 'Counted',
    won: 'Won',
    lost: 'Lost',
    open: 'Open',
    wonSoFar: 'Won so far',
    within: (days) => `Won in ${days} days`,
    soFar: 'While deals are open, "won so far" can only rise: compare months of the same age.',
    since: (day) => `Only deals created from ${day} on are shown.`,
    overlap: 'Where intervals overlap widely, the difference may be chance.',
    cycle: 'How long it takes',
    median: (days, ninetieth) => `Half of the deals won took ${days} days or less, nine in ten ${ninetieth} or less.`,
    stale: (stale, open, days) => `${stale} of ${open} open deals are older than those ${days} days. The oldest:`,
    days: (days) => `${days} days`,
    noneWon: 'No deal has been won yet.',
    closeRateBy: (field) => `Close rate by ${field.toLowerCase()}`,
    blank: '(not given)',
    fields: { region: 'Region', product: 'Product', ownerId: 'Agent', origin: 'Origin' },
  },
  es: {
    sales: 'Oportunidades',
    closedRate: 'La tasa de cierre es lo ganado entre lo ganado y lo perdido: lo abierto no entra.',
    createdRate: (days) =>
      `La tasa de cierre es la parte de los leads ganada en los ${days} días tras el primer contacto; los más recientes aún no cuentan.`,
    cohorts: 'Por mes de creación',
    month: 'Mes',
    created: 'Creadas',
    counted: 'Contadas',
    won: 'Ganadas',
    lost: 'Perdidas',
    open: 'Abiertas',
    wonSoFar: 'Ganadas hasta hoy',
    within: (days) => `Ganadas en ${days} días`,
    soFar: 'Mientras queden abiertas, «ganadas hasta hoy» solo puede subir: compárense meses de la misma edad.',
    since: (day) => `Solo se muestra lo creado desde el ${day}.`,
    overlap: 'Donde los intervalos se solapan mucho, la diferencia puede ser azar.',
    cycle: 'Cuánto se tarda',
    median: (days, ninetieth) =>
      `La mitad de las ganadas tardó ${days} días o menos; nueve de cada diez, ${ninetieth} o menos.`,
    stale: (stale, open, days) => `${stale} de ${open} abiertas llevan más de esos ${days} días. Las más antiguas:`,
    days: (days) => `${days} días`,
    noneWon: 'Aún no se ha ganado ninguna.',
    closeRateBy: (field) => `Tasa de cierre por ${field.toLowerCase()}`,
    blank: '(sin indicar)',
    fields: { region: 'Región', product: 'Producto', ownerId: 'Comercial', origin: 'Origen' },
  },
}
