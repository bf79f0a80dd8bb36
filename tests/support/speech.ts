import { createHash } from 'node:crypto';
import type { Layer, MeasuredCategory, Term } from '../../src/model/lexicon.ts';
import type { LexiconLanguage } from '../../src/model/passage.ts';
import { codePointLength } from '../../src/text/codepoints.ts';

/** Who speaks in the made-up corpus, in which language, how often, and how often in which frame. */
export type Speaker = {
  readonly institution: string | null;
  readonly voice: string | null;
  readonly language: LexiconLanguage;
  readonly years: readonly number[];
  readonly passages: number;
  /** Of 100 passages, how many carry the new paradigm, the add-on, the poverty and the integration frame. */
  readonly frames: readonly [number, number, number, number];
};

export const speakers: readonly Speaker[] = [
  {
    institution: 'Red Austral de Economía Solidaria',
    voice: 'civil_society',
    language: 'es',
    years: [1998, 1999, 2001, 2004, 2006, 2009, 2012],
    passages: 9,
    frames: [38, 14, 12, 14],
  },
  {
    institution: 'Fórum das Águas',
    voice: 'civil_society',
    language: 'pt',
    years: [2003, 2005, 2006, 2010, 2013],
    passages: 7,
    frames: [34, 14, 18, 10],
  },
  {
    institution: 'Encuentro de Saberes',
    voice: 'civil_society',
    language: 'es',
    years: [2002, 2008, 2011],
    passages: 6,
    frames: [44, 12, 16, 8],
  },
  {
    institution: 'Consejo Regional de Cooperativas',
    voice: 'regional_body',
    language: 'es',
    years: [2002, 2003, 2004, 2006, 2007, 2009, 2012, 2013],
    passages: 8,
    frames: [20, 34, 22, 40],
  },
  {
    institution: 'Instituto Social del Sur',
    voice: 'regional_body',
    language: 'es',
    years: [2007, 2009, 2010, 2012, 2013],
    passages: 7,
    frames: [14, 18, 46, 22],
  },
  {
    institution: 'Secretaria do Bloco',
    voice: 'regional_body',
    language: 'pt',
    years: [2004, 2006, 2010, 2013],
    passages: 7,
    frames: [16, 30, 30, 28],
  },
  {
    institution: 'Ministerio de Asuntos Sociales',
    voice: 'national_government',
    language: 'es',
    years: [2005, 2008, 2010, 2014],
    passages: 6,
    frames: [5, 20, 60, 6],
  },
  {
    institution: 'Agencia del Norte',
    voice: 'donor',
    language: 'es',
    years: [2008, 2011],
    passages: 5,
    frames: [0, 40, 44, 10],
  },
];

/** Categories of the made-up claim; `DIL` is the union of two others. */
export const categories: readonly MeasuredCategory[] = [
  measured('NEP', 'New paradigm', ['new_paradigm/alternative', 'new_paradigm/self_management']),
  measured('ADD', 'Add-on', ['add_on/complement']),
  measured('PE', 'Poverty eradication', ['poverty_eradication/vulnerability']),
  measured('DIL', 'Add-on or poverty', ['add_on/complement', 'poverty_eradication/vulnerability']),
  measured('INT', 'Integration', ['integration/region']),
  measured('SSE', 'Social and solidarity economy', ['sse/terms']),
];

function measured(code: string, label: string, of: readonly string[]): MeasuredCategory {
  return { code, label, definition: `What counts as ${label}`, categories: of };
}

