import type { Repair } from '../es/repair.ts'
import { plural } from '../format.ts'

export const ptRepair: Repair = {
  repair: {
    title: (name) => `Reparar a sessão de ${name}`,
    intro: 'Do menor ao maior: comece por cima e desça só se o passo anterior não bastou.',
    costs: 'Custa',
    keeps: 'Fica',
    rungs: {
      reconnect: {
        name: 'Reconectar',
        what: 'Fecha a conexão e a abre de novo.',
        costs: 'alguns segundos sem conexão.',
        keeps: 'tudo.',
      },
      verify: {
        name: 'Verificar',
        what: 'Confere um por um os dados salvos da sessão.',
        costs: 'alguns segundos sem conexão.',
        keeps: 'tudo; diz o que encontrou.',
      },
      renew: {
        name: 'Renovar sessões',
        what: 'Combina chaves novas com cada contato, para quando as mensagens deles não podem ser lidas.',
        costs:
          'alguns segundos sem conexão; a próxima mensagem de alguns contatos pode demorar ou ser pedida de novo.',
        keeps: 'o vínculo: não é preciso escanear.',
      },
      'restore-snapshot': {
        name: 'Restaurar a cópia',
        what: 'Volta à última cópia boa da sessão.',
        costs: 'algumas mensagens podem ser pedidas de novo.',
        keeps: 'o mesmo número e o vínculo: não é preciso escanear.',
      },
      clear: {
        name: 'Limpar sessão',
        what: 'Começa do zero com um QR novo. Antes de fazer isso, o Enlace pergunta.',
        costs: 'o vínculo deste computador: é preciso escanear outra vez.',
        keeps: 'a organização e as conversas do telefone.',
      },
    },
    copy: {
      today: (time) => `A cópia é de hoje às ${time}.`,
      yesterday: (time) => `A cópia é de ontem às ${time}.`,
      other: (date) => `A cópia é de ${date}.`,
    },
    noCopy: 'Ainda não há nenhuma cópia.',
    notNow: 'agora não é possível',
    others: 'Outras opções',
  },

  restore: {
    why: 'Uma queda de energia pode ter danificado o arquivo.',
    copy: {
      today: (time, number) => `Há uma cópia de hoje às ${time}${same(number)}.`,
      yesterday: (time, number) => `Há uma cópia de ontem às ${time}${same(number)}.`,
      other: (date, number) => `Há uma cópia de ${date}${same(number)}.`,
    },
    cost: 'Restaurá-la não exige escanear de novo; algumas mensagens podem ser pedidas outra vez.',
  },

  report: {
    title: {
      verify: 'Verificação da sessão',
      renew: 'Renovação de sessões',
      'restore-snapshot': 'Restauração da cópia',
    },
    did: {
      verify: (n) =>
        plural('pt', n, { one: '1 dado salvo foi conferido.', other: `${n} dados salvos foram conferidos.` }),
      renew: (n) =>
        plural('pt', n, {
          one: '1 chave foi renovada. Os contatos que a usavam combinam outra com a próxima mensagem.',
          other: `${n} chaves foram renovadas. Os contatos que as usavam combinam outras com a próxima mensagem.`,
        }),
      'restore-snapshot': (n) =>
        plural('pt', n, {
          one: '1 dado foi recuperado da cópia. Algumas mensagens podem ser pedidas de novo.',
          other: `${n} dados foram recuperados da cópia. Algumas mensagens podem ser pedidas de novo.`,
        }),
    },
    good: 'Está tudo bem: nenhum dano foi encontrado.',
  },

  findings: {
    title: 'O que foi encontrado',
    what: {
      'file-damaged': () => 'O arquivo da sessão está danificado.',
      'seal-broken': (n) =>
        plural('pt', n, {
          one: '1 dado não pode ser lido: mudou sem que o Enlace o escrevesse.',
          other: `${n} dados não podem ser lidos: mudaram sem que o Enlace os escrevesse.`,
        }),
      'credentials-missing': () => 'Faltam os dados com os quais este computador se apresenta ao WhatsApp.',
      'credentials-malformed': () =>
        'Os dados com os quais este computador se apresenta ao WhatsApp estão incompletos.',
      'keys-mismatched': (n) =>
        plural('pt', n, {
          one: '1 chave não corresponde às demais.',
          other: `${n} chaves não correspondem às demais.`,
        }),
      'signature-invalid': () => 'A assinatura de uma chave não é válida.',
      'pre-keys-missing': (n) =>
        plural('pt', n, {
          one: 'Falta 1 chave para contatos novos.',
          other: `Faltam ${n} chaves para contatos novos.`,
        }),
      'code-abandoned': () => 'Restava um código de vinculação sem terminar.',
      'rolled-back': () =>
        'O armazenamento tinha voltado a um estado anterior; as chaves das conversas foram renovadas.',
    },
    severity: { note: 'Sem importância', damage: 'Dano' },
    next: {
      none: 'Já está corrigido; não é preciso fazer nada.',
      renew: 'Escolha Renovar sessões.',
      restore: 'Restaure a cópia: não é preciso escanear.',
      clear: 'Limpe a sessão e escaneie um código novo.',
      support: 'Ligue para o seu suporte e leia esta linha.',
    },
  },

  previous: {
    line: (number) =>
      number === null
        ? 'O vínculo de antes de limpar ainda ocupa um dos quatro lugares do telefone.'
        : `O vínculo de antes de limpar, o de **${number}**, ainda ocupa um dos quatro lugares do telefone.`,
    title: 'Remover o vínculo anterior?',
    body: 'O Enlace abre por um momento o vínculo anterior, encerra-o no WhatsApp e conecta de novo o atual. São alguns segundos sem conexão.',
    undo: 'Depois não dá mais para desfazer a limpeza: o vínculo anterior não volta.',
    confirm: 'Remover',
  },
}

function same(number: string | null): string {
  return number === null ? '' : ` com o mesmo número, **${number}**`
}
