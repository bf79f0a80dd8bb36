import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lexicon/lint.ts';
import { lexiconLanguages } from '../../src/model/passage.ts';
import { bodiesAbove } from '../../src/tag/above.ts';
import { actorFinder } from '../../src/tag/actors.ts';
import { compile } from '../../src/tag/compile.ts';
import { describeLexiconError } from '../../src/tag/errors.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { readLexicons } from './read.ts';

const source = readLexicons();
const { lexicon, errors } = resolveLexicon(source);
const { read } = compile(lexicon, { object: 'SSE' });
const measured = new Map(lexicon.measured.map(({ code, categories }) => [code, categories]));

describe('the lexicons as shipped', () => {
  it('resolve without an error', () => {
    expect(errors.map(describeLexiconError)).toEqual([]);
  });

  it('have each theme in a file of its name', () => {
    for (const { file, theme } of source.themes) expect(file).toBe(`${theme.theme}.yaml`);
  });

  it('speak all three languages in every category', () => {
    const gaps = source.themes.flatMap(({ theme }) =>
      Object.entries(theme.categories).flatMap(([name, category]) =>
        lexiconLanguages
          .filter((language) => category.terms[language] === undefined)
          .map((language) => `${theme.theme}/${name} (${language})`),
      ),
    );
    expect(gaps).toEqual([]);
  });

  it('show every category by examples: two hits and a near miss in frames, one of each elsewhere', () => {
    const thin = source.themes.flatMap(({ theme }) =>
      Object.entries(theme.categories).flatMap(([name, { matches, rejects }]) =>
        lexiconLanguages
          .filter(
            (language) =>
              (matches[language]?.length ?? 0) < (theme.layer === 'frame' ? 2 : 1) ||
              (rejects[language]?.length ?? 0) < 1,
          )
          .map((language) => `${theme.theme}/${name} (${language})`),
      ),
    );
    expect(thin).toEqual([]);
  });

  it('show every line by sentences of its own: one that it tags, and a near miss that it does not', () => {
    const bare = source.themes.flatMap(({ theme }) =>
      Object.entries(theme.categories).flatMap(([name, { terms }]) =>
        Object.values(terms)
          .flat()
          .filter(({ yes, no }) => yes.length === 0 || no.length === 0)
          .map(({ pattern }) => `${theme.theme}/${name}: ${pattern}`),
      ),
    );
    expect(bare).toEqual([]);
  });

  it('leave no doubt about a term', () => {
    expect(lint(source, lexicon.terms)).toEqual([]);
  });
});

describe('the categories of the claim', () => {
  it('are those of the protocol, the object and market insertion', () => {
    expect([...measured.keys()]).toEqual(
      'ACTOR ADD BENEF COOP DEF DIL DOM ECON FORM FRONT FUND INT MARKET NEP PE PROJ SOC SSE'.split(' '),
    );
  });

  it('make dilution of add-on and poverty eradication alone', () => {
    expect(measured.get('DIL')).toEqual(
      [...(measured.get('ADD') ?? []), ...(measured.get('PE') ?? [])].toSorted(),
    );
  });

  it('count targeting among beneficiaries and not in poverty eradication', () => {
    expect(measured.get('BENEF')).toContain('poverty_eradication/targeting');
    expect(measured.get('PE')).not.toContain('poverty_eradication/targeting');
  });

  it('share no category between the poles, nor between dilution and market insertion', () => {
    const dilution = measured.get('DIL') ?? [];
    for (const code of ['NEP', 'MARKET', 'SOC', 'FRONT', 'ECON', 'INT']) {
      expect(measured.get(code)?.filter((name) => dilution.includes(name))).toEqual([]);
    }
  });
});

