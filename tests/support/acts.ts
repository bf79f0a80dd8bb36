import type { Act } from '../../src/model/act.ts';
import type { Form, Language, Passage, Speaker, Zone } from '../../src/model/passage.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { codePointLength } from '../../src/text/codepoints.ts';
import { plainPassage } from './parts.ts';
import { hash } from './speech.ts';

/** A made-up document of the field with its whole truth. */
export type TrueAct = {
  readonly name: string;
  readonly language: Language;
  readonly passages: readonly Passage[];
  readonly zones: readonly Zone[];
  readonly speakers: readonly (Speaker['role'] | null)[];
  readonly act: Partial<Omit<Act, 'persons'>> & { readonly people: readonly string[] };
};

const forms: Readonly<Record<string, Form>> = { '#': 'heading', '-': 'list_item', '=': 'table_row' };
const document = documentId(sha256(hash('acts')));

/** Passages out of texts, in the forms that `#`, `-` and `=` before them say. */
export function passagesOf(texts: readonly string[], language: Language): readonly Passage[] {
  return texts.map((written, ordinal) => {
    const form = forms[written.charAt(0)];
    const text = form === undefined ? written : written.slice(2);
    const length = codePointLength(text);
    return {
      ...plainPassage,
      id: passageId(`${document}-${hash(`${ordinal} ${text}`).slice(0, 12)}`),
      document,
      ordinal,
      form: form ?? 'paragraph',
      language,
      text,
      words: text.split(/\s+/u).length,
      runs: [{ at: offset(0), length, page: pageIndex(0), start: offset(0) }],
    };
  });
}

/** Reads a document written one passage a line: `zone role | text`. */
function written(name: string, language: Language, act: TrueAct['act'], lines: string): TrueAct {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, zone = '', role, text = ''] = /^\s*(\w+)(?: (\w+))? \| (.*)$/u.exec(line) ?? [];
      return { zone: zone as Zone, role: (role ?? null) as Speaker['role'] | null, text };
    });
  return {
    name,
    language,
    act,
    passages: passagesOf(
      rows.map(({ text }) => text),
      language,
    ),
    zones: rows.map(({ zone }) => zone),
    speakers: rows.map(({ role }) => role),
  };
}

const minutesEs = written(
  'minutes es',
  'es',
  {
    kind: 'minutes',
    body: 'AUSTRAL/REC',
    number: '01/09',
    place: 'Villa Aromo',
    date: '2009-05-05',
    agenda: ['Informe de la Presidencia Pro Tempore', 'Programa de cooperativas', 'Próxima reunión'],
    people: ['Clara Montiel', 'Tomás Arrieta', 'Inés Olivar', 'Hugo Almada'],
  },
  `
  front | # AUSTRAL/REC/ACTA N° 01/09
  front | # XXI REUNIÓN ORDINARIA DE LA REUNIÓN ESPECIALIZADA DE COOPERATIVAS
  front | Se realizó en la ciudad de Villa Aromo, el día 5 de mayo de 2009, la XXI Reunión Ordinaria de la Reunión Especializada, en ejercicio de la Presidencia Pro Tempore de Valdoria.
  attendance | Participaron las delegaciones de Ostrania, Valdoria y Llanoverde.
  attendance | La lista de participantes consta como Anexo I.
  agenda | La agenda consta como Anexo II.
  agenda | Los temas tratados fueron los siguientes:
  agenda | # 1. INFORME DE LA PRESIDENCIA PRO TEMPORE
  intervention chair | La PPTV informó que las ferias del sur reunieron a cuarenta grupos y que el registro común sigue abierto.
  intervention delegation | La delegación de Ostrania agradeció el informe y propuso que el registro se publique en línea.
  body | Se tomó conocimiento de una nota de los talleres de Puerto Claro.
  agenda | # 2. PROGRAMA DE COOPERATIVAS
  intervention delegation | El representante de Llanoverde, Hugo Almada, señaló que faltan datos de las cooperativas de frontera.
  intervention delegation | Asimismo, agregó que la encuesta terminará en agosto.
  decision | Las delegaciones acordaron elevar el proyecto de programa al Consejo.
  decision | Se acordó solicitar a cada país un informe sobre sus ferias.
  agenda | # 3. PRÓXIMA REUNIÓN
  decision | Se resolvió que la próxima reunión se realice en Monteluz en el mes de octubre.
  body | Sin más asuntos que tratar, se levanta la sesión.
  signature | Por la Delegación de Ostrania
  signature | Inés Olivar
  signature | Por la Delegación de Valdoria
  signature | Tomás Arrieta
  annex | # ANEXO I
  attendance | LISTA DE PARTICIPANTES
  attendance | Clara Montiel (Instituto de Cooperativas de Ostrania)
  attendance | Tomás Arrieta (Ministerio de Trabajo de Valdoria)
  annex | # ANEXO II
  annex | Agenda de la reunión, como se adoptó al comienzo de la sesión por todas las delegaciones presentes.
  `,
);

