import { plural } from '../format.ts'

/** Finding an organization in the list. */
export const esList = {
  list: {
    search: 'Buscar',
    searchHint: 'Nombre, número o sesión',
    clearSearch: 'Borrar la búsqueda',
    found: (n: number) =>
      plural('es', n, { one: '1 organización encontrada', other: `${n} organizaciones encontradas` }),
    noneFound: (query: string) => `Ninguna coincide con «${query}».`,
    /** The summary, as a switch that leaves in the list only who needs a person. */
    showTrouble: 'Mostrar solo las que necesitan atención',
    showing: (n: number, of: number) => `Viendo ${n} de ${of}`,
    showAll: 'Ver todas',
    addShort: 'Añadir',
  },
}

export type ListText = typeof esList
