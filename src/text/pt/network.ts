import type { NetworkText } from '../es/network.ts'

export const ptNetwork: NetworkText = {
  network: {
    use: 'Como este computador sai para a internet',
    direct: 'Direto',
    proxy: (place) => `Proxy do sistema: ${place}`,
    proxyWhy: 'É a configuração do sistema que diz, e o Enlace a segue em cada conexão.',
    signedIn: (user) => `O proxy conhece este computador como ${user}.`,
    forget: 'Esquecer',
    signIn: {
      title: 'Login no proxy',
      user: 'Usuário',
      userHint: 'O da rede, não o do WhatsApp',
      password: 'Senha',
      passwordHint: 'Fica selada com a proteção deste computador',
      save: 'Entrar no proxy',
      empty: 'Digite o usuário.',
    },
    signInButton: 'Entrar',
    test: 'Testar conexão',
    testWhy: 'Percorre o caminho até o WhatsApp, passo a passo. As sessões não percebem.',
    steps: {
      name: 'Nome',
      address: 'Endereço',
      proxy: 'Proxy',
      tls: 'Criptografia',
      whatsapp: 'WhatsApp',
      clock: 'Hora',
    },
    results: {
      waiting: 'Aguardando',
      running: 'Testando…',
      ok: 'Bem',
      skipped: 'Não precisa',
      failed: 'Falha',
    },
    issuer: (name) => `Certificado de ${name}`,
    allGood: 'Todo o caminho até o WhatsApp funciona.',
    advice: {
      'no-name': 'O nome do WhatsApp não é encontrado. Veja se há internet e reinicie o modem.',
      'no-answer':
        'Ninguém responde nesse endereço. Veja se há internet; se outras páginas abrem, a rede bloqueia o WhatsApp.',
      'proxy-unreachable':
        'O proxy que o sistema indica não responde. Revise a configuração de proxy do sistema, ou ligue para quem cuida da rede.',
      'proxy-sign-in': 'O proxy pede usuário e senha: digite aqui acima.',
      'proxy-refused':
        'O proxy não permite chegar ao WhatsApp. Peça a quem cuida da rede que libere web.whatsapp.com.',
      intercepted:
        'O certificado não é o do WhatsApp. Se o nome for do seu antivírus, desligue nele a inspeção de páginas seguras.',
      'wrong-clock': 'Acerte a data e a hora deste computador, de preferência no automático.',
      portal: 'A rede pede que se entre na página dela. Abra o navegador deste computador e aceite ali.',
      refused: 'Algo respondeu pelo WhatsApp e não deixou entrar. Tente outra rede, como a de um telefone.',
    },
    clockOff: (minutes) => `${minutes} min de diferença`,
  },
}