const minutesPt = written(
  'minutes pt',
  'pt',
  {
    kind: 'minutes',
    number: '3ª',
    place: 'Vale Sereno',
    date: '2010-03-14',
    agenda: ['Abertura', 'Crédito para as cooperativas'],
    people: ['Inês Prado', 'Damião Louzada', 'Clara Montes', 'Rui Pires'],
  },
  `
  front | # ATA DA 3ª REUNIÃO DO CONSELHO AUSTRAL
  front | Aos quatorze dias do mês de março de dois mil e dez, na cidade de Vale Sereno, reuniram-se os membros do Conselho abaixo indicados.
  attendance | # PRESENTES
  attendance | Inês Prado (Marazul)
  attendance | Damião Louzada, Ministério do Trabalho
  attendance | Ausências justificadas: Clara Montes
  agenda | # ORDEM DO DIA
  agenda | - 1. Abertura
  agenda | - 2. Crédito para as cooperativas
  body | # DESENVOLVIMENTO
  agenda | # 1. Abertura
  intervention chair | A Presidência informou que a ata anterior foi enviada a todos em fevereiro.
  agenda | # 2. Crédito para as cooperativas
  intervention person | O Sr. Rui Pires afirmou que o crédito não chega às oficinas pequenas.
  intervention institution | A Secretaria Técnica explicou que o fundo será aberto em junho.
  intervention person | Com a palavra, a Sra. Inês Prado lembrou as experiências de Marazul.
  intervention person | As oficinas de lá guardam um terço do que ganham numa caixa comum.
  intervention person | O texto completo do estudo ficou na mesa para consulta.
  decision | # DELIBERAÇÕES
  decision | - a) Ficou acordado que o fundo terá um comitê de três pessoas.
  decision | - b) Publicar o estudo nas três línguas.
  body | Nada mais havendo a tratar, encerrou-se a sessão.
  signature | Inês Prado
  signature | Damião Louzada
  `,
);

const minutesEn = written(
  'minutes en',
  'en',
  {
    kind: 'minutes',
    number: '32/2010',
    place: 'Serra Mansa',
    date: '2010-03-14',
    agenda: ['Opening', 'Report of the secretariat'],
    people: ['Clara Montague', 'Hugh Almond', 'Nadia Belmont', 'Thomas Arden'],
  },
  `
  front | # EASTERN ARC COUNCIL
  front | # Minutes No. 32/2010
  front | In the town of Serra Mansa, on 14 March 2010, at 9.30 a.m., the persons listed below met.
  attendance | # PRESENT
  attendance | Clara Montague (Ostrania)
  attendance | Hugh Almond, Ministry of Labour
  attendance | Apologies: Nadia Belmont
  agenda | # AGENDA
  agenda | - 1. Opening
  agenda | - 2. Report of the secretariat
  agenda | # 1. Opening
  intervention chair | The Chair recalled that the previous minutes had been sent out in January.
  agenda | # 2. Report of the secretariat
  intervention delegation | The delegation of Costalba stated that its cooperatives share storehouses with those of Marazul.
  intervention delegation | The representative of Marazul, Thomas Arden, explained that the fair would move to the coast.
  intervention delegation | He added that the road was closed in winter.
  decision | It was agreed to convene the next meeting in June.
  decision | Motion carried unanimously.
  body | There being no further business, the meeting closed at 6.15 p.m.
  signature | Signed: Clara Montague, Chair
  `,
);

const decisionEs = written(
  'decision es',
  'es',
  {
    kind: 'decision',
    body: 'AUSTRAL/CON',
    number: '47/10',
    place: 'Porto Lume',
    date: '2010-12-16',
    agenda: [],
    people: [],
  },
  `
  front | # AUSTRAL/CON/DEC. N° 47/10
  front | # PROGRAMA DE ECONOMÍA SOLIDARIA
  recital | VISTO: El Tratado de Monteluz y la Decisión N° 10/03 del Consejo.
  recital | # CONSIDERANDO:
  recital | Que la economía solidaria forma parte de la dimensión social de la integración.
  recital | Que es necesario dotarla de medios propios.
  operative | # EL CONSEJO DEL SUR AUSTRAL DECIDE:
  operative | Art. 1 - Crear el Programa de Economía Solidaria, que figura como Anexo.
  operative | Art. 2 - El Programa se financiará con aportes de los Estados.
  operative | Art. 3 - Esta Decisión no necesita ser incorporada.
  signature | XL CON – Porto Lume, 16/XII/10.
  annex | # ANEXO
  annex | El Programa tendrá una oficina en cada país y un registro común de grupos.
  budget | = Oficina de Ostrania US$ 120.000
  `,
);

