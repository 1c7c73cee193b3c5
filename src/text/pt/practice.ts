import type { Practice } from '../es/practice.ts'

export const ptPractice: Practice = {
  practice: {
    badge: 'Modo de treino',
    explanation: 'Telefone e WhatsApp simulados: nada do que você fizer aqui é real.',
    open: 'Abrir o modo de treino',
    phone: 'Telefone simulado',
    scan: 'Escanear',
    heal: 'Fazer tudo funcionar',
    enterCode: 'Digitar o código',
    faults: 'Provocar uma falha',
    faultHint: 'Escolha uma falha: aqui diz o que ela simula e o que se veria em uma loja.',
    faultGroups: { linking: 'Ao vincular', connection: 'Conexão', phone: 'Telefone e conta' },
    restart: 'Reiniciar o telefone simulado',
    refusals: {
      'no-qr': 'Peça primeiro um código QR.',
      ended: 'O telefone simulado parou: reinicie-o com o botão acima.',
      full: 'O telefone diz que já tem quatro dispositivos conectados. Remova um e escaneie de novo.',
      passkey: 'O telefone pede para confirmar com a chave de acesso. Siga os passos da tela.',
      retired: 'O telefone diz que o código não vale mais. Escaneie o novo.',
      failed: 'O telefone diz que não conseguiu vincular o dispositivo. Escaneie o código novo.',
      'not-linked': 'Isso só pode falhar em uma sessão vinculada. Vincule-a primeiro.',
      other: 'O telefone simulado não conseguiu fazer isso agora.',
    },
    fault: {
      'connection-drop': {
        name: 'Cortar a conexão',
        what: 'Um corte de um instante. O Enlace se reconecta sozinho, quase sempre sem que se note.',
      },
      outage: {
        name: 'Ficar sem internet',
        what: 'Como um modem desligado. Em poucos segundos diz «Reconectando» (R-31) até voltar.',
      },
      'half-open': {
        name: 'Ninguém responde',
        what: 'A conexão continua aberta, mas muda, como em uma rede lotada. O Enlace percebe em menos de um minuto e reconecta.',
      },
      'unlinked-from-phone': {
        name: 'Remover o vínculo no telefone',
        what: 'Alguém remove este computador em Dispositivos conectados. Pede para vincular de novo (R-22).',
      },
      'opened-elsewhere': {
        name: 'Abrir em outro computador',
        what: 'Outro servidor usa a mesma sessão. O Enlace se afasta e pergunta se é para usar aqui (R-23).',
      },
      'account-restricted': {
        name: 'Restringir a conta',
        what: 'O WhatsApp limita a conta por um tempo. A sessão fica em espera (R-41).',
      },
      'account-banned': {
        name: 'Suspender o número',
        what: 'O WhatsApp suspende o número. Só se resolve no telefone (R-42).',
      },
      'link-retired': {
        name: 'Retirar o vínculo',
        what: 'O WhatsApp deixa de aceitar este vínculo. Pede para escanear um código novo (R-24).',
      },
      'whatsapp-unavailable': {
        name: 'Queda do WhatsApp',
        what: 'Falham os servidores do WhatsApp, não a loja. Conecta quando voltarem (R-32).',
      },
      'undecryptable-messages': {
        name: 'Mensagens ilegíveis',
        what: 'Seis contatos escrevem e nada pode ser decifrado. Continua conectado, com um aviso e o remédio.',
      },
      'healing-messages': {
        name: 'Mensagens na segunda tentativa',
        what: 'Seis contatos escrevem e no início nada é decifrado. O WhatsApp pede de novo e elas chegam: sem aviso.',
      },
      'test-refused': {
        name: 'Recusar o teste',
        what: 'O WhatsApp responde, mas não aceita a mensagem de «Testar a conexão» (463). Continua conectado.',
      },
      'wrong-phone': {
        name: 'Escanear com outro telefone',
        what: 'A próxima leitura é feita com outro número. O Enlace o retém e pergunta (R-51).',
      },
      'code-retired': {
        name: 'Retirar o código ao escanear',
        what: 'O WhatsApp anula o código bem na hora da leitura. Aparece outro: escaneie de novo.',
      },
      'passkey-required': {
        name: 'Exigir chave de acesso',
        what: 'A conta pede uma chave de acesso (passkey) ao vincular. Escaneie e confirme com a chave de prática.',
      },
      'phone-full': {
        name: 'Telefone sem lugar',
        what: 'O telefone já tem quatro dispositivos conectados: é preciso remover um antes de escanear.',
      },
      'short-connections': {
        name: 'Cortar depois de cada entrada',
        what: 'O WhatsApp aceita a entrada e corta na hora, várias vezes. Na terceira diz “Reconectando”, e cada tentativa espera mais.',
      },
      'account-paused': {
        name: 'Pausar a conta por um tempo',
        what: 'O WhatsApp restringe a conta e diz até quando: dois minutos. O Enlace espera e tenta uma vez (R-41).',
      },
      'scan-failed': {
        name: 'Fazer a leitura falhar',
        what: 'O telefone lê o código e o WhatsApp não termina de vincular. Aparece outro código, que diz por quê (R-26).',
      },
      'code-refused': {
        name: 'Negar o código para digitar',
        what: 'O WhatsApp não dá mais códigos por enquanto ao vincular pelo número. Aparece um QR, que diz por quê (R-27).',
      },
      'version-refused': {
        name: 'Recusar a versão',
        what: 'O WhatsApp pede uma versão mais nova. O Enlace a procura; se também não servir, avisa (R-34).',
      },
      'garbled-answers': {
        name: 'Respostas alteradas',
        what: 'Um antivírus ou um filtro muda o que chega. O WhatsApp não aceita a conexão (R-33).',
      },
      'network-page': {
        name: 'Uma página no lugar do WhatsApp',
        what: 'Como a rede de um hotel: pede que se entre na página dela antes de dar internet (R-37).',
      },
      'unknown-refusal': {
        name: 'Motivo desconhecido',
        what: 'O WhatsApp fecha com um código que ninguém conhece. O Enlace o mostra e tenta de novo (R-99).',
      },
      'login-unanswered': {
        name: 'Não responder ao entrar',
        what: 'O WhatsApp responde ao cumprimento e depois se cala. Aos 40 segundos o Enlace avisa e tenta de novo.',
      },
      'wrong-clock': {
        name: 'Hora errada',
        what: 'A hora deste computador parece errada em 20 minutos. Continua conectado, com um aviso.',
      },
      'phone-off': {
        name: 'Desligar o telefone',
        what: 'O telefone não responde. Continua conectado; «Testar a conexão» diz que o telefone está mudo.',
      },
      'new-chats-forbidden': {
        name: 'Proibir conversas novas',
        what: 'Por um dia, as conversas que já existem continuam e as novas não. Continua conectado, com um aviso.',
      },
      'removed-while-limited': {
        name: 'Limitar e remover o computador',
        what: 'O WhatsApp limita a conta e remove este computador. É preciso esperar três minutos para vincular (R-43).',
      },
      'queue-withheld': {
        name: 'Reter o que está pendente',
        what: 'O WhatsApp anuncia mensagens pendentes e não as entrega. Depois de alguns minutos há um aviso.',
      },
    },
  },
}