export type Phrase = {
  readonly category: string;
  readonly layer: Layer;
  readonly es: string;
  readonly pt: string;
  readonly en: string;
};
const phrases: Readonly<Record<string, readonly Phrase[]>> = {
  object: [
    {
      category: 'sse/terms',
      layer: 'object',
      es: 'La economía solidaria',
      pt: 'A economia solidária',
      en: 'The solidarity economy',
    },
    {
      category: 'sse/terms',
      layer: 'object',
      es: 'El cooperativismo',
      pt: 'O cooperativismo',
      en: 'The cooperative movement',
    },
  ],
  NEP: [
    {
      category: 'new_paradigm/alternative',
      layer: 'frame',
      es: 'otra economía',
      pt: 'outra economia',
      en: 'another economy',
    },
    {
      category: 'new_paradigm/self_management',
      layer: 'frame',
      es: 'la autogestión',
      pt: 'a autogestão',
      en: 'self-management',
    },
    {
      category: 'new_paradigm/alternative',
      layer: 'frame',
      es: 'un nuevo paradigma',
      pt: 'um novo paradigma',
      en: 'a new paradigm',
    },
  ],
  ADD: [
    {
      category: 'add_on/complement',
      layer: 'frame',
      es: 'un complemento del mercado',
      pt: 'um complemento do mercado',
      en: 'a complement to the market',
    },
    {
      category: 'add_on/complement',
      layer: 'frame',
      es: 'una herramienta de apoyo',
      pt: 'uma ferramenta de apoio',
      en: 'a supporting tool',
    },
  ],
  PE: [
    {
      category: 'poverty_eradication/vulnerability',
      layer: 'frame',
      es: 'la superación de la pobreza',
      pt: 'a superação da pobreza',
      en: 'the end of poverty',
    },
    {
      category: 'poverty_eradication/vulnerability',
      layer: 'frame',
      es: 'los grupos vulnerables',
      pt: 'os grupos vulneráveis',
      en: 'vulnerable groups',
    },
  ],
  INT: [
    {
      category: 'integration/region',
      layer: 'frame',
      es: 'la integración regional',
      pt: 'a integração regional',
      en: 'regional integration',
    },
  ],
};

const joints: Readonly<Record<LexiconLanguage, readonly string[]>> = {
  es: [
    ' es, en esta etapa, parte de ',
    ', según lo acordado por las delegaciones, se vincula con ',
    ' y también con ',
    '. Las organizaciones presentes piden plazos y recursos propios.',
  ],
  pt: [
    ' é, nesta etapa, parte de ',
    ', conforme o acordo das delegações, liga-se a ',
    ' e também a ',
    '. As organizações presentes pedem prazos e recursos próprios.',
  ],
  en: [
    ' is, at this stage, part of ',
    ', as the delegations agreed, is tied to ',
    ' and also to ',
    '. The organisations present ask for time and funds of their own.',
  ],
};

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The term that a phrase of the made-up lexicon comes from. */
export function termOf(phrase: Phrase, language: LexiconLanguage): Term {
  const [theme = '', category = ''] = phrase.category.split('/');
  return {
    id: `${phrase.category}.${language}.${hash(phrase[language]).slice(0, 6)}`,
    theme,
    category,
    layer: phrase.layer,
    language,
    pattern: phrase[language].toLowerCase(),
    why: 'names the category in so many words',
    evidence: 'invented for the tests',
    status: 'proposed',
    exactCase: false,
    exactAccents: false,
    blocks: [],
    rules: [],
    names: null,
    author: null,
    date: null,
  };
}

/** Every term of the made-up lexicon. */
export const terms: readonly Term[] = Object.values(phrases)
  .flat()
  .flatMap((phrase) => (['es', 'pt', 'en'] as const).map((language) => termOf(phrase, language)));

/** A generator of whole numbers below `n`; its only virtue is to be the same everywhere. */
export function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * n) % n;
  };
}

/** A made-up passage and where its phrases stand, in code points. */
export function passage(
  speaker: Speaker,
  random: (n: number) => number,
  suffix: string,
): { text: string; marks: { phrase: Phrase; start: number; end: number }[] } {
  const objects = phrases['object'] ?? [];
  const chosen: Phrase[] = [objects[random(objects.length)] ?? never()];
  ['NEP', 'ADD', 'PE', 'INT'].forEach((code, index) => {
    const list = phrases[code] ?? [];
    if (random(100) >= (speaker.frames[index] ?? 0)) return;
    chosen.push(list[random(list.length)] ?? never());
  });
  const joint = joints[speaker.language];
  const marks: { phrase: Phrase; start: number; end: number }[] = [];
  let text = '';
  chosen.forEach((phrase, index) => {
    if (index > 0) text += joint[index === 1 ? random(2) : 2] ?? ' ';
    const start = codePointLength(text);
    text += phrase[speaker.language];
    marks.push({ phrase, start, end: codePointLength(text) });
  });
  return { text: `${text}${joint[3] ?? ''}${suffix}`, marks };
}

function never(): never {
  throw new Error('expected a phrase');
}
