import type { Problems } from '../es/problems.ts'
import { plural } from '../format.ts'
import { ptPractice } from './practice.ts'
import { phoneRefusal } from '../phone-refusal.ts'

export const ptProblems: Problems = {
  causes: {
    'restore-failed': {
      title: 'Não foi possível retomar a sessão',
      why: 'O Enlace tentou várias vezes sem conseguir. O vínculo continua salvo neste computador e nada foi apagado.',
      next: 'Verifique a internet. O Enlace continua tentando, cada vez mais devagar, também sem clicar; se não voltar, ligue para o seu suporte com este código.',
    },
    'damaged-store': {
      title: 'A sessão salva neste computador está danificada',
      why: 'Uma queda de energia ou um desligamento repentino pode ter danificado o arquivo. O Enlace não apagou nada, e as conversas continuam no telefone.',
      next: 'Limpe a sessão e escaneie um código novo com o telefone da loja.',
    },
    'vault-locked': {
      title: 'As chaves deste computador estão bloqueadas',
      why: 'O sistema guarda a chave que abre a sessão e agora não a entrega. Nada foi perdido.',
      next: 'Desbloqueie o chaveiro do computador ou entre de novo com o seu usuário, e tente outra vez.',
    },
    'vault-lost': {
      title: 'Este computador perdeu a chave da sessão',
      why: 'Costuma acontecer ao reinstalar o sistema ou trocar de usuário. A sessão salva não pode mais ser aberta, mas as conversas continuam no telefone.',
      next: 'Limpe a sessão e escaneie um código novo com o telefone da loja.',
    },
    'foreign-store': {
      title: 'Esta sessão foi salva em outro computador ou por outro usuário',
      why: 'A chave que a abre está naquele computador e aqui ela não pode ser lida. O Enlace não mudou nada nela.',
      next: 'Abra ou exporte no computador e com o usuário de antes. Para usar esse número aqui, adicione outra organização e vincule com um QR.',
    },
    'store-newer': {
      title: 'Uma versão mais nova do Enlace salvou esta sessão',
      why: 'Esta versão não sabe ler a sessão e por isso não mexe nela. Nada foi perdido.',
      next: 'Atualize o Enlace neste computador e abra de novo.',
    },
    'folder-in-use': {
      title: 'Outro programa está usando esta sessão',
      why: 'Pode haver outro Enlace aberto na mesma pasta. Usá-la duas vezes a danificaria.',
      next: 'Feche o outro programa e tente de novo.',
    },
    'folder-missing': {
      title: 'A pasta desta sessão não foi encontrada',
      why: 'Ela pode ter sido movida ou apagada, ou está em um disco que não está conectado. O Enlace não criou outra no lugar, e as conversas continuam no telefone.',
      next: 'Devolva a pasta ao lugar ou conecte o disco, e tente de novo. Se não a encontrar, ligue para o seu suporte.',
    },
    'not-scanned': {
      title: 'QR vencido',
      why: 'Ninguém o escaneou a tempo. Não houve problema: o WhatsApp retira os códigos depois de alguns minutos.',
      next: 'Quando estiver com o telefone na mão, gere outro.',
    },
    'unlinked-from-phone': {
      title: 'O telefone removeu este computador dos dispositivos conectados',
      why: 'Alguém o removeu no WhatsApp, o telefone foi trocado ou ficou muitos dias sem uso. As conversas continuam no telefone.',
      next: 'Vincule de novo escaneando um código com o telefone da loja.',
    },
    replaced: {
      title: 'Esta sessão foi aberta em outro lugar',
      why: 'Outro computador ou servidor usa o mesmo vínculo, e o WhatsApp só permite uma conexão por vez. O vínculo continua salvo.',
      next: 'Feche o outro primeiro. Depois escolha usar aqui.',
    },
    'relink-required': {
      title: 'O WhatsApp pede para vincular de novo',
      why: 'O WhatsApp deixou de aceitar o vínculo que havia neste computador. As conversas continuam no telefone.',
      next: 'Escaneie um código novo com o telefone da loja.',
    },
    'passkey-required': {
      title: 'Não foi possível confirmar com a chave de acesso (passkey)',
      why: 'O WhatsApp só vincula esta conta se o dono confirmar com a chave dele, e desta vez não se chegou ao fim. Nada foi perdido.',
      next: 'Vincule de novo quando o dono estiver presente com o telefone dele. Se acontecer outra vez, ligue para o seu suporte com este código.',
    },
    'scan-failed': {
      title: 'O telefone leu o código, mas não foi vinculado',
      why: 'O WhatsApp não terminou de vincular; costuma ser um tropeço do momento. Nada foi perdido.',
      next: 'Use o código novo que está na tela.',
    },
    'code-refused': {
      title: 'O WhatsApp não dá mais códigos para digitar por enquanto',
      why: 'Ele só deixa pedir alguns, e depois faz esperar várias horas.',
      next: 'Escaneie este QR, ou espere algumas horas e peça o código de novo.',
    },
    'number-refused': {
      title: 'O WhatsApp não aceita esse número',
      why: 'Ele pode estar mal digitado ou não ter WhatsApp.',
      next: 'Confira o número e peça o código de novo, ou escaneie este QR.',
    },
    network: {
      title: 'A conexão com o WhatsApp caiu',
      why: 'Pode ser a internet da loja ou uma queda breve. O vínculo continua salvo: não é preciso escanear de novo.',
      next: 'Se demorar mais de alguns minutos, verifique se este computador tem internet.',
    },
    'whatsapp-unavailable': {
      title: 'O WhatsApp não está disponível no momento',
      why: 'A falha é dos servidores do WhatsApp, não deste computador. O vínculo continua salvo.',
      next: 'Não há nada para consertar na loja: conecta quando o WhatsApp voltar.',
    },
    'handshake-refused': {
      title: 'O WhatsApp não aceitou a conexão deste computador',
      why: 'Um antivírus, um filtro de internet ou um relógio errado podem impedi-la. O vínculo continua salvo.',
      next: 'Verifique a data e a hora deste computador e tente outra rede, como a de um telefone.',
    },
    outdated: {
      title: 'O WhatsApp não aceita mais esta versão',
      why: 'O WhatsApp pede uma versão mais recente. O Enlace procurou a nova, e ela também não foi aceita. O vínculo continua salvo: não é preciso escanear de novo.',
      next: 'O Enlace continua tentando, sem clicar em nada. Se amanhã continuar igual, atualize o Enlace ou ligue para o seu suporte com este código.',
    },
    intercepted: {
      title: 'Algo abre a conexão criptografada com o WhatsApp',
      why: 'Um antivírus, um programa de controle ou a rede mostra um certificado próprio no lugar do do WhatsApp, e assim o Enlace não se conecta. O vínculo continua salvo.',
      next: 'Desligue no antivírus a inspeção de páginas seguras, ou tente outra rede, como a de um telefone. O Enlace continua tentando.',
    },
    'wrong-clock': {
      title: 'A data ou a hora deste computador está errada',
      why: 'Com a hora que este computador tem, o certificado do WhatsApp não é válido: vencido, ou ainda não vigente. O vínculo continua salvo.',
      next: 'Acerte a data e a hora, de preferência no automático. O Enlace se conecta sozinho.',
    },
    'captive-portal': {
      title: 'Esta rede pede um login antes de dar internet',
      why: 'No lugar do WhatsApp respondeu uma página da rede, como em hotéis e shoppings. O vínculo continua salvo.',
      next: 'Abra o navegador deste computador, entre na página da rede e aceite. O Enlace se conecta sozinho.',
    },
    'proxy-refused': {
      title: 'O proxy desta rede não deixa passar a conexão',
      why: 'Este computador sai para a internet por um proxy, e o proxy pede usuário e senha ou não permite chegar ao WhatsApp. O vínculo continua salvo.',
      next: 'Abra Preferências, Rede: ali se entra no proxy e se testa a conexão. Se não tiver os dados, peça a quem cuida da rede.',
    },
    restricted: {
      title: 'O WhatsApp restringiu esta conta',
      why: 'Quem decide é o WhatsApp, e costuma ser por um tempo; não dá para mudar por este computador. O vínculo continua salvo.',
      next: 'Abra o WhatsApp no telefone: ali estão o motivo e o prazo. Tente de novo quando o telefone voltar a funcionar. Se o telefone foi trocado, é preciso vincular de novo.',
    },
    banned: {
      title: 'O WhatsApp suspendeu este número',
      why: 'Enquanto durar a suspensão, nenhum computador pode conectá-lo. O vínculo continua salvo.',
      next: 'Abra o WhatsApp no telefone e peça uma análise. A resposta chega no telefone.',
    },
    'removed-while-limited': {
      title: 'O WhatsApp limitou esta conta e removeu este computador',
      why: 'O vínculo terminou enquanto o WhatsApp não deixava escrever para conversas novas. As conversas continuam no telefone.',
      next: 'Espere o limite terminar: vincular antes pode prolongá-lo. Enquanto isso, responda pelo telefone.',
    },
    'wrong-number': {
      title: 'Um número diferente foi vinculado',
      why: 'Esta organização usava outro. A sessão fica em espera, sem receber mensagens, até você decidir; as conversas continuam em cada telefone.',
      next: 'Se a mudança está certa, aceite o número novo. Se escaneou com outro telefone por engano, escolha Desvincular: o vínculo sai desse telefone e você pode escanear com o certo.',
    },
    'another-account': {
      title: 'O número é o mesmo, mas a conta é outra',
      why: 'O WhatsApp agora o trata como uma conta diferente da que estava vinculada aqui: o número pode ter passado para outra pessoa, ou sido registrado de novo. A sessão fica em espera, sem receber mensagens, até você decidir.',
      next: 'Se a loja registrou o WhatsApp de novo com seu número, aceite. Se ninguém sabe por quê, escolha Desvincular e ligue para o suporte.',
    },
    'duplicate-number': {
      title: 'Esse número já está vinculado a outra organização',
      why: 'Um número só pode estar em uma organização por vez, para que as mensagens não se misturem. A outra continua como estava.',
      next: 'Escolha Desvincular e escaneie com o telefone desta organização. Se o número deve ficar aqui, saia antes da sessão na outra e tente de novo.',
    },
    'duplicate-identity': {
      title: 'Há duas cópias da mesma sessão',
      why: 'Outra pasta tem o mesmo vínculo, e conectar as duas as danificaria. Só a original funciona; esta cópia não foi tocada.',
      next: 'A original continua sem que você faça nada. Para saber se a cópia pode ser removida, ligue para o seu suporte com este código.',
    },
    'read-only': {
      title: 'Não é possível gravar na pasta da sessão',
      why: 'Seu usuário não tem permissão, ou o disco está protegido. Nada foi perdido.',
      next: 'Dê permissão de gravação à pasta e tente de novo. Se não souber como, ligue para o seu suporte.',
    },
    'disk-full': {
      title: 'O disco deste computador está cheio',
      why: 'Sem espaço não dá para salvar a sessão com segurança, por isso ela parou. O WhatsApp guarda as mensagens pendentes.',
      next: 'Libere espaço, por exemplo esvaziando a lixeira, e tente de novo.',
    },
    'io-error': {
      title: 'O disco falhou ao ler ou salvar a sessão',
      why: 'Pode ser um antivírus ou um disco gasto. O Enlace parou para não danificá-la.',
      next: 'Tente de novo. Se acontecer outra vez, ligue para o seu suporte: o disco pode estar falhando.',
    },
    unknown: {
      title: 'O WhatsApp encerrou a conexão sem um motivo conhecido',
      why: 'O vínculo continua salvo neste computador.',
      next: 'Tente de novo. Se acontecer outra vez, ligue para o seu suporte com este código.',
    },
  },

  blocked: {
    'data-folder-unwritable': {
      title: 'O Enlace não consegue salvar na sua pasta',
      why: 'Seu usuário não tem permissão para gravar nela, ou o disco está cheio ou protegido. Nada foi alterado.',
      next: 'Dê permissão de gravação a esta pasta, ou libere espaço, e abra o Enlace de novo.',
    },
    'whatsapp-url-refused': {
      title: 'O endereço de teste não é válido',
      why: 'ENLACE_WHATSAPP_URL só pode apontar para este mesmo computador. Por segurança, o Enlace não se conecta a outro.',
      next: 'Corrija essa variável ou remova-a, e abra o Enlace de novo.',
    },
    'passkey-way-refused': {
      title: 'O teste da chave de acesso não é válido',
      why: 'ENLACE_PASSKEY_WAY só pode dizer “window”, “browser” ou os dois separados por uma vírgula.',
      next: 'Corrija essa variável ou remova-a e abra o Enlace de novo.',
    },
    'simulator-failed': {
      title: 'O modo de treino não conseguiu iniciar',
      why: 'O telefone simulado não respondeu. Suas sessões reais não têm nada a ver com isso e continuam iguais.',
      next: 'Feche esta janela e abra de novo. Se acontecer outra vez, ligue para o seu suporte.',
    },
    'start-failed': {
      title: 'O Enlace não conseguiu abrir os seus dados',
      why: 'Algo na pasta de dados o impede, ou o disco não responde. Por isso ele não abriu nenhuma sessão; as conversas continuam no telefone.',
      next: 'Feche o Enlace e abra outra vez. Se acontecer de novo, reinicie o computador; se continuar igual, ligue para o seu suporte e leia para ele a linha acima.',
    },
  },

  detached: {
    title: 'A janela não conseguiu falar com o Enlace',
    why: 'As sessões podem continuar funcionando por trás; só falta mostrá-las.',
    next: 'Tente de novo. Se não resolver, feche o Enlace e abra outra vez.',
  },

  notices: {
    'preferences-reset': (detail) =>
      `Não foi possível ler todas as suas preferências: o que não fez sentido volta ao inicial. O arquivo anterior ficou em ${detail}.`,
    'pin-reset': (detail) =>
      `O PIN não pôde ser lido e não está mais ativado. Ative outro em Preferências. O arquivo ficou em ${detail}.`,
    'installation-reset': (detail) =>
      `O arquivo pelo qual o Enlace reconhece este computador não pôde ser lido e foi escrito de novo. Suas sessões continuam iguais. O anterior ficou em ${detail}.`,
    'folder-unreadable': (detail) =>
      `A pasta ${detail} não pôde ser lida como organização. Ela ficou como estava.`,
    'duplicate-identity': (detail, name) =>
      `A pasta ${detail} é uma cópia de ${name}. Só a original funciona; a cópia ficou como estava.`,
    'folder-renamed': (detail, name, sessionName) =>
      `A pasta «${detail}» é de ${name}, mas já não tem o seu nome. Devolva a ela o nome «${sessionName}» e voltará a funcionar.`,
    'import-refused': (detail) =>
      `A pasta ${detail} parece uma sessão de outro servidor, mas as chaves dela não servem. Ficou como estava; para usar esse número, vincule com um QR.`,
    'synced-folder': (service) =>
      `A pasta de dados está dentro do ${service}, que a copia para outro lugar. Dois computadores com a mesma sessão se danificam: mova-a para fora ou exclua-a da sincronização.`,
    'old-session': (days, name) =>
      `${name} está há ${days} dias sem uso. Se não for mais necessária, você pode limpá-la; o Enlace não fará isso sozinho.`,
    'proxy-sign-in': (proxy) =>
      `O proxy desta rede (${proxy}) pede usuário e senha. Sem eles o Enlace não chega ao WhatsApp.`,
    'proxy-sign-in-refused': (proxy) =>
      `O proxy desta rede (${proxy}) não aceitou o usuário e a senha. O Enlace não os repete, para não bloquear a conta.`,
    'simulator-ended': () =>
      'O programa do telefone simulado fechou. Suas sessões reais não têm nada a ver com isso e continuam; reinicie-o para seguir praticando.',
  },

  errors: {
    'invalid-input': () => 'Algum dado não é válido. Confira e tente de novo.',
    'unknown-organization': () => 'Essa organização não existe mais.',
    'name-empty': () => 'Escreva um nome.',
    'name-too-long': () => 'O nome pode ter até 80 caracteres.',
    'name-unusable': () => 'O nome tem caracteres que não se veem. Apague-o e escreva-o à mão.',
    'id-invalid': () => 'Use só letras sem acento, números, hífen e sublinhado; até 64.',
    'id-taken': () => 'Outra organização já tem esse id.',
    'number-invalid': () => 'Digite o número completo com o código do país, como +55 11 98765 4321.',
    'name-mismatch': () => 'Não é o mesmo nome. Escreva-o como aparece acima.',
    'import-refused': ({ reason }) =>
      `Essa pasta não tem uma sessão que possa ser usada: falta um arquivo, está danificado ou nunca foi vinculada. Nada nela foi alterado.${forSupport(reason)}`,
    'import-known': ({ name }) =>
      `Essa sessão já está aqui: é a de ${name}. Duas organizações com a mesma sessão se desconectariam uma à outra. Nada na pasta foi alterado.`,
    'import-too-large': ({ reason }) =>
      `Nessa pasta há muito mais do que uma sessão ocupa, por isso o Enlace não a leu. Escolha a pasta de uma única sessão, a que tem creds.json.${forSupport(reason)}`,
    'session-name-invalid': () =>
      'Use só letras sem acento, números, hífen e sublinhado, até 64, e comece por letra ou número.',
    'session-name-taken': () =>
      'Outra organização já tem esse nome de sessão. Este está livre; você pode mudar agora, depois fica fixo.',
    'export-inside': () =>
      'Essa pasta é do Enlace: ali a cópia seria tomada por outra organização. Escolha outra, por exemplo um pendrive.',
    'export-in-session': () =>
      'Nessa pasta há uma sessão de outro servidor, e a cópia se misturaria com ela. Escolha outra, por exemplo um pendrive.',
    'not-possible-now': () => 'Isso não pode ser feito agora, porque a sessão mudou de estado.',
    'pin-required': () => 'Para isso é necessário o PIN.',
    'pin-wrong': ({ left }) =>
      plural('pt', Number(left), {
        one: 'Esse não é o PIN. Resta 1 tentativa antes de uma espera.',
        other: `Esse não é o PIN. Restam ${left} tentativas antes de uma espera.`,
      }),
    'pin-wait': () => 'PINs errados demais: é preciso esperar antes de tentar outro.',
    storage: () => 'Não foi possível salvar no disco. Nada foi perdido.',
    'not-practice': () => 'Isso só pode ser feito no modo de treino.',
    simulator: ({ reason }) => ptPractice.practice.refusals[phoneRefusal(reason)],
    internal: () =>
      'Algo falhou dentro do Enlace. Tente de novo; se acontecer outra vez, ligue para o seu suporte.',
  },
}

function forSupport(reason: string | undefined): string {
  return reason === undefined ? '' : ` Para o seu suporte: ${reason}.`
}
