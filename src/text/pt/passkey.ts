import type { PasskeyText } from '../es/passkey.ts'

const HAVE_AT_HAND =
  'Tenha à mão o telefone, com o WhatsApp aberto e o Bluetooth ligado no telefone e neste computador.'
const HOW_TO_CONFIRM =
  'O código novo é escaneado com a **câmera** do telefone, não com o WhatsApp. Também pode usar sua digital, seu PIN ou uma chave USB.'

export const ptPasskey: PasskeyText = {
  passkey: {
    status: {
      offered: 'Falta um passo',
      signing: 'Confirmando',
      waiting: 'Vinculando',
      comparing: 'Falta um passo',
      finishing: 'Vinculando',
    },
    left: (time) => `Tempo que resta: ${time}`,

    offered: {
      title: 'Falta um passo: a chave de acesso',
      why: 'O WhatsApp pede que este vínculo seja confirmado com a chave de acesso (passkey) do dono da conta.',
      have: {
        window: HAVE_AT_HAND,
        browser: HAVE_AT_HAND,
        practice:
          'Em uma loja você teria à mão o telefone, com o Bluetooth ligado. Aqui basta a chave de prática.',
      },
      opens: {
        window: 'Abre-se uma janela do sistema, e quem usa a chave é o dono: o Enlace não a vê nem a guarda.',
        browser:
          'Abre-se o Chrome, o Edge ou o Chromium, e quem usa a chave é o dono: o Enlace não a vê nem a guarda.',
        practice: 'Nenhuma janela se abre: a chave de prática confirma sozinha.',
      },
    },
    otherwise: {
      window: 'Usar a janela do Enlace',
      browser: 'Usar o Chrome, o Edge ou o Chromium',
      practice: 'Usar a chave de prática',
    },

    signing: {
      title: {
        window: 'Confirme na janela',
        browser: 'Confirme no navegador',
        practice: 'Confirmando com a chave de prática',
      },
      how: {
        window: HOW_TO_CONFIRM,
        browser: HOW_TO_CONFIRM,
        practice: 'Não é preciso fazer nada.',
      },
      where: {
        window: 'Se não vê a janela, ela pode estar atrás desta.',
        browser:
          'Se não vê o navegador, ele pode estar atrás desta janela. Ele abre vazio: não conhece as chaves salvas no seu.',
        practice: 'Em uma loja se abriria uma janela que pede a chave do dono.',
      },
    },

    waiting: {
      title: 'Espere o telefone',
      body: 'A chave foi aceita. Não feche o WhatsApp no telefone.',
    },

    comparing: {
      title: 'Compare o código',
      ask: (code) => `O telefone mostra exatamente **${code}**?`,
      differs: 'Se mostra outro, clique em **Não**: outra pessoa pode estar tentando se vincular.',
    },

    finishing: {
      title: 'Terminando de vincular',
      body: 'Deixe o WhatsApp aberto no telefone até terminar.',
      code: 'O telefone mostra este mesmo código. Não é preciso digitá-lo em nenhum lugar.',
    },

    troubles: {
      refused: 'Não foi confirmado. Tente outra vez, com a chave do dono desta conta.',
      'no-way': 'Essa forma não pôde ser aberta neste computador. Use esta outra.',
      expired: 'O tempo acabou. Quando tiver o telefone na mão, tente outra vez.',
      'phone-silent':
        'O telefone não respondeu. Abra o WhatsApp nele, veja se tem internet e tente outra vez.',
      'not-accepted':
        'O WhatsApp não aceitou a confirmação. Tente outra vez, com a chave do dono desta conta.',
      'codes-differ': 'Os códigos não eram iguais. Clique em Cancelar e ligue para o seu suporte.',
      dropped: 'A conexão caiu. Veja se este computador tem internet e tente outra vez.',
      busy: 'Outra organização está usando a chave dela. Termine lá primeiro e tente outra vez.',
    },

    ends: {
      refused: {
        why: 'A janela foi fechada sem confirmar, ou nenhuma chave desta conta estava à mão. Nada foi perdido.',
        next: 'Vincule de novo quando o dono estiver presente com o telefone dele, onde a chave costuma estar. Se o telefone pedir para criar uma, o dono a cria ali mesmo e se escaneia outra vez.',
      },
      'no-way': {
        why: 'O WhatsApp pede a chave do dono, e este computador não tem com que usá-la. Nada foi perdido.',
        next: 'Instale o Chrome, o Edge ou o Chromium neste computador e vincule de novo.',
      },
      expired: {
        why: 'Ninguém confirmou a tempo: o WhatsApp espera poucos minutos. Nada foi perdido.',
        next: 'Vincule de novo quando o dono estiver presente, com o telefone na mão.',
      },
      'phone-silent': {
        why: 'O WhatsApp aceitou a chave, mas o telefone não terminou de vincular. Nada foi perdido.',
        next: 'Veja no telefone, em Dispositivos conectados, quantos há: cabem quatro. Se houver um que não se usa mais, remova-o. Espere alguns minutos e vincule de novo, com o WhatsApp aberto.',
      },
      'not-accepted': {
        why: 'O WhatsApp não aceitou a confirmação. Pode ter sido a chave de outra conta, ou um tropeço do momento. Nada foi perdido.',
        next: 'Espere alguns minutos e vincule de novo, com a chave do dono desta conta. Se acontecer outra vez, ligue para o seu suporte com este código.',
      },
      'codes-differ': {
        why: 'O telefone mostrava outro código: outra pessoa pode estar tentando vincular esta conta. O Enlace parou e não vinculou nada.',
        next: 'Pare e ligue para o seu suporte com este código. Enquanto isso, não confirme nada no telefone.',
      },
      dropped: {
        why: 'A conexão com o WhatsApp caiu durante a confirmação, e é preciso começá-la de novo. Nada foi perdido.',
        next: 'Veja se este computador tem internet e vincule de novo.',
      },
      busy: {
        why: 'Outra organização estava usando a chave dela, e só dá para uma de cada vez. Nada foi perdido.',
        next: 'Termine na outra organização e vincule de novo aqui.',
      },
    },
  },
}
