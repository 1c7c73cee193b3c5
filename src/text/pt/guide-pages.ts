import { pt } from './text.ts'
import type { Guide } from '../guide-shape.ts'
import { ptNetworkPages } from './guide-network-pages.ts'

const { commands, clear, passkey } = pt
const bold = (label: string) => `**${label}**`
const retry = `Clique em ${bold(commands.retry)}.`
const retryNow = `Clique em ${bold(pt.retryNow)}.`
const clearing = `${bold(commands.clear)} e depois em ${bold(clear.confirm)}.`
const scan =
  'No telefone da loja: WhatsApp, **Dispositivos conectados**, **Conectar dispositivo**, e aponte para o QR.'
const note = 'Anote o código, o nome da sessão (em cinza, ao lado do nome) e desde quando acontece.'

export const ptPages: Guide['pages'] = {
  ...ptNetworkPages,
  'restore-failed': {
    say: 'O Enlace tentou retomar a sessão ao abrir e não conseguiu, mas o vínculo continua salvo. Vamos ver primeiro se há internet.',
    press: ['Abra uma página qualquer no navegador desse computador, para saber se há internet.', retryNow],
    otherwise: `Clique em ${bold(pt.more)} e depois em ${bold(commands.verify)}. Se disser que está tudo bem, o problema está no caminho até o WhatsApp: tente outra rede, como a do celular.`,
    escalate: `Se o código voltar em outra rede e com a verificação boa. Não limpe antes: o vínculo pode servir. ${note}`,
  },
  'damaged-store': {
    say: 'O arquivo da sessão foi danificado, quase sempre por falta de luz. As conversas não estão nele: continuam no telefone. Tenha o telefone da loja em mãos.',
    press: [
      `Se o botão diz ${bold(commands['restore-snapshot'])}, clique nele e espere: não é preciso escanear.`,
      `Se não há cópia, clique em ${clearing}`,
      scan,
    ],
    otherwise: `Se a cópia não serviu, limpe: clique em ${bold(commands.clear)}. A organização e o nome da sessão não mudam.`,
    escalate: `Se danificar duas vezes em um mês: o disco ou a energia desse computador falha. ${note}`,
  },
  'vault-locked': {
    say: 'O sistema guarda a chave da sessão e agora não a entrega. Nada se perdeu.',
    press: [
      'Se o computador pedir a senha do chaveiro, digite.',
      'Se não pedir nada, saia do sistema e entre de novo com o usuário de sempre.',
      retry,
    ],
    otherwise:
      'Reinicie o computador, entre com o mesmo usuário e com senha, e espere um minuto: o Enlace tenta sozinho.',
    escalate: `Se depois de reiniciar continuar igual. Pergunte se alguém trocou a senha do usuário ou instalou algo de segurança. ${note}`,
  },
  'vault-lost': {
    say: 'Este computador perdeu a chave que abre a sessão; acontece ao reinstalar o sistema. É preciso vincular outra vez. As conversas continuam no telefone.',
    press: [`Clique em ${clearing}`, scan],
    otherwise:
      'Se o WhatsApp não aceitar o QR, remova no telefone o computador antigo em **Dispositivos conectados** e escaneie de novo.',
    escalate: `Se perder a chave de novo sem ninguém ter reinstalado nada. ${note}`,
  },
  'foreign-store': {
    say: 'Essa sessão foi salva em outro computador ou com outro usuário, e a chave ficou lá. Aqui não dá para abrir, e o Enlace não mexeu nela.',
    press: [
      'O outro computador ainda existe? Então use lá, com o usuário de antes.',
      `Se tiver que ser aqui, clique em ${bold(pt.organizations.add)}, digite o nome e clique em ${bold(commands.link)}.`,
      scan,
    ],
    otherwise: `Se o outro computador funciona e a sessão precisa mudar: lá, nos três pontos ao lado do nome, escolha ${bold(pt.exportSession.menu)}; aqui, ${bold(pt.importSession.action)}.`,
    escalate: `Se a pasta não mudou de lugar e o código aparece mesmo assim. ${note}`,
  },
  'store-newer': {
    say: 'A sessão foi salva por um Enlace mais novo do que o que está aberto. Nada se perdeu; só falta atualizar.',
    press: ['Feche o Enlace.', 'Instale a versão mais nova e abra de novo.'],
    otherwise: 'Veja se há dois Enlace instalados e abriram o antigo: apague o atalho antigo e abra o outro.',
    escalate: `Se já é a última versão e o código continua. Não limpe. ${note}`,
  },
  'folder-in-use': {
    say: 'Outro programa está com a pasta desta sessão aberta. O Enlace espera, porque usá-la duas vezes a danificaria.',
    press: [
      'Leia no cartão qual programa está com ela, de qual conta e em qual computador.',
      'Feche o outro Enlace, também na outra conta desse computador, se houver duas.',
      retry,
    ],
    otherwise:
      'Reinicie o computador: isso solta a pasta. Se ela está em um disco de rede, feche o Enlace nos outros computadores.',
    escalate: `Se depois de reiniciar o mesmo programa a pegar de novo: pode ser um antivírus ou um backup. ${note}`,
  },
  'folder-missing': {
    say: 'O Enlace não encontra a pasta desta sessão. Pode ter sido movida ou estar em um disco desconectado. Ele não criou outra, para não perder a verdadeira.',
    press: [
      'Conecte o disco ou o pen drive onde ela estava, se era externo.',
      'Procure a pasta com o nome da sessão, também na lixeira, e devolva ao lugar.',
      retry,
    ],
    otherwise: `Se a pasta não existe em lugar nenhum: remova esta organização nos três pontos, com ${bold(pt.removeOrganization.menu)}, adicione outra e vincule.`,
    escalate: `Se ninguém a moveu e ela some de novo: um antivírus ou um programa de sincronização pode apagá-la. ${note}`,
  },
  'not-scanned': {
    say: 'O QR venceu porque ninguém escaneou. Não aconteceu nada de mau. Me avise quando tiver o telefone na mão.',
    press: [`Clique em ${bold(pt.anotherQr)}.`, scan],
    otherwise: `Se a câmera não lê, aperte a tecla F para ver grande, ou ${bold(pt.link.byPhone)} e digite o código no telefone.`,
    escalate: 'Não é preciso: se o QR aparece e o telefone recusa, siga com o código que aparecer então.',
  },
  'unlinked-from-phone': {
    say: 'O telefone removeu este computador dos dispositivos conectados. Só é preciso vincular de novo; as conversas continuam no telefone.',
    press: [`Clique em ${bold(pt.linkAgain)}.`, scan],
    otherwise:
      'Se o telefone diz que não pode vincular mais, remova em **Dispositivos conectados** um que já não se usa: só há quatro lugares.',
    escalate: `Se desvincula a cada poucos dias sem ninguém remover. Pergunte se o telefone passa dias desligado ou se mais alguém tem acesso a ele. ${note}`,
  },
  replaced: {
    say: 'O mesmo vínculo foi aberto em outro lugar, e o WhatsApp só deixa uma conexão. É preciso fechar a outra primeiro; senão, uma fica tirando a outra.',
    press: [
      'Pense onde pode estar: um Enlace em outro computador, ou o servidor usado antes. Feche.',
      `Clique em ${bold(commands['take-over'])}.`,
    ],
    otherwise: `Se o código volta, o outro continua ligado. Se não o encontra, clique em ${clearing} O vínculo novo ninguém mais tem.`,
    escalate: `Se ninguém reconhece o outro lugar, trate como roubo: no telefone, remova todos os **Dispositivos conectados** e vincule de novo. ${note}`,
  },
  'relink-required': {
    say: 'O WhatsApp deixou de aceitar o vínculo que havia e pede um novo. As conversas continuam no telefone.',
    press: [`Clique em ${bold(pt.linkAgain)}.`, scan],
    otherwise: 'Atualize o WhatsApp no telefone e escaneie de novo.',
    escalate: `Se pedir outra vez no mesmo dia. ${note}`,
  },
  'passkey-required': {
    say: 'O WhatsApp só vincula esta conta se o dono confirmar com a chave de acesso dele, o que em inglês chamam de passkey. O Enlace faz aqui a parte do navegador: quem usa a chave é o dono, na janela do sistema, e nada é contornado. O dono está aí, com o telefone?',
    press: [
      'Leia a frase que está embaixo do título: ela diz o que falhou desta vez e o que fazer. Se os códigos não eram iguais, não continue: passe o caso.',
      'Pergunte o que o telefone diz. «Continuar no WhatsApp Web»? Está bem: deixe aberto. Pede para criar uma chave? O dono a cria ali mesmo, e se escaneia outra vez.',
      `Clique em ${bold(pt.linkAgain)}. ${scan}`,
      `Quando disser ${bold(passkey.offered.title)}, liguem o Bluetooth no telefone e no computador, e cliquem em ${bold(commands['use-passkey'])}.`,
      'O dono escolhe na janela onde está a chave dele. O telefone: a câmera escaneia o código novo, com o Bluetooth ligado nos dois. Este computador: digital ou PIN. Uma chave USB: conecta-se e toca-se nela.',
      `Se for preciso comparar um código, eles mesmos olham as duas telas. Só se for igual se clica em ${bold(commands['confirm-code'])}.`,
    ],
    otherwise: `Se a janela não oferece a chave do dono, embaixo está a outra forma, como ${bold(passkey.otherwise.browser)}. Se a chave foi aceita e depois nada acontece, vejam em **Dispositivos conectados** se já há quatro, esperem alguns minutos e comecem de novo.`,
    escalate: `Se os códigos não eram iguais: outra pessoa pode estar tentando se vincular. E se falhar três vezes com o dono presente. Nunca peça a ninguém que apague a chave ou a conta, nem que leia ou mande um código, um PIN ou uma foto da tela. ${note}`,
  },
  'scan-failed': {
    say: 'O telefone leu o código, mas o WhatsApp não terminou de vincular. Nada foi perdido, e já há outro código na tela.',
    press: ['Feche o WhatsApp no telefone e abra de novo.', scan],
    otherwise: `Clique em ${bold(pt.link.byPhone)} e digite o código no telefone.`,
    escalate: `Se falhar três vezes seguidas. Antes, atualize o WhatsApp no telefone. ${note}`,
  },
  'code-refused': {
    say: 'O WhatsApp só deixa pedir alguns códigos para digitar, e agora faz esperar. O QR da tela funciona.',
    press: [scan],
    otherwise:
      'Se a câmera não lê o código, aperte a tecla F para vê-lo grande. Sem câmera é preciso esperar algumas horas: pedir mais códigos aumenta a espera.',
    escalate: `Se no dia seguinte ele também não der códigos. ${note}`,
  },
  'number-refused': {
    say: 'O WhatsApp não aceita o número digitado. Vamos conferir algarismo por algarismo, com o país.',
    press: [
      'No telefone da loja, leia o número: WhatsApp, configurações, no alto, ao lado da foto.',
      `Clique em ${bold(pt.link.byPhone)}, escolha o país e digite esse número.`,
    ],
    otherwise: `Escaneie o QR que está na tela: ele não precisa do número. ${scan}`,
    escalate: `Se o QR também não vincular e o número estiver certo. ${note}`,
  },
  network: {
    say: 'A conexão com o WhatsApp caiu; quase sempre é a internet da loja. O vínculo continua salvo: não é preciso escanear.',
    press: [
      'Abra uma página qualquer no navegador desse computador.',
      'Se não abrir, desligue e ligue o modem e espere dois minutos.',
      retryNow,
    ],
    otherwise:
      'Conecte o computador à internet do celular. Se assim funciona, a rede da loja bloqueia o WhatsApp.',
    escalate: `Se o navegador abre páginas, outra rede também não serve e já passou meia hora. Não limpe. ${note}`,
  },
  'whatsapp-unavailable': {
    say: 'Agora mesmo falham os servidores do WhatsApp, não o seu computador. Não é preciso fazer nada: o Enlace conecta quando voltarem.',
    press: ['Deixe o Enlace aberto.', `Se não quiser esperar, clique em ${bold(pt.retryNow)}: não faz mal.`],
    otherwise: 'Pergunte se outras lojas têm o mesmo. Se for só esta, siga a página R-31.',
    escalate: `Se durar mais de duas horas e as outras lojas estiverem conectadas. Não limpe. ${note}`,
  },
  'handshake-refused': {
    say: 'Algo entre o computador e o WhatsApp não deixa passar a conexão: costuma ser a hora, um antivírus ou um filtro de internet.',
    press: [
      'Olhe a data e a hora do computador; se estiverem erradas, ative a hora automática.',
      'Conecte o computador à internet do celular, para tentar outra rede.',
      retryNow,
    ],
    otherwise:
      'Em outra rede funciona: peça a quem cuida da rede que libere web.whatsapp.com. Em outra rede também não: desligue um momento a inspeção de páginas seguras do antivírus.',
    escalate: `Se a hora está certa e duas redes falham. Não limpe: não é o vínculo. ${note}`,
  },
  outdated: {
    say: 'O WhatsApp pede uma versão mais nova. O Enlace já procurou e não conseguiu. O vínculo continua salvo.',
    press: [
      'Veja se há internet.',
      retryNow,
      'Se continuar igual, instale a última versão do Enlace e abra de novo.',
    ],
    otherwise:
      'Já é a última: espere. Quando o WhatsApp muda de versão, a atualização do Enlace chega um pouco depois.',
    escalate: `Se a última versão do Enlace dá este código: avise no mesmo dia, porque afeta todas as lojas. ${note}`,
  },
  restricted: {
    say: 'O WhatsApp restringiu a conta por um tempo. Quem decide é o WhatsApp, e deste computador não dá para mudar. No telefone diz quanto falta.',
    press: [
      'Abra o WhatsApp no telefone e leia o aviso: diz o motivo e o tempo.',
      `Quando o telefone voltar a funcionar, clique em ${bold(commands.retry)}. Se o cartão diz quando termina, o Enlace tenta sozinho nessa hora.`,
      `Se a loja trocou o telefone e o cartão oferece, clique em ${bold(pt.newPhone)}.`,
    ],
    otherwise: 'Se o telefone já envia e recebe e aqui o código continua, espere uma hora e tente de novo.',
    escalate: `Se o telefone funciona desde ontem e aqui não. Não limpe: vincular de novo durante uma restrição pode aumentá-la. ${note}`,
  },
  banned: {
    say: 'O WhatsApp suspendeu este número. Enquanto durar, nenhum computador pode conectá-lo. A análise se pede no telefone.',
    press: [
      'Abra o WhatsApp no telefone e peça a análise que ele oferece.',
      `Quando o telefone voltar a funcionar, clique em ${bold(commands.retry)}.`,
    ],
    otherwise: 'A resposta do WhatsApp chega ao telefone e pode levar dias. Ninguém mais pode apressar.',
    escalate: `Se o WhatsApp devolveu o número e o Enlace continua com este código. ${note}`,
  },
  'removed-while-limited': {
    say: 'O WhatsApp limita a conta por um tempo e também removeu este computador. Ainda não convém vincular: pode prolongar o limite. As conversas continuam no telefone.',
    press: [
      'Leia no cartão até quando dura.',
      'Abra o WhatsApp no telefone: lá um aviso diz que a conta está restrita, por quê e quanto falta. Responda por lá às conversas que já existem.',
      `Quando terminar, aqui aparece R-22. Então clique em ${bold(pt.linkAgain)}.`,
      scan,
    ],
    otherwise: `Se o telefone já não mostra o aviso e aqui o código continua, espere uma hora e clique em ${bold(pt.linkAgain)}.`,
    escalate: `Se acontecer mais de uma vez em um mês: pergunte para quanta gente nova se escreve e quantos marcam como spam. ${note}`,
  },
  'wrong-number': {
    say: 'Foi escaneado com um telefone de outro número. O cartão mostra os dois: o de antes e o novo. Qual deve ficar?',
    press: [
      `Se o novo é o certo, clique em ${bold(commands['accept-number'])}.`,
      `Se foi engano, clique em ${bold(commands['reject-number'])}, depois em ${bold(commands.link)}, e escaneie com o telefone certo.`,
    ],
    otherwise: `Se ${bold(commands['reject-number'])} não responde, remova no telefone errado, em **Dispositivos conectados**; aqui aparecerá R-22.`,
    escalate: `Se ninguém reconhece o número novo: não aceite. ${note}`,
  },
  'another-account': {
    say: 'O mesmo número foi vinculado, mas o WhatsApp diz que a conta é outra. Registraram o WhatsApp de novo, trocaram o chip ou outra pessoa tem esse número agora?',
    press: [
      `Se a loja registrou de novo, clique em ${bold(pt.acceptAccount)}.`,
      `Se não, clique em ${bold(commands['reject-number'])}, depois em ${bold(commands.link)}, e escaneie com o telefone certo.`,
    ],
    otherwise: `Se ${bold(commands['reject-number'])} não responde, remova no telefone, em **Dispositivos conectados**; aqui aparecerá R-22.`,
    escalate: `Se ninguém sabe por que a conta é outra: não aceite. ${note}`,
  },
  'duplicate-number': {
    say: 'Outra organização deste mesmo Enlace já usa esse número; o cartão diz qual. Um número só pode estar em uma.',
    press: [
      `Clique em ${bold(commands['reject-number'])} e depois em ${bold(commands.link)}.`,
      'Escaneie com o telefone desta organização, não com o da outra.',
    ],
    otherwise: `Se o número deve ficar aqui: na outra organização clique em ${bold(commands['log-out'])}, volte a esta e clique em ${bold(commands.retry)}.`,
    escalate: `Se a outra organização já não existe e o código continua. ${note}`,
  },
  'duplicate-identity': {
    say: 'Há uma cópia da pasta de uma sessão. A original funciona e não há pressa. Não apague nenhuma das duas.',
    press: [
      'Leia o aviso no alto: diz como se chama a cópia e de qual organização é.',
      'Pergunte quem a fez e para quê. Se era um backup, mova para fora da pasta do Enlace.',
    ],
    otherwise:
      'Se o aviso volta sozinho, um programa de backup ou de sincronização faz a cópia: exclua dele a pasta do Enlace.',
    escalate: `Se não se sabe qual é a cópia. Não a conecte em nenhum outro computador. ${note}`,
  },
  'read-only': {
    say: 'O computador não deixa gravar na pasta da sessão, e por isso o Enlace parou. Nada se perdeu.',
    press: [
      'Se a pasta está em um pen drive ou disco externo, veja se não está protegido contra gravação.',
      'Entre com o usuário com que o Enlace foi instalado.',
      retry,
    ],
    otherwise:
      'Quem administra o computador precisa dar permissão de gravação à pasta de dados e a tudo o que há dentro.',
    escalate: `Se há permissão e mesmo assim falha: um antivírus pode estar protegendo a pasta. ${note}`,
  },
  'disk-full': {
    say: 'O disco encheu, e sem espaço não dá para salvar a sessão com segurança. As mensagens pendentes ficam no WhatsApp.',
    press: ['Esvazie a lixeira e apague downloads antigos, até ter pelo menos 1 GB livre.', retry],
    otherwise:
      'Se o disco encher de novo, procure qual programa salva tanto: costumam ser câmeras, backups ou vídeos.',
    escalate: `Se há espaço livre e o código continua: pode haver uma cota para esse usuário. ${note}`,
  },
  'io-error': {
    say: 'O disco não conseguiu ler ou salvar a sessão. O Enlace parou para não danificá-la; vamos tentar outra vez.',
    press: [retry, 'Se o código voltar, reinicie o computador e espere um minuto.'],
    otherwise: `Clique em ${bold(pt.more)} e ${bold(commands.stop)}; copie a pasta de dados para outro disco antes de continuar tentando.`,
    escalate: `Na segunda vez em um dia: o disco pode estar morrendo e precisa ser examinado. ${note}`,
  },
  unknown: {
    say: 'O WhatsApp fechou a conexão com um número que o Enlace não conhece. O vínculo continua salvo, e o Enlace tenta sozinho.',
    press: ['Leia o número que o cartão diz e anote.', retryNow],
    otherwise: `Clique em ${bold(pt.more)} e depois em ${bold(commands.verify)}. Se está tudo bem, deixe o Enlace aberto uma hora.`,
    escalate: `Sempre que durar mais de uma hora, com o número que o WhatsApp deu. Não limpe antes. ${note}`,
  },
}
