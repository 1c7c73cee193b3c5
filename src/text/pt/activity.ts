import type { ActivityText } from '../es/activity.ts'
import { plural } from '../format.ts'

export const ptActivity: ActivityText = {
  history: {
    open: 'Atividade',
    title: (name) => `Atividade de ${name}`,
    range: 'Período',
    ranges: { '24h': '24 horas', '7d': '7 dias', '30d': '30 dias' },
    loading: 'Lendo o histórico',
    failed: 'Não foi possível ler o histórico.',
    empty: {
      title: 'Ainda não há histórico',
      body: 'Ele começa quando o WhatsApp desta organização for vinculado.',
    },
    trouble: {
      setAside: (file) =>
        `O arquivo do histórico estava danificado e foi guardado como ${file}. O histórico começa de novo.`,
      unkept: 'Não é possível salvar o histórico no disco: o de agora se perde ao fechar o Enlace.',
    },

    strip: {
      label: 'Disponibilidade',
      now: 'agora',
      piece: (when, light) => `${when}: ${light}`,
      partly: (light) => `${light}, de vez em quando`,
    },
    light: {
      online: 'Conectada',
      working: 'Conectando',
      attention: 'Precisa de atenção',
      off: 'Parada ou sem vínculo',
      closed: 'Enlace fechado ou computador em repouso',
      unknown: 'Sem histórico',
    },

    share: (percent) => `Conectada **${percent}** do tempo`,
    interruptions: (n, longest) =>
      plural('pt', n, {
        one: `1 interrupção, de ${longest}.`,
        other: `${n} interrupções, a mais longa de ${longest}.`,
      }),
    noInterruption: 'sem interrupções.',
    and: ', ',
    notCounted: 'O tempo com o Enlace fechado ou o computador em repouso não conta.',
    notWanted: 'Neste período não houve conexão para medir.',

    events: {
      title: 'O que aconteceu',
      none: 'Nada fora do normal.',
      more: 'Ver mais',
      today: 'Hoje',
      yesterday: 'Ontem',
    },
    event: {
      linked: (number) => `O número **${number}** foi vinculado.`,
      relinked: (number, former) => `O número **${number}** foi vinculado; antes era ${former}.`,
      numberChanged: (number, former) => `O número **${number}** foi aceito no lugar de ${former}.`,
      cleared: 'A sessão foi limpa para vincular de novo.',
      undone: 'A limpeza foi desfeita: a sessão anterior voltou.',
      'logged-out': 'A sessão foi encerrada: este computador saiu dos dispositivos conectados.',
      repaired: {
        verify: 'A sessão foi conferida.',
        renew: 'As sessões com os contatos foram renovadas.',
        'restore-snapshot': 'A cópia da sessão foi restaurada.',
      },
      tested: {
        alive: 'A conexão foi testada: o WhatsApp e o telefone responderam.',
        silent: 'A conexão foi testada: o WhatsApp respondeu, o telefone não.',
        refused: 'A conexão foi testada: o WhatsApp respondeu, mas não aceitou a mensagem.',
        failed: 'A conexão foi testada: o WhatsApp não respondeu.',
      },
      limited: {
        'new-chats': 'O WhatsApp proibiu por um tempo escrever para conversas novas.',
        'linked-devices':
          'O WhatsApp proibiu por um tempo escrever para conversas novas nos aparelhos vinculados.',
        'sales-rules':
          'O WhatsApp proibiu por um tempo escrever para conversas novas, por causa do que a loja vende.',
        'chat-cap': 'Acabaram as conversas novas que o WhatsApp permite neste período.',
      },
      removed: 'A organização foi removida.',
      connected: 'Conectou de novo.',
      stopped: 'Você parou a sessão.',
      'not-scanned': 'O QR venceu sem que ninguém o escaneasse.',
      down: {
        back: (what, time) => `${what}. Reconectada depois de ${time}.`,
        ongoing: (what) => `${what}. Continua assim.`,
        over: (what) => `${what}.`,
      },
      away: {
        closed: (time) => `O Enlace ficou fechado ${time}.`,
        asleep: (time) => `O computador ficou em repouso ${time}.`,
        lost: (time) =>
          `O Enlace fechou de repente, talvez por falta de energia. Foi aberto de novo depois de ${time}.`,
      },
    },
  },

  technicalLog: {
    show: 'Registro técnico',
    why: 'Para quem dá suporte: desde que o Enlace foi aberto desta vez, sem chaves, códigos nem números inteiros.',
    filter: 'Filtrar o registro',
    level: 'Quais linhas',
    levels: { all: 'Tudo', warn: 'Só avisos' },
    copy: 'Copiar',
    copied: 'Copiado',
    loading: 'Lendo o registro',
    failed: 'Não foi possível ler o registro.',
    none: 'Não há linhas assim.',
    lines: 'Linhas do registro técnico',
  },
}
