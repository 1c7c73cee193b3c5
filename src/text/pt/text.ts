import type { Text } from '../es/text.ts'
import { plural } from '../format.ts'
import { ptActivity } from './activity.ts'
import { ptDialogs } from './dialogs.ts'
import { ptKeeping } from './keeping.ts'
import { ptPasskey } from './passkey.ts'
import { ptPin } from './pin.ts'
import { ptPreferences } from './preferences.ts'
import { ptNetwork } from './network.ts'
import { ptOutside } from './outside.ts'
import { ptPasskeyWindow } from './passkey-window.ts'
import { ptLessons } from './lessons.ts'
import { ptPractice } from './practice.ts'
import { ptList } from './list.ts'
import { ptProblems } from './problems.ts'
import { ptRepair } from './repair.ts'
import { ptReset } from './reset.ts'
import { ptSource } from './source.ts'

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
  elsewhere: 'Em espera',
  typeCode: 'Digite o código',

  ...ptProblems,
  ...ptNetwork,
  ...ptDialogs,
  ...ptRepair,
  ...ptReset,
  ...ptSource,
  ...ptKeeping,
  ...ptPreferences,
  ...ptPasskey,
  ...ptPin,
  ...ptOutside,
  passkeyWindow: ptPasskeyWindow,
  ...ptActivity,
  ...ptPractice,
  ...ptLessons,
  ...ptList,
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
    'change-number': 'Trocar número',
    'accept-number': 'Aceitar o número novo',
    'reject-number': 'Desvincular',
    test: 'Testar a conexão',
    verify: 'Verificar',
    renew: 'Renovar sessões',
    'send-keys': 'Enviar chaves agora',
    'use-passkey': 'Usar a chave de acesso',
    'use-passkey-otherwise': 'Usar a outra forma',
    'confirm-code': 'Sim, é o mesmo',
    'deny-code': 'Não',
    'restore-snapshot': 'Restaurar a cópia',
    'retire-previous': 'Remover o vínculo anterior',
  },
  linkAgain: 'Vincular de novo',
  newPhone: 'O telefone foi trocado: vincular',
  acceptAccount: 'Aceitar a conta',
  anotherQr: 'Gerar outro QR',
  useQr: 'Usar o código QR',
  connectHere: 'Conectar aqui – desligue antes o servidor anterior',
  retryNow: 'Tentar agora',
  tryAgain: 'Tentar de novo',
  more: 'Mais opções',
  cancel: 'Cancelar',
  close: 'Fechar',

  organizations: {
    label: 'Organizações',
    add: 'Adicionar organização',
    options: (name) => `Opções de ${name}`,
    rename: 'Mudar o nome',
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
      warning:
        'Se o telefone avisar e mostrar um lugar, continue: é este computador. **Não conectar** cancela',
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
    byPhone: 'Vincular com o número de telefone',
  },

  phoneCode: {
    title: 'Digite este código no telefone da loja',
    steps: {
      link: 'Toque em **Conectar dispositivo**',
      instead: 'Embaixo, toque em **Conectar com número de telefone** e digite o código',
    },
    spoken: (characters) => `Código: ${characters}`,
    number: (number) => `Só funciona no telefone do **${number}**.`,
    progress: (time) => `Vale por mais ${time}`,
    another: 'Pedir outro código',
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
      other: (date) => `desde ${date}`,
    },
    before: (number) => `antes **${number}**`,
    lastActivity: 'Última atividade',
    phoneSeen: 'Telefone visto',
    notYet: 'ainda não',
    received: 'Mensagens recebidas',
    sent: 'Mensagens enviadas',
    snapshot: 'Cópia de segurança',
    counted: 'Mensagens contadas desde que o Enlace foi aberto.',
    failed: (n) => plural('pt', n, { one: '1 não pôde ser lida.', other: `${n} não puderam ser lidas.` }),
    deviceName: (name) => `No telefone aparece como **${name}**.`,
    version: (version, source) => `WhatsApp Web ${version} (${source}).`,
    versionSource: {
      live: 'a atual',
      'last-good': 'a última que funcionou',
      bundled: 'a que vem com o Enlace',
    },
  },

  clock: {
    ahead: (time) => `Está adiantado cerca de ${time}.`,
    behind: (time) => `Está atrasado cerca de ${time}.`,
  },

  restriction: {
    until: (date) => `O WhatsApp diz que termina em ${date}. O Enlace tenta nessa hora, sem clicar em nada.`,
    words: (said) => `O WhatsApp diz: “${said}”`,
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
  stoppedElsewhere: {
    title: 'Esta sessão vem de outro servidor',
    body: 'O Enlace a encontrou e a guardou, mas não a conectou. Se o servidor anterior continua ligado, um tiraria a conexão do outro: desligue-o primeiro.',
  },

  about: {
    numbers: (expected, actual) => `O número de antes: **${expected}**.\nO que foi vinculado: **${actual}**.`,
    organization: (name) => `A outra organização: **${name}**.`,
    holder: ({ pid, account, computer }) =>
      `Está aberta no programa **${pid}**, da conta **${account}**, no computador **${computer}**.`,
    cause: (title, code) => `Na última vez: **${title}** (${code}).`,
    restriction: (kind, until) => `**${kind}** ${until}`,
  },

  hiddenNumber: 'número oculto',
  lastNumber: (number) => `Último número: **${number}**`,

  limits: {
    kind: {
      'new-chats': 'Não deixa escrever para conversas novas.',
      'linked-devices':
        'Não deixa escrever para conversas novas nos aparelhos vinculados; no telefone deixa.',
      'sales-rules':
        'Não deixa escrever para conversas novas por causa do que a loja vende; o telefone diz qual é a regra.',
      'chat-cap': 'Não deixa mais começar conversas neste período.',
    },
    until: (when) => `Termina: ${when}`,
    endUnknown: 'O WhatsApp não disse quando termina.',
  },

  warnings: {
    'log-out-failed': {
      title: 'Não foi possível sair da sessão',
      body: 'O WhatsApp não respondeu, por isso este computador continua vinculado. Espere um momento e tente de novo.',
    },
    'decrypt-failures': {
      title: 'Mensagens que não podem ser lidas',
      body: 'Chegam mensagens de vários contatos que este computador não decifra. Renove as sessões; se continuar, escolha Mais opções e Limpar sessão.',
    },
    'pre-keys': {
      title: 'Estão acabando as chaves para contatos novos',
      body: 'Quem escrever pela primeira vez pode não conseguir. O Enlace envia mais ao WhatsApp; se o WhatsApp não aceitar, clique em Enviar chaves agora um pouco mais tarde.',
    },
    'phone-unseen': {
      title: 'O telefone não aparece há muitos dias',
      body: 'Aos 14 dias o WhatsApp remove este computador. Ligue o telefone da loja, conecte-o à internet e abra o WhatsApp.',
    },
    'clock-skew': {
      title: 'A hora deste computador está errada',
      body: 'Isso pode impedir a conexão e mostrar horários errados. Ative a hora automática nas configurações do sistema.',
    },
    'not-restored': {
      title: 'A sessão ainda não pôde ser retomada',
      body: 'O Enlace já tentou várias vezes e continua tentando. O vínculo continua salvo. Verifique a internet; se continuar assim, ligue para o seu suporte.',
    },
    'time-lock': {
      title: 'O WhatsApp limita esta conta por um tempo',
      body: 'As conversas que já existem continuam; as novas não. Responda a quem escrever e não insista com números novos: isso pode prolongar o limite.',
    },
    'chat-cap': {
      title: 'Acabaram as conversas novas que o WhatsApp permite',
      body: 'As conversas que já existem continuam. Quem escrever primeiro pode receber resposta.',
    },
    'queue-withheld': {
      title: 'O WhatsApp não entrega o que ficou pendente',
      body: 'O que chegou sem conexão não acaba de baixar; no telefone está completo. Verifique a sessão: o Enlace a abre de novo e pede outra vez. Se o aviso voltar, ligue para o seu suporte.',
    },
  },

  noticesLabel: 'Avisos',
  dismiss: 'Fechar aviso',
  showOrganization: 'Ver a organização',

  announce: (name, state) => `${name}: ${state}`,
}
