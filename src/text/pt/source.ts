import type { SourceText } from '../es/source.ts'
import { plural } from '../format.ts'

export const ptSource: SourceText = {
  source: {
    line: 'A pasta de onde veio esta sessão ainda guarda as chaves dela sem criptografia.',
    offer: 'Apagar a pasta',
    keep: 'Agora não',
    menu: 'Apagar a pasta de origem',
    title: 'Apagar a pasta de onde veio a sessão',
    plain: {
      title: 'As chaves estão à vista',
      body: 'Aqui o Enlace as guarda criptografadas; nessa pasta, não. Quem a copiar pode ler e enviar mensagens em nome da conta.',
    },
    server: {
      title: 'O servidor anterior não poderá mais usá-la',
      body: 'É o que convém: se os dois usam a sessão, um a tira do outro. Aqui ela continua conectada.',
    },
    final: {
      title: 'Não dá para desfazer',
      body: 'São apagados só os arquivos da sessão, sem passar pela lixeira. As cópias que houver em outro lugar continuam lá.',
    },
    confirm: 'Apagar a pasta',
    again: 'Tentar de novo',
    doing: 'Apagando',
    deleted:
      'A pasta foi apagada. As chaves desta sessão agora estão só no Enlace e nas cópias que alguém tenha feito.',
    emptied: 'As chaves foram apagadas. A pasta ficou vazia porque não foi possível removê-la:',
    others:
      'As chaves foram apagadas. A pasta fica, porque tem algo que não é da sessão. Confira: pode ser uma cópia das chaves.',
    incomplete: (n) =>
      plural('pt', n, {
        one: 'Não foi possível apagar 1 arquivo. Outro programa pode estar com ele aberto, ou falta permissão. Desligue o servidor anterior e tente de novo.',
        other: `Não foi possível apagar ${n} arquivos. Outro programa pode estar com eles abertos, ou falta permissão. Desligue o servidor anterior e tente de novo.`,
      }),
    forSupport: (reason) => `Para o seu suporte: ${reason}.`,
    changed: 'Nada foi apagado: essa pasta já não é a mesma, não tem esta sessão ou não pode ser lida.',
    gone: 'Nada foi apagado: a pasta não está mais lá. Se foi movida ou está em outro disco, as chaves continuam sem criptografia.',
    andMore: (n) => `e mais ${n}`,
  },
}
