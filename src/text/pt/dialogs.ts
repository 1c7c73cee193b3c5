import type { Dialogs } from '../es/dialogs.ts'
import { plural } from '../format.ts'

export const ptDialogs: Dialogs = {
  newOrganization: {
    title: 'Adicionar organização',
    name: 'Nome',
    nameHint: 'Como a sua equipe a conhece; por exemplo, Ótica Oceano.',
    ownId: 'Usar o id do seu próprio sistema',
    id: 'Id (opcional)',
    idHint: 'Letras sem acento, números, hífen e sublinhado. Sem ele, o Enlace cria um.',
    sessionName: 'Nome da sessão',
    sessionNameHint: 'Você pode mudar agora; depois fica fixo.',
    create: 'Adicionar',
  },

  renameOrganization: {
    title: 'Mudar o nome',
    name: 'Nome',
    hint: 'Só muda o que é mostrado. A sessão continua igual, e o nome dela é fixo.',
    confirm: 'Salvar',
  },

  linkByPhone: {
    title: 'Vincular com o número de telefone',
    body: 'Para quando o telefone não consegue escanear. O Enlace mostra um código de 8 caracteres para digitar no telefone.',
    country: 'País',
    chooseCountry: 'Escolha o país',
    number: 'Número de WhatsApp da loja',
    numberHint: 'Como se disca nesse país. De outro país, com + na frente.',
    understood: (number, country) =>
      country === null ? `O código será para **${number}**` : `O código será para **${number}** (${country})`,
    doubts: {
      empty: 'Digite o número de WhatsApp da loja.',
      'no-country': 'Escolha o país, ou digite o número com + e o código do país.',
      'too-short': 'Faltam algarismos. Confira o número e o país.',
      'too-long': 'Há algarismos demais. Confira o número e o país.',
      unknown: 'Não é um número completo desse país. Confira os algarismos e o país.',
    },
    request: 'Obter o código',
  },

  test: {
    /** What appears on the phone. */
    message: 'O Enlace está verificando a conexão deste computador. Não é preciso responder.',
    title: (name) => `Testar a conexão de ${name}?`,
    body: (number) =>
      `O Enlace envia uma mensagem ao próprio número, **${number}**. Ela vai aparecer no telefone, na conversa consigo mesmo; ninguém mais a vê.`,
    explanation: 'Assim se verifica que o WhatsApp a recebe e que o telefone responde.',
    confirm: 'Enviar e testar',
    result: 'Teste da conexão',
    link: {
      waiting: 'Esperando o WhatsApp',
      good: 'O WhatsApp recebeu a mensagem',
      failed: 'O WhatsApp não confirmou a mensagem. Espere um momento e teste outra vez.',
    },
    phone: {
      waiting: 'Esperando o telefone',
      alive: 'O telefone respondeu',
      silent:
        'O telefone não respondeu: pode estar desligado ou sem internet. Este computador continua conectado.',
      refused:
        'O WhatsApp respondeu, então o vínculo está bom, mas não aceitou a mensagem de teste. Não repita: as mensagens dos seus clientes continuam chegando.',
    },
  },

  changeNumber: {
    title: (name) => `Trocar o número de ${name}?`,
    body: (number) =>
      `O vínculo com **${number}** também é removido do telefone. Depois aparece aqui um QR novo: escaneie com o outro telefone.`,
    kept: 'A organização e o nome da sessão não mudam, e as conversas continuam em cada telefone.',
    confirm: 'Remover e mostrar QR',
  },

  clear: {
    title: (name) => `Limpar a sessão de ${name}`,
    phone: {
      title: 'Tenha o telefone na mão',
      body: 'Desbloqueado, com internet e com o WhatsApp aberto.',
    },
    kept: {
      title: 'O que fica',
      body: 'A organização e o nome da sessão. As conversas continuam no telefone.',
    },
    lost: {
      title: 'O que se perde',
      body: 'O vínculo deste computador: é preciso escanear um QR novo. O que chegar enquanto isso aparece no telefone. Um aparelho recém-vinculado muitas vezes não pode escrever para conversas novas durante semanas.',
    },
    undo: (days) =>
      plural('pt', days, {
        one: 'Você pode desfazer durante 1 dia, a menos que o WhatsApp já tenha encerrado o vínculo.',
        other: `Você pode desfazer durante ${days} dias, a menos que o WhatsApp já tenha encerrado o vínculo.`,
      }),
    stillWorks:
      'Este vínculo ainda funciona. O WhatsApp pode se recusar a vincular de novo: limpe só se for necessário.',
    noLonger: 'A sessão mudou de estado e não pode ser limpa agora.',
    confirm: 'Limpar e mostrar QR',
    done: 'Sessão limpa',
    undoWithin: (days) => plural('pt', days, { one: 'Desfazer (1 dia)', other: `Desfazer (${days} dias)` }),
    undoUntil: (when) => `até ${when}`,
  },

  undoClear: {
    title: 'Voltar à sessão anterior?',
    back: (number) =>
      number === null
        ? 'Volta o vínculo que havia antes de limpar.'
        : `Volta o vínculo que havia antes de limpar, o de **${number}**.`,
    replaced: (number) =>
      number === null
        ? 'O vínculo atual deixa de ser usado neste computador.'
        : `O vínculo atual, o de **${number}**, deixa de ser usado neste computador.`,
    confirm: 'Voltar à anterior',
  },

  logOut: {
    title: (name) => `Sair da sessão de ${name}?`,
    body: 'O vínculo também é removido do telefone. Para usá-la de novo será preciso escanear um QR novo.',
    kept: 'A organização continua aqui, e as conversas continuam no telefone.',
    confirm: 'Sair',
  },
}
