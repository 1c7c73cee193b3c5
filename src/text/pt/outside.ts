import type { Outside } from '../es/outside.ts'
import { plural } from '../format.ts'

export const ptOutside: Outside = {
  tray: {
    open: 'Abrir o Enlace',
    quit: 'Sair do Enlace',
    none: 'Ainda não há organizações',
    more: (n) => plural('pt', n, { one: 'Ver mais 1', other: `Ver mais ${n}` }),
  },

  alerts: {
    needs: (name) => `${name} precisa de atenção`,
    needMany: (n) =>
      plural('pt', n, {
        one: '1 organização precisa de atenção',
        other: `${n} organizações precisam de atenção`,
      }),
    back: (name) => `${name} voltou a se conectar`,
    backMany: (n) =>
      plural('pt', n, {
        one: '1 organização voltou a se conectar',
        other: `${n} organizações voltaram a se conectar`,
      }),
    backBody: 'Já recebe e envia mensagens.',
    offline: (reason) => `Está há mais de 10 minutos sem conexão. ${reason}`,
    others: (n) => plural('pt', n, { one: 'mais 1', other: `mais ${n}` }),
  },

  farewell: {
    title: 'O Enlace continua funcionando',
    connected: 'O que está conectado continua conectado',
    back: 'Para voltar',
    end: 'Para fechá-lo por completo',
    tray: {
      where: 'O Enlace fica ao lado do relógio, em um ícone que mostra como estão suas organizações.',
      back: 'Clique nesse ícone ou abra o Enlace de novo.',
      end: 'Clique com o botão direito no ícone e escolha “Sair do Enlace”.',
    },
    noTray: {
      where: 'Esta área de trabalho não mostra ícones ao lado do relógio, então o Enlace não ficará à vista.',
      back: 'Abra o Enlace de novo, como sempre.',
      end: 'Escolha aqui “Sair do Enlace”.',
    },
    once: 'Este aviso só aparece desta vez.',
    leave: 'Fechar a janela',
    quit: 'Sair do Enlace',
  },
}
