import { pt } from './text.ts'
import type { Guide } from '../guide-shape.ts'
import { ptPages } from './guide-pages.ts'

const { commands, clear } = pt
const bold = (label: string) => `**${label}**`

export const ptGuide: Guide = {
  title: 'Guia de suporte',
  intro:
    'Para quem atende o telefone. Pergunte: «Qual código você vê no alto à direita? Começa com R». Abra a página dele, leia a frase em voz alta e espere a pessoa fazer cada passo.',
  open: 'Guia de suporte',
  headings: {
    start: 'Antes de começar',
    states: 'O que diz a luz',
    state: 'Palavra',
    means: 'O que significa',
    toDo: 'O que fazer',
    warnings: 'Avisos em âmbar',
    warningsIntro:
      'A sessão pode estar conectada e ter um aviso também. Não têm código: reconhecem-se pelo título.',
    blocked: 'Quando a janela não mostra organizações',
    blockedIntro:
      'O Enlace não conseguiu abrir seus dados, e por isso não há código. Leia o título da tela. A linha cinza, se houver, é para o suporte.',
    codes: 'Códigos',
    sees: 'O que a pessoa vê',
    say: 'O que dizer',
    press: 'Onde clicar',
    otherwise: 'Se não funcionar',
    escalate: 'Quando passar adiante',
    picture: (code) => `A tela com o código ${code}`,
    back: 'Todos os códigos',
  },
  states: {
    unlinked: {
      means: 'Cinza. A organização não tem WhatsApp vinculado.',
      toDo: `Com o telefone na mão, clique em ${bold(commands.link)}.`,
    },
    starting: {
      means: 'O Enlace está trabalhando.',
      toDo: 'Espere. Se durar mais de um minuto, muda sozinho.',
    },
    scan: { means: 'Âmbar. Há um QR na tela.', toDo: 'Escaneie com o telefone da loja.' },
    linking: {
      means: 'Âmbar. O telefone já escaneou e está terminando.',
      toDo: `Deixe o WhatsApp aberto no telefone e espere. Se diz ${bold(pt.passkey.status.offered)}, falta a chave de acesso do dono: R-25.`,
    },
    online: {
      means: 'Verde. O WhatsApp funciona; embaixo diz quando foi a última atividade.',
      toDo: `Nada. Para ter certeza, clique em ${bold(commands.test)}.`,
    },
    reconnecting: {
      means: 'Âmbar. Caiu, e o Enlace tenta de novo sozinho.',
      toDo: `Espere, ou clique em ${bold(pt.retryNow)}. Depois de dez minutos, procure o código.`,
    },
    stopped: {
      means: 'Cinza. Alguém parou neste computador; o vínculo continua salvo.',
      toDo: `Clique em ${bold(commands.connect)}. Não é preciso escanear.`,
    },
    attention: { means: 'Vermelho. Precisa de uma pessoa.', toDo: 'Procure o código neste guia.' },
    unavailable: {
      means: 'Vermelho. Algo deste computador não deixa abrir a sessão: o disco, a pasta ou as chaves.',
      toDo: 'Procure o código neste guia. O Enlace tenta de novo a cada meio minuto.',
    },
  },
  topics: [
    {
      title: 'Regras ao telefone',
      lines: [
        'Uma coisa de cada vez: diga onde clicar, espere e pergunte o que aparece agora.',
        'Nunca peça uma foto do QR, o código de 8 caracteres nem a pasta da sessão: com isso qualquer um entra na conta.',
        'Nunca peça que apaguem a chave de acesso (passkey) nem a conta do WhatsApp. Só o dono usa a chave (R-25).',
        'O Enlace não apaga conversas. Elas estão no telefone, e nada do que se clica aqui mexe nelas.',
        `Não proponha ${bold(commands.clear)} para tentar a sorte: o WhatsApp pode se negar a vincular de novo. Só quando a página do código disser.`,
        'Se houver clientes esperando, a loja pode atender o WhatsApp no telefone.',
      ],
    },
    {
      title: 'Como se escaneia',
      lines: [
        ...[
          pt.link.steps.open,
          pt.link.steps.devices,
          pt.link.steps.devicesOnIphone,
          pt.link.steps.link,
          pt.link.steps.warning,
        ].map((line) => `${line}.`),
        'O lugar desse aviso é aproximado: pode ser outra cidade. Se ninguém está vinculando nesse momento, toque mesmo em **Não conectar**.',
      ],
    },
    {
      title: 'O que se mantém e o que se perde ao limpar',
      lines: [
        `${clear.kept.title}: ${clear.kept.body}`,
        `${clear.lost.title}: ${clear.lost.body}`,
        'Limpar não fecha o vínculo anterior no telefone. Quando o novo funciona, o Enlace oferece retirá-lo, para que não ocupe um dos quatro lugares.',
      ],
    },
    {
      title: 'Como se desfaz',
      lines: [
        `Normalmente durante sete dias, acima do cartão está ${bold('Desfazer')}. Volta o vínculo de antes, sem escanear.`,
        'Não é possível se o WhatsApp já fechou aquele vínculo (R-22, R-24), ou se ele foi retirado.',
        `Uma organização removida volta em ${bold(pt.preferences.title)}, aba ${bold(pt.preferences.tabs.keeping)}: ${bold(pt.quarantine.restore)}.`,
      ],
    },
    {
      title: 'Se pedir um PIN',
      lines: [
        'Quem ativou foi a loja, e ele vale para uma única ação. O suporte não o conhece nem deve pedi-lo.',
        'Depois de cinco PIN errados é preciso esperar: 30 segundos, e cada vez o dobro.',
        `Se esqueceram: ${bold(pt.pin.forgotten)} diz qual arquivo apagar com o Enlace fechado. Apague esse e nenhum outro; as sessões não são tocadas.`,
      ],
    },
    {
      title: 'Onde estão os dados',
      lines: [
        'No Windows: %APPDATA%\\Enlace. No macOS: ~/Library/Application Support/Enlace. No Linux: ~/.config/Enlace.',
        'Dentro, a pasta organizations tem uma pasta por sessão, com o nome da sessão. São de um usuário desse computador: outro usuário não as vê.',
        'Copiadas para outro computador não abrem, porque a chave fica no primeiro (R-15). Para mudar uma sessão de lugar, exporte.',
        'Não as ponha no OneDrive, Dropbox nem parecidos: dois computadores com a mesma sessão se danificam.',
      ],
    },
    {
      title: 'O que mais se pergunta',
      lines: [
        'O telefone precisa estar ligado? Nem sempre, mas depois de 14 dias sem internet o WhatsApp remove este computador.',
        'E se ninguém entrou no computador? Nada funciona até alguém entrar com o usuário de sempre.',
        'O computador pode dormir? Dormindo não recebe nada. Ao acordar, conecta sozinho.',
        'Como este computador se chama no telefone? Google Chrome (Mac OS), mesmo sendo Windows.',
        `Mudou o número da loja? Com a sessão conectada, ${bold(commands['change-number'])}. Não crie outra organização.`,
        'Dá para treinar? Sim: o modo de treino usa um telefone simulado e não mexe nas sessões de verdade.',
      ],
    },
  ],
  pages: ptPages,
}
