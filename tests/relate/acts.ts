import { createHash } from 'node:crypto';
import { noAct } from '../../src/model/act.ts';
import type { Language, LexiconLanguage, Passage } from '../../src/model/passage.ts';
import { documentId, passageId, sha256 } from '../../src/model/units.ts';
import type { Member } from '../../src/relate/member.ts';
import { sketch } from '../../src/relate/sketch.ts';
import { plainPassage } from '../support/parts.ts';

/** A small generator (mulberry32), so that the same act always says the same. */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const vocabulary: Readonly<Record<LexiconLanguage, readonly string[]>> = {
  es: 'la cooperativa promueve el trabajo de las familias rurales mediante fondos públicos que la asamblea aprueba cada año con participación de los socios y control de las cuentas del programa en su territorio'.split(
    ' ',
  ),
  pt: 'a cooperativa promove o trabalho das famílias rurais mediante fundos públicos que a assembleia aprova cada ano com participação dos sócios e controle das contas do programa em seu território'.split(
    ' ',
  ),
  en: 'the cooperative promotes the work of rural families through public funds that the assembly approves every year with participation of members and control over the accounts of this programme in its territory'.split(
    ' ',
  ),
};
const article: Readonly<Record<LexiconLanguage, string>> = { es: 'Artículo', pt: 'Artigo', en: 'Article' };
const months: Readonly<Record<LexiconLanguage, readonly string[]>> = {
  es: ['enero', 'mayo', 'agosto', 'octubre'],
  pt: ['janeiro', 'maio', 'agosto', 'outubro'],
  en: ['January', 'May', 'August', 'October'],
};

/**
 * An invented act in one language: articles of different lengths with amounts, dates and names that every
 * language shares; its words are its own. `seed` makes the act.
 */
export function act(seed: number, language: LexiconLanguage, articles = 9): readonly string[] {
  const facts = generator(seed);
  const words = generator(seed * 31 + language.charCodeAt(0));
  const word = () => vocabulary[language][words(vocabulary[language].length)] ?? '';
  const names = Array.from({ length: 6 }, () =>
    Array.from({ length: 3 }, () => 'Kalmeritosuvan'.slice(facts(6), 8 + facts(6)))
      .join('')
      .toLowerCase()
      .replace(/^./, (letter) => letter.toUpperCase()),
  );
  return Array.from({ length: articles }, (_, at) => {
    const month = facts(4);
    const [day, year] = [1 + facts(28), 1990 + facts(30)];
    const date =
      language === 'en'
        ? `${day} ${months.en[month]} ${year}`
        : `${day} de ${months[language][month]} de ${year}`;
    const length = 12 + facts(90);
    const text = Array.from({ length: length + words(4) }, word).join(' ');
    return `${article[language]} ${at + 1}. ${text} ${names[facts(6)]} ${10 + facts(9990)} ${word()} ${names[facts(6)]} ${1000 + facts(900_000)} ${word()} ${date}.`;
  });
}

/** A member of a corpus that was read, with these paragraphs. */
export function member(
  file: string,
  paragraphs: readonly string[],
  language: Language,
  values: Partial<Member> = {},
): Member {
  return {
    file,
    title: null,
    institution: null,
    kind: null,
    date: null,
    language: null,
    translation_of: null,
    version_of: null,
    readable: true,
    sketch: sketch(passagesOf(file, paragraphs, language), noAct),
    ...values,
  };
}

/** Passages with these texts. */
export function passagesOf(
  file: string,
  paragraphs: readonly string[],
  language: Language,
): readonly Passage[] {
  const document = documentId(sha256(createHash('sha256').update(file).digest('hex')));
  return paragraphs.map((text, ordinal) => ({
    ...plainPassage,
    id: passageId(`${document}-${String(ordinal).padStart(12, '0')}`),
    document,
    ordinal,
    language,
    text,
    words: text.split(' ').length,
    runs: [],
  }));
}
