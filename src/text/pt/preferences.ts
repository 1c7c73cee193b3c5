import type { PreferencesText } from '../es/preferences.ts'
import { plural } from '../format.ts'

export const ptPreferences: PreferencesText = {
  preferences: {
    title: 'Preferências',
    tabs: {
      general: 'Geral',
      computer: 'Neste computador',
      security: 'Segurança',
      network: 'Rede',
      keeping: 'Proteção e cópias',
    },
    failed: 'A mudança não foi salva; continua como antes.',

    language: {
      title: 'Idioma',
      why: 'Da janela, dos avisos e do menu ao lado do relógio.',
      system: 'O do computador',
    },
    theme: {
      title: 'Aparência',
      why: 'Clara, escura, ou a que o computador tiver a cada hora.',
      system: 'A do computador',
      light: 'Clara',
      dark: 'Escura',
    },
    sessionPrefix: {
      title: 'Prefixo das sessões novas',
      why: 'Com ele começa o nome de sessão das organizações que você adicionar a partir de agora; as que já existem mantêm o seu.',
      example: (name) => `Vai ficar como ${name}`,
      invalid: (inForce) => `De 1 a 16 letras sem acento ou números. Por enquanto continua “${inForce}”.`,
    },
    checkInterval: {
      title: 'Verificar as pastas',
      why: 'A cada verificação o Enlace retoma as sessões que deveriam estar conectadas, incorpora as pastas recuperadas de uma cópia e avisa se falta alguma.',
      every: (seconds) => `a cada ${seconds} s`,
      never: 'nunca',
    },

    openAtLogin: {
      title: 'Abrir ao ligar o computador',
      why: 'Quando você entra no computador, o Enlace inicia sem janela e as sessões se conectam sozinhas.',
    },
    keepInTray: {
      title: 'Continuar ao fechar a janela',
      why: 'O Enlace fica ao lado do relógio e as sessões continuam conectadas. Se você desligar isto, fechar a janela fecha o Enlace.',
    },
    notifications: {
      title: 'Avisar fora da janela',
      why: 'Um aviso do sistema quando uma organização precisa de alguém, e outro quando volta a funcionar.',
    },
    keepAwake: {
      title: 'Não suspender o computador',
      why: 'Enquanto houver sessões em andamento, o computador não dorme. A tela pode apagar.',
    },

    snapshotDays: {
      title: 'Copiar as sessões que funcionam',
      why: 'Se o disco danificar uma sessão, a cópia a recupera sem escanear. São guardadas as três mais novas.',
      every: (days) => plural('pt', days, { one: 'a cada dia', other: `a cada ${days} dias` }),
    },
  },
}
