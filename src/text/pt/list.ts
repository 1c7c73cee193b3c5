import type { ListText } from '../es/list.ts'
import { plural } from '../format.ts'

export const ptList: ListText = {
  list: {
    search: 'Buscar',
    searchHint: 'Nome, número ou sessão',
    clearSearch: 'Limpar a busca',
    found: (n: number) =>
      plural('pt', n, { one: `${n} organização encontrada`, other: `${n} organizações encontradas` }),
    noneFound: (query: string) => `Nenhuma corresponde a “${query}”.`,
    showTrouble: 'Mostrar só as que precisam de atenção',
    showing: (n: number, of: number) => `Vendo ${n} de ${of}`,
    showAll: 'Ver todas',
    addShort: 'Adicionar',
  },
}
