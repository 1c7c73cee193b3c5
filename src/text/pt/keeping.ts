import type { Keeping } from '../es/keeping.ts'
import { plural } from '../format.ts'

export const ptKeeping: Keeping = {
  protection: {
    title: 'Proteção das chaves',
    system: 'As chaves estão protegidas pelo sistema.',
    none: 'Este sistema não oferece proteção para as chaves: quem entrar com o seu usuário poderia copiar as sessões. Use um usuário com senha e não empreste este computador.',
  },

  quarantine: {
    days: 'Guardar o que é limpo ou removido',
    forDays: (days) => plural('pt', days, { one: '1 dia', other: `${days} dias` }),
    daysWhy:
      'Durante esse tempo pode ser recuperado. Depois é apagado sozinho; se você escolher menos dias, o mais antigo é apagado na hora.',
    title: 'Guardado por precaução',
    why: 'O que foi limpo se recupera com Desfazer, na sua organização. Uma organização removida se restaura aqui.',
    loading: 'Procurando',
    empty: 'Não há nada guardado.',
    failed: 'Não foi possível ver o que está guardado.',
    kind: { generation: 'Sessão limpa', organization: 'Organização removida' },
    expires: (ago, when) => `${ago} · será apagada: ${when}`,
    restore: 'Restaurar',
    restoreNamed: (name) => `Restaurar ${name}`,
    see: 'Ver',
    seeNamed: (name) => `Ver ${name}`,
  },

  cleaning: {
    title: 'Avisar de sessões sem uso',
    after: (days) => `após ${days} dias`,
    never: 'nunca',
    why: 'O Enlace propõe limpá-las; nunca limpa sem a sua permissão.',
  },

  removeOrganization: {
    menu: 'Remover organização',
    title: (name) => `Remover ${name}?`,
    body: (days) =>
      plural('pt', days, {
        one: 'Deixa de funcionar neste computador e sai da lista. Você pode recuperá-la durante 1 dia, em Preferências; depois é apagada.',
        other: `Deixa de funcionar neste computador e sai da lista. Você pode recuperá-la durante ${days} dias, em Preferências; depois é apagada.`,
      }),
    phone: 'No telefone continua entre os dispositivos conectados. As conversas não são tocadas.',
    type: (name) => `Para confirmar, escreva o nome: **${name}**`,
    name: 'Nome da organização',
    hint: 'Com as mesmas maiúsculas e acentos.',
    confirm: 'Remover organização',
  },

  exportSession: {
    menu: 'Exportar a sessão',
    title: (name) => `Exportar a sessão de ${name}`,
    secret: {
      title: 'A pasta é a chave da conta',
      body: 'Quem a tiver pode ler e enviar mensagens em seu nome. Guarde-a como uma senha e não a envie por conversa nem por e-mail.',
    },
    stops: {
      title: 'A sessão para primeiro',
      body: 'O Enlace a para neste computador antes de escrever a pasta.',
    },
    one: {
      title: 'Um só programa por vez',
      body: 'Se dois usam a mesma sessão, o WhatsApp desconecta um deles e a sessão pode se danificar.',
    },
    confirm: 'Escolher pasta e exportar',
    doing: 'Exportando',
    done: 'A sessão foi exportada em:',
    after: 'Aqui ela ficou parada. Conecte de novo só se ninguém mais a usa.',
  },

  importSession: {
    action: 'Trazer uma sessão de outro servidor',
    hint: 'Com a pasta do Baileys, ou arrastando-a para esta janela. A pasta não é alterada.',
    drop: 'Solte aqui a pasta da sessão',
    dropWhy: 'O Enlace confere primeiro e não muda nada nela. Desligue antes o outro servidor.',
    doing: 'Conferindo a pasta',
  },

  when: {
    today: (time) => `hoje, ${time}`,
    yesterday: (time) => `ontem, ${time}`,
    other: (date) => date,
  },
}
