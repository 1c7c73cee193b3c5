import type { PinText } from '../es/pin.ts'

export const ptPin: PinText = {
  pin: {
    title: 'PIN',
    states: { on: 'O PIN está ativado', off: 'Não há PIN' },
    what: 'O Enlace o pede antes de limpar, sair, trocar o número, remover um vínculo anterior, exportar ou remover uma organização, apagar a pasta de onde veio, e antes de guardar por menos dias o que é limpo ou removido.',
    limits:
      'Serve contra descuidos e mãos alheias no balcão. Não protege de quem pode abrir os arquivos deste computador.',
    turnOn: 'Ativar um PIN',
    change: 'Mudar o PIN',
    turnOff: 'Remover o PIN',
    changeOrTurnOff: 'Mudar ou remover o PIN',
    fewerDays: 'Guardar por menos dias o que é limpo ou removido',
    new: 'PIN novo',
    newHint: 'De 4 a 8 números.',
    repeat: 'Outra vez',
    repeatHint: 'O mesmo, para ter certeza.',
    malformed: 'Um PIN tem de 4 a 8 números.',
    different: 'Não é igual ao primeiro.',
    save: 'Salvar o PIN',
    saved: 'O PIN foi salvo. Anote-o em um lugar seguro.',
    removed: 'O PIN foi removido.',

    ask: 'Digite o PIN',
    askFor: (what) => `É necessário para: **${what}**.`,
    label: 'PIN',
    confirm: 'Continuar',
    checking: 'Verificando',
    wait: (time) => `Você poderá tentar outro em ${time}.`,
    waitOver: 'Já pode tentar outro.',
    forgotten: 'Esqueceu o PIN?',
    forgottenHow:
      'Não é possível recuperá-lo, mas sim removê-lo. Ligue para o seu suporte: com o Enlace fechado, é preciso apagar este arquivo. As sessões não são tocadas.',
  },
}
