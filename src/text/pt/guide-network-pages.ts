import { pt } from './text.ts'
import type { Guide } from '../guide-shape.ts'

const bold = (label: string) => `**${label}**`
const retryNow = `Clique em ${bold(pt.retryNow)}.`
const note = 'Anote o código, o nome da sessão (em cinza, ao lado do nome) e desde quando acontece.'

/** Where the trouble lies between this computer and WhatsApp. */
export const ptNetworkPages = {
  intercepted: {
    say: 'Algo nesse computador ou na rede abre a conexão criptografada e mostra um certificado próprio: quase sempre o antivírus. Assim o Enlace não se conecta, para que ninguém leia as mensagens.',
    press: [
      `Abra ${bold(pt.preferences.title)}, ${bold(pt.preferences.tabs.network)} e clique em ${bold(pt.network.test)}: ao lado do certificado diz de quem é.`,
      'Se for o antivírus, desligue nele a inspeção de páginas seguras (HTTPS).',
      retryNow,
    ],
    otherwise:
      'Se for da empresa que cuida da rede, peça que libere web.whatsapp.com sem inspeção, ou que instale a autoridade dela no sistema: o Enlace confia nas do sistema.',
    escalate: `Se em outra rede, como a do celular, aparece o mesmo certificado. Anote de quem é. Não limpe. ${note}`,
  },
  'wrong-clock': {
    say: 'O computador está com a data ou a hora errada, e por isso o certificado do WhatsApp parece vencido. O vínculo continua salvo.',
    press: [
      'Olhe a data, o ano e a hora do computador, e ative a hora automática.',
      `Espere meio minuto, ou clique em ${bold(pt.retryNow)}.`,
    ],
    otherwise:
      'Se a data está certa, o certificado vencido é de um antivírus ou da rede: siga a página R-35.',
    escalate: `Se a hora se perde a cada desligamento: a bateria da placa está gasta. ${note}`,
  },
  'captive-portal': {
    say: 'A rede pede que se entre numa página antes de dar internet. Assim que alguém aceitar ali, o Enlace se conecta sozinho.',
    press: [
      'Abra o navegador desse computador e digite http://example.com: aparece a página da rede.',
      'Aceite as condições ou entre com os dados que o local der.',
      retryNow,
    ],
    otherwise: 'Conecte o computador a outra rede, como a do celular.',
    escalate: `Se o navegador abre qualquer página e este código continua: anote qual rede é. Não limpe. ${note}`,
  },
  'proxy-refused': {
    say: 'Esse computador sai para a internet por um proxy, e o proxy não deixa o Enlace passar. Costuma pedir usuário e senha.',
    press: [
      `Abra ${bold(pt.preferences.title)}, ${bold(pt.preferences.tabs.network)}. Se pedir usuário e senha, digite os da rede e clique em ${bold(pt.network.signIn.save)}.`,
      `Clique em ${bold(pt.network.test)} e leia o primeiro passo que falha.`,
    ],
    otherwise: 'Peça a quem cuida da rede que o proxy libere web.whatsapp.com e *.whatsapp.net na porta 443.',
    escalate: `Se os dados estão certos e o proxy os recusa: alguns só aceitam contas do Windows, e isso o Enlace não fala. ${note}`,
  },
} satisfies Partial<Guide['pages']>
