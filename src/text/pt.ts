import type { Text } from './es.ts'
import { plural } from './format.ts'
import { ptProblems } from './pt-problems.ts'

/**
 * WhatsApp in Brazil says "conectar" for what links a device. Here that would be the same word as coming
 * online, so the menus are quoted exactly and everything else says "vincular".
 */
export const pt: Text = {
  product: 'Enlace',

  status: {
    unlinked: 'Não vinculado',
    starting: 'Iniciando',
    scan: 'Escaneie o código',
    linking: 'Vinculando',
    online: 'Conectado',
    reconnecting: 'Reconectando',
    stopped: 'Parado por você',
    attention: 'Precisa de atenção',
    unavailable: 'Indisponível',
  },
  activity: {
    connecting: 'Iniciando',
    clearing: 'Limpando',
    'logging-out': 'Saindo',
    stopping: 'Parando',
  },

  ...ptProblems,
  supportCode: (code) => `Código de suporte ${code}`,
  whatsappCode: (code) => `O WhatsApp deu o código ${code}.`,

  commands: {
    link: 'Vincular WhatsApp',
    'cancel-link': 'Cancelar',
    connect: 'Conectar',
    stop: 'Parar',
    retry: 'Tentar de novo',
    'take-over': 'Usar aqui',
    'log-out': 'Sair',
    clear: 'Limpar sessão',
    'undo-clear': 'Desfazer',
  },
  linkAgain: 'Vincular de novo',
  anotherQr: 'Gerar outro QR',
  retryNow: 'Tentar agora',
  tryAgain: 'Tentar de novo',
  more: 'Mais',
  cancel: 'Cancelar',
  close: 'Fechar',

  organizations: {
    label: 'Organizações',
    add: 'Adicionar organização',
    summary: {
      connected: (n) => plural('pt', n, { one: `${n} conectada`, other: `${n} conectadas` }),
      attention: (n) =>
        plural('pt', n, { one: `${n} precisa de atenção`, other: `${n} precisam de atenção` }),
      none: 'Nenhuma conectada',
    },
  },

  empty: {
    title: 'Adicione uma organização e vincule o WhatsApp dela a este computador',
    practice: 'Experimentar antes no modo de treino',
    data: (folder) => `Tudo fica salvo neste computador, em ${folder}`,
  },

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

  unlinked: {
    title: 'Vincule o WhatsApp desta organização',
    body: 'Tenha em mãos o telefone da loja: você vai escanear um código. Leva menos de um minuto.',
  },

  starting: {
    connecting: { title: 'Conectando ao WhatsApp', body: 'Um momento, por favor. Não é preciso fazer nada.' },
    clearing: {
      title: 'Limpando a sessão',
      body: 'O Enlace separa a sessão anterior e pede um código novo. O QR aparece aqui sozinho.',
    },
    'logging-out': {
      title: 'Saindo da sessão',
      body: 'Este computador está sendo removido dos dispositivos conectados do telefone.',
    },
    stopping: { title: 'Parando a sessão', body: 'O que está pendente está sendo salvo.' },
  },

  link: {
    title: 'Escaneie este código com o telefone da loja',
    steps: {
      open: 'Abra o **WhatsApp** no telefone',
      devices: 'Toque em ⋮ e em **Dispositivos conectados**',
      devicesOnIphone: 'No iPhone: Configurações › Dispositivos conectados',
      link: 'Toque em **Conectar dispositivo** e aponte para cá',
    },
    dots: 'os três pontos',
    deviceName: (name) => `No telefone vai aparecer como **${name}**.`,
    qr: (name) => `Código QR para vincular ${name}`,
    progress: (index, of, time) =>
      index < of
        ? `Código ${index} de ${of} · muda em ${time}`
        : `Código ${index} de ${of} · vence em ${time}`,
    enlarge: 'Ampliar (F)',
    shrink: 'Reduzir (F)',
  },

  linking: {
    title: 'Vinculando o telefone',
    body: 'Deixe o WhatsApp aberto no telefone até terminar.',
    steps: {
      scanned: 'Código escaneado',
      linking: 'Vinculando',
      syncing: 'Sincronizando',
      online: 'Conectado',
    },
    done: 'pronto',
    current: 'em andamento',
  },

  online: {
    since: {
      today: (time) => `desde hoje, ${time}`,
      yesterday: (time) => `desde ontem, ${time}`,
      earlier: (date) => `desde ${date}`,
    },
    lastActivity: 'Última atividade',
    deviceName: 'No telefone aparece como',
  },

  reconnecting: {
    next: (time) => `Próxima tentativa em ${time}`,
    trying: 'Tentando agora',
    attempt: (n) => `tentativa ${n}`,
  },

  stopped: {
    title: 'Você parou esta sessão',
    body: 'O vínculo continua salvo: para conectar não é preciso escanear de novo.',
  },

  lastNumber: (number) => `Último número: **${number}**`,

  warnings: {
    'weak-vault': {
      title: 'Chaves pouco protegidas',
      body: 'Este computador não tem um chaveiro ativo; quem entrar com o seu usuário poderia copiar a sessão.',
    },
    'decrypt-failures': {
      title: 'Mensagens que não podem ser lidas',
      body: 'Chegam mensagens de vários contatos que este computador não decifra. Se continuar, escolha Mais e Limpar sessão.',
    },
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
      body: 'O vínculo deste computador: é preciso escanear um QR novo. O que chegar enquanto isso aparece no telefone.',
    },
    undo: 'Você pode desfazer durante 7 dias, a menos que o WhatsApp já tenha encerrado o vínculo.',
    stillWorks:
      'Este vínculo ainda funciona. O WhatsApp pode se recusar a vincular de novo: limpe só se for necessário.',
    noLonger: 'A sessão mudou de estado e não pode ser limpa agora.',
    confirm: 'Limpar e mostrar QR',
    done: 'Sessão limpa',
    undoWithin: (days) => plural('pt', days, { one: 'Desfazer (1 dia)', other: `Desfazer (${days} dias)` }),
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

  noticesLabel: 'Avisos',
  dismiss: 'Fechar aviso',

  practice: {
    badge: 'Modo de treino',
    explanation: 'Telefone e WhatsApp simulados: nada do que você fizer aqui é real.',
    phone: 'Telefone simulado',
    scan: 'Escanear',
    heal: 'Fazer tudo funcionar',
    faults: 'Provocar uma falha',
    fault: {
      'connection-drop': 'Cortar a conexão',
      outage: 'Ficar sem internet',
      'half-open': 'Ninguém responde',
      'unlinked-from-phone': 'Remover o vínculo no telefone',
      'opened-elsewhere': 'Abrir em outro computador',
      'account-restricted': 'Restringir a conta',
      'whatsapp-unavailable': 'Queda do WhatsApp',
      'undecryptable-messages': 'Mensagens ilegíveis',
    },
  },

  announce: (name, state) => `${name}: ${state}`,
}
