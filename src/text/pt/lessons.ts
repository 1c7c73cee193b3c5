import type { Lessons } from '../es/lessons.ts'

export const ptLessons: Lessons = {
  lessons: {
    heading: 'Lições',
    progress: (step, of) => `Passo ${step} de ${of}`,
    done: 'feito',
    acted: 'Feito. Espere alguns segundos e veja o que muda.',
    actedNext: 'Feito. Agora clique no botão marcado.',
    again: 'Começar de novo',
    leave: 'Sair da lição',
    astray: (state) =>
      `A sessão está agora em «${state}», e a lição não continua dali. Volte com o botão marcado ou comece de novo.`,
    elsewhere: (name) => `Esta lição continua em **${name}**.`,
    back: (name) => `Ver ${name}`,
    gone: 'A organização desta lição não está mais aqui. Comece de novo.',
    wellDone: 'Muito bem!',
    next: (title) => `Continuar: ${title}`,
    repeat: 'Repetir',
    close: 'Fechar',
    titles: {
      'first-link': 'Sua primeira vinculação',
      disconnection: 'Quando se desconecta',
      clearing: 'Limpar uma sessão',
      passkey: 'Quando pede uma chave',
    },
    learnt: {
      'first-link':
        'Assim se vincula uma loja: pedir o código, escaneá-lo e testar. Daqui em diante, o Enlace se conecta sozinho.',
      disconnection:
        'Se a rede falhar, espere; se perguntar, responda; se o telefone removeu este computador, vincule de novo.',
      clearing:
        'Limpar é o último recurso: custa uma leitura, e o botão acima permite desfazer durante alguns dias.',
      passkey:
        'Assim se vincula uma conta com chave de acesso: o dono confirma, e o Enlace a pede como o navegador pediria. Nunca é preciso apagá-la.',
    },
    steps: {
      add: {
        title: 'Adicione uma organização',
        say: () =>
          'Clique em **Adicionar organização** e escreva um nome, como o de uma loja. Depois clique em **Adicionar**.',
      },
      link: {
        title: 'Peça o código',
        say: (button) => `Clique em **${button}**. O Enlace pede ao WhatsApp um código QR.`,
      },
      scan: {
        title: 'Escaneie',
        say: () =>
          'Na loja, o telefone abre **Dispositivos conectados** e aponta para cá. Para praticar, clique em **Escanear**, abaixo.',
      },
      test: {
        title: 'Veja se funciona',
        say: () => 'Já diz **Conectado**. Clique em **Testar a conexão** e envie a mensagem de teste.',
      },
      cut: {
        title: 'A internet cai',
        say: () =>
          'Deixe a loja sem internet com este botão. O Enlace espera alguns segundos antes de avisar.',
      },
      back: {
        title: 'Não é preciso escanear',
        say: () =>
          'Leia a causa e o código, **R-31**: o vínculo continua salvo. Devolva a internet; com **Tentar agora** não se espera.',
      },
      elsewhere: {
        title: 'Alguém a abre em outro lugar',
        say: () => 'Agora outro computador abre a mesma sessão. Provoque isso com este botão.',
      },
      'take-over': {
        title: 'O Enlace pergunta',
        say: (button) =>
          `Isto quem decide é uma pessoa: ao telefone, o suporte pediria o código **R-23**. Clique em **${button}**.`,
      },
      removed: {
        title: 'O telefone remove este computador',
        say: () => 'Por último, alguém remove este computador no telefone. Provoque isso com este botão.',
      },
      relink: {
        title: 'Vincule de novo',
        say: () =>
          'Só agora é preciso um código novo. Clique em **Vincular de novo** e depois em **Escanear**.',
      },
      unreadable: {
        title: 'Algo vai mal',
        say: () => 'Continua conectado, mas as mensagens chegam ilegíveis. Provoque isso com este botão.',
      },
      clear: {
        title: 'Limpe a sessão',
        say: () =>
          'Veja o aviso. Clique em **Mais opções** e, no fim da lista, em **Limpar sessão**. Leia o que fica e clique em **Limpar e mostrar QR**.',
      },
      rescan: {
        title: 'Escaneie o QR novo',
        say: () =>
          'Os números acima dizem em que ponto está. Clique em **Escanear**, abaixo, e espere o último.',
      },
      demand: {
        title: 'A conta pede uma chave',
        say: () =>
          'O WhatsApp pede a algumas contas uma **chave de acesso** (passkey) ao vincular. Faça esta pedir, e depois clique em **Escanear**, abaixo.',
      },
      'use-passkey': {
        title: 'Falta um passo',
        say: (button) =>
          `Leia o que é preciso ter à mão: em uma loja quem confirma é o dono da conta. Clique em **${button}**.`,
      },
      confirmed: {
        title: 'Espere o telefone',
        say: () =>
          'Em uma loja se abriria uma janela para usar a chave. Aqui confirma a chave de prática: espere até dizer **Conectado**.',
      },
    },
    acts: {
      cut: 'Cortar a internet',
      back: 'Devolver a internet',
      elsewhere: 'Abrir em outro computador',
      removed: 'Remover no telefone',
      unreadable: 'Enviar mensagens ilegíveis',
      demand: 'Exigir a chave',
    },
  },
}