/** Wording that fired in the draft codebook's checks without meaning the frame. */
const misleading = {
  en: [
    'The cooperative joined the new economy of digital platforms.',
    'The report calls for a transformation, a paradigm shift for people and planet.',
    'The definition speaks of voluntary cooperation and mutual aid.',
    'A review of social economy was published under a Creative Commons licence.',
    'The House of Commons debated the common good and its social benefits.',
    'The social market economy is a new frontier for the cooperative bank.',
    'The cooperative signed a reciprocity licence, and zero poverty stands on its door.',
  ],
  es: [
    'La entidad sin fines de lucro y la fundación sin ánimo de lucro firmaron el convenio.',
    'La nueva economía digital exige la transformación productiva.',
    'Tiene potencial transformador y construye por ayuda mutua.',
    'El registro de empresas autogestionadas suma puestos de trabajo y mide la desnutrición.',
    'La economía social de mercado rige la constitución.',
    'El Centro Infantil del Buen Vivir abrió sus puertas.',
    'La Secretaría de Políticas Sociales publicó su organigrama.',
    'El Instituto Nacional de Reforma Agraria entregó los títulos.',
    'El Consejo de la Economía Popular y el Salario Social Complementario designó a dos vocales.',
  ],
  pt: [
    'A nova economia das plataformas pede transformação digital.',
    'A entidade sem fins lucrativos construiu as casas por ajuda mútua.',
    'O projeto político anuncia mudança social e transformação.',
    'O extrativismo da castanha ocupa áreas comuns em cada segmento.',
    'A auto-organização do evento e o plano de saúde da modalidade autogestão.',
    'Os países mantêm relações cooperativas.',
    'A Feira Nacional da Reforma Agrária vendeu produtos da agroecologia.',
    'O Ministério do Desenvolvimento Social e Combate à Fome abriu inscrições.',
  ],
};

describe('misleading wording', () => {
  for (const language of lexiconLanguages) {
    it.each(misleading[language])(`fires no frame (${language}): %s`, (sentence) => {
      const frames = read(sentence, language).open.filter(({ term }) => term.layer === 'frame');
      expect(frames.map(({ term }) => term.pattern)).toEqual([]);
    });
  }

  it('keeps community economy as an object and not as a frame', () => {
    const { open } = read('La ley reconoce la economía comunitaria.', 'es');
    expect(open.map(({ term }) => `${term.theme}/${term.category}`)).toEqual(['objects/sse_terms']);
  });
});

describe('every line', () => {
  it('answers for who wrote it and when', () => {
    const unsigned = lexicon.terms.filter(({ author, date }) => author === null || date === null);
    expect(unsigned.map(({ id }) => id)).toEqual([]);
  });

  it('that has a rule shows a sentence that it matches and one that the rule refuses', () => {
    const bare = source.themes.flatMap(({ theme }) =>
      Object.values(theme.categories).flatMap((category) =>
        lexiconLanguages.flatMap((language) =>
          (category.terms[language] ?? [])
            .filter(
              ({ near, not_near, not_after, needs_object }) => near ?? not_near ?? not_after ?? needs_object,
            )
            .filter(({ yes, no }) => yes.length === 0 || no.length === 0)
            .map(({ pattern }) => `${language}: ${pattern}`),
        ),
      ),
    );
    expect(bare).toEqual([]);
  });
});

describe('the actors', () => {
  const find = actorFinder(lexicon.actors);

  it('are found under each of their names, in capitals or not', () => {
    expect(
      ['I.N.A.E.S.', 'instituto nacional de asociativismo y economia social'].map((name) => find(name)?.id),
    ).toEqual(['ar_inaes', 'ar_inaes']);
    expect(find('club de barrio')).toBeNull();
  });

  it('name the ministry that an institute belongs to', () => {
    const above = {
      INAES: 'ar_social_development',
      SENAES: 'br_mte',
      DENACOOP: 'br_mapa',
      IEPS: 'ec_mies',
      INCOOP: 'py_mag',
      INACOOP: 'uy_mtss',
      AIN: 'uy_mef',
      DAES: 'cl_economy',
      DECOOP: 'cl_economy',
      'Unidad Solidaria': 'co_labour',
      SUPERSOLIDARIA: 'co_finance',
      SUNACOOP: 've_communes',
      INAPYMES: 've_communal_economy',
    };
    for (const [name, parent] of Object.entries(above))
      expect([name, find(name)?.parent]).toEqual([name, parent]);
  });

  it('name none above the institutes that answered to no ministry', () => {
    for (const name of ['DANSOCIAL', 'SEPS', 'IPACOOP', 'INAC'])
      expect([name, find(name)?.parent]).toEqual([name, null]);
  });

  it('tell by the ministry above an institute whose channel it is', () => {
    const above = bodiesAbove(lexicon.actors, read);
    const channels = ['INAES', 'SENAES', 'INCOOP', 'INACOOP', 'DAES', 'SUPERSOLIDARIA', 'SUNACOOP'].map(
      (name) => above(find(name)?.id ?? '')[0],
    );
    expect(channels).toEqual([
      'actors/social_ministries',
      'actors/sector_ministries',
      'actors/sector_ministries',
      'actors/sector_ministries',
      'actors/economic_ministries',
      'actors/economic_ministries',
      'actors/social_ministries',
    ]);
  });
});
