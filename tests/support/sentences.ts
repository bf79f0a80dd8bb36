/** Sentences made up for tests, by language: of 20 words or more, and of 8 to 19. */
export const madeUp = {
  es: {
    long: [
      'El consejo de la cooperativa acordó ayer que los socios nuevos aporten durante el primer año solamente la mitad de la cuota.',
      'Las delegaciones solicitaron a la secretaría que envíe con antelación los documentos que vayan a ser tratados en la próxima reunión del comité.',
      'Quienes trabajan en los talleres del puerto piden que el fondo se reparta según las horas de trabajo y no según el tamaño de cada empresa.',
    ],
    short: [
      'Se aprueba el acta de la sesión anterior sin observaciones.',
      'La feria del barrio abre todos los sábados por la mañana.',
      'Los talleres compran la lana a las familias del valle.',
    ],
  },
  pt: {
    long: [
      'O conselho da cooperativa decidiu ontem que os sócios novos contribuam durante o primeiro ano apenas com metade da quota.',
      'As delegações solicitaram à secretaria que envie com antecedência os documentos que serão tratados na próxima reunião do comitê.',
      'Quem trabalha nas oficinas do porto pede que o fundo seja repartido segundo as horas de trabalho e não segundo o tamanho de cada empresa.',
    ],
    short: [
      'Aprova-se a ata da sessão anterior sem observações.',
      'A feira do bairro abre todos os sábados pela manhã.',
      'As oficinas compram a lã das famílias do vale.',
    ],
  },
  en: {
    long: [
      'Yesterday the board of the cooperative agreed that new members should pay only half of the fee during their first year.',
      'The delegations asked the secretariat to send the documents that are to be discussed at the next meeting of the committee well in advance.',
      'Those who work in the yards of the port want the fund to be shared by hours of work and not by the size of each firm.',
    ],
    short: [
      'The minutes of the last session are approved without comment.',
      'The market in our street opens every Saturday morning.',
      'The workshops buy their wool from families in the valley.',
    ],
  },
  gl: {
    long: [
      'O consello da cooperativa acordou onte que os socios novos acheguen durante o primeiro ano só a metade da cota que lles corresponde.',
      'As delegacións solicitáronlle á secretaría que envíe con antelación os documentos que se van tratar na vindeira xuntanza do comité desta cooperativa.',
    ],
    short: [
      'A feira do barrio abre todos os sábados pola mañá cedo.',
      'Os obradoiros mercan a la ás familias do val cunha axuda.',
    ],
  },
  ca: {
    long: [
      'El consell de la cooperativa va acordar ahir que els socis nous aportin durant el primer any només la meitat de la quota que els pertoca.',
      'Les delegacions van demanar a la secretaria que enviï amb temps els documents que s’han de tractar a la propera reunió del comitè.',
    ],
    short: [
      'La fira del barri obre tots els dissabtes al matí.',
      'Els tallers compren la llana a les famílies de la vall.',
    ],
  },
  fr: {
    long: [
      'Le conseil de la coopérative a décidé hier que les nouveaux membres ne paieraient que la moitié de la cotisation cette année.',
      'Les délégations ont demandé au secrétariat de leur envoyer à temps les documents qui seront traités lors de la prochaine réunion du comité.',
    ],
    short: [
      'Le marché du quartier ouvre tous les samedis matin.',
      'Les ateliers achètent la laine aux familles de la vallée.',
    ],
  },
  it: {
    long: [
      'Il consiglio della cooperativa ha deciso ieri che i nuovi soci versino durante il primo anno soltanto la metà della quota prevista.',
      'Le delegazioni hanno chiesto alla segreteria di inviare per tempo i documenti che saranno trattati nella prossima riunione del comitato.',
    ],
    short: [
      'Il mercato del quartiere apre tutti i sabati mattina.',
      'Le botteghe comprano la lana dalle famiglie della valle.',
    ],
  },
} as const;

/** What a sentence of `madeUp` is to be called: the languages without a lexicon are `other`. */
export function labelOf(language: keyof typeof madeUp): 'es' | 'pt' | 'en' | 'other' {
  return language === 'es' || language === 'pt' || language === 'en' ? language : 'other';
}
