import type { ListText } from '../es/list.ts'
import { plural } from '../format.ts'

export const enList: ListText = {
  list: {
    search: 'Search',
    searchHint: 'Name, number or session',
    clearSearch: 'Clear the search',
    found: (n: number) => plural('en', n, { one: '1 organization found', other: `${n} organizations found` }),
    noneFound: (query: string) => `None matches “${query}”.`,
    showTrouble: 'Show only those that need attention',
    showing: (n: number, of: number) => `Showing ${n} of ${of}`,
    showAll: 'Show all',
    addShort: 'Add',
  },
}
