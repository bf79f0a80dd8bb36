import { readTexts } from '../../../sample/texts.ts';
import type { LexiconLanguage } from '../../../src/model/passage.ts';

/** Clauses about cooperatives that were made up for the sample study, as sentences; always the same ones. */
export function sentencesIn(language: LexiconLanguage): readonly string[] {
  const { slots, frames } = readTexts(language);
  const choicesOf: Readonly<Record<string, readonly string[]>> = { ...slots, ...names };
  const clauses = Object.values(frames).flatMap((frame) => [...frame.term, ...(frame.paraphrase ?? [])]);
  const written = clauses.map((clause, c) => {
    const filled = clause.replace(/\{(\w+)\}/g, (_, slot) => {
      const choices = choicesOf[slot] ?? [slot];
      return choices[c % choices.length] ?? slot;
    });
    return `${filled.charAt(0).toUpperCase()}${filled.slice(1)}.`;
  });
  const more = compounds[language];
  return written.flatMap((sentence, s) =>
    s % 3 === 2 ? [sentence, more[((s / 3) % more.length) | 0] ?? ''] : [sentence],
  );
}

/** Deals sentences out: each call takes the next so many and makes one paragraph of them. */
export function dealer(language: LexiconLanguage, from: number): (sentences: number) => string {
  const all = sentencesIn(language);
  let at = from;
  return (count) => {
    const dealt = Array.from({ length: count }, (_, i) => all[(at + i) % all.length] ?? '');
    at += count;
    return dealt.join(' ');
  };
}

/** Sentences with words that have a hyphen of their own. */
const compounds: Readonly<Record<LexiconLanguage, readonly string[]>> = {
  es: [
    'Así lo confirma el informe técnico-financiero de la comisión político-institucional.',
    'El acuerdo franco-alemán de 1963 sirvió de ejemplo teórico-práctico.',
    'La mesa socio-productiva y el consejo físico-químico firmaron el acta.',
  ],
  pt: [
    'O bem-estar das famílias consta do relatório técnico-financeiro da vice-presidência.',
    'Na segunda-feira os porta-vozes leram o parecer político-institucional.',
    'O acordo luso-brasileiro prevê oficinas teórico-práticas e recém-criadas.',
  ],
  en: [
    'A long-term view of decision-making is what low-income members asked for.',
    'Self-managed and worker-owned firms reported on their well-being.',
    'The co-ordinating body wrote a cost-benefit note on part-time work.',
  ],
};

/** Countries, places and numbers that do not exist. */
const names: Readonly<Record<string, readonly string[]>> = {
  country: ['Austral', 'Meridia', 'Puente'],
  country2: ['Litoral', 'Sierra'],
  place: ['Villa Serena', 'Monte Bajo', 'Puerto Claro'],
  place2: ['Los Arrayanes', 'Paso Viejo'],
  n: ['30', '45', '120'],
};