const lawPt = written(
  'law pt',
  'pt',
  { kind: 'law', number: '5.999', agenda: [], people: ['CLARA MONTES', 'Rui Pires'], date: '2008-03-12' },
  `
  front | # LEI Nº 5.999, DE 12 DE MARÇO DE 2008
  front | Dispõe sobre a economia solidária e dá outras providências.
  operative | O PRESIDENTE DA REPÚBLICA Faço saber que o Congresso Nacional decreta e eu sanciono a seguinte Lei:
  operative | Art. 1º Fica criado o Programa Tecer Redes, com a finalidade de apoiar as cooperativas.
  operative | Parágrafo único. O programa terá sede em Vale Sereno.
  operative | Art. 2º As despesas correrão por conta da dotação orçamentária própria.
  operative | Art. 3º Esta Lei entra em vigor na data de sua publicação.
  signature | CLARA MONTES
  signature | Rui Pires
  `,
);

const resolutionEn = written(
  'resolution en',
  'en',
  { kind: 'resolution', number: '12/05', agenda: [], people: [], place: 'Monteluz', date: '2005-07-09' },
  `
  front | # Resolution No. 12/05
  recital | Recalling its decision on the social economy,
  recital | Recognizing that cooperatives bring peoples together,
  recital | Deeply concerned about the closing of workshops in the south,
  operative | 1. Decides to set up a register of cooperatives;
  operative | 2. Requests the Secretariat to report on it within a year;
  operative | 3. Invites all States to contribute.
  signature | Done at Monteluz, 9 July 2005.
  `,
);

const programmes = (['es', 'pt', 'en'] as const).map((language) => {
  const text = {
    es: [
      'Programa Tejer Redes',
      'Antecedentes',
      'Objetivos',
      'Líneas de acción',
      'Presupuesto',
      'Seguimiento',
    ],
    pt: [
      'Programa Tecer Redes',
      'Antecedentes',
      'Objetivos',
      'Linhas de ação',
      'Orçamento',
      'Acompanhamento',
    ],
    en: ['Work programme', 'Background', 'Aims', 'Lines of action', 'Budget', 'Follow-up'],
  }[language];
  const prose = {
    es: 'Las cooperativas de la cuenca guardan sus actas en una casa de dos plantas junto al río.',
    pt: 'As cooperativas da bacia guardam as suas atas numa casa de dois andares junto do rio.',
    en: 'The cooperatives of the basin keep their minutes in a house of two floors by the river.',
  }[language];
  return written(
    `programme ${language}`,
    language,
    { kind: 'programme', agenda: [], people: [] },
    `
  body | # ${text[0]}
  body | # 1. ${text[1]}
  body | ${prose}
  objective | # 2. ${text[2]}
  objective | ${prose}
  objective | # 2.1 ${language === 'en' ? 'For women' : 'Mujeres'}
  objective | - ${prose}
  instrument | # 3. ${text[3]}
  instrument | ${prose}
  budget | # 4. ${text[4]}
  budget | = Taller US$ 1.200
  budget | ${prose}
  body | # 5. ${text[5]}
  body | ${prose}
  `,
  );
});

const transcript = written(
  'transcript en',
  'en',
  { kind: 'minutes', agenda: [], people: ['Adler', 'Joan Reed', 'Fritsch'] },
  `
  front | # OFFICIAL MINUTES OF THE COUNCIL
  attendance | Those present were: Mayor Adler, Presiding; Commissioners Fritsch and Moss, 3.
  intervention chair | Adler: Good morning and welcome. Please call the roll.
  intervention person | Fritsch: Here.
  intervention person | Joan Reed: Thank you for this opportunity. I work at the mill.
  intervention person | We have asked for a bus stop for six years.
  intervention | Adler: Thank you. Fritsch: I second that.
  intervention chair | Adler: Any objection? So ordered.
  body | At 10:31 a.m. Council adjourned.
  `,
);

/** Synthetic documents of every kind that has rules, in three languages. */
export const trueActs: readonly TrueAct[] = [
  minutesEs,
  minutesPt,
  minutesEn,
  decisionEs,
  lawPt,
  resolutionEn,
  ...programmes,
  transcript,
];
