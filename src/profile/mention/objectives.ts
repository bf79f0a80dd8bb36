import { allIn, type CueLanguage, readers } from '../../text/cue.ts';
import { objectiveCues, serviceCues } from './rules/aims.ts';
import { overlaps, type Sight, type Span } from './sight.ts';

const cues = readers(objectiveCues);
const services = readers(serviceCues);

/** Longest objective in characters; beyond it nobody reads one. */
const longest = 600;
const infinitive = /^(?:n[ãa]o |no )?\p{L}+[aeiáéíôo]r(?:se|me|nos|l[aeo]s?|-\p{L}+)?(?!\p{L})/iu;
/** What goes on with one of these is no clause of its own. */
const hollow = /^(?:de|del|d[oa]s?|por|em|en|que|a presente|la presente|el presente|this|the present)\s/iu;
const label =
  /^\s*(?:[•●▪■◦○➢✓·–—*-]\s*|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,5}|[IVXLC]{1,6})[.)º°]?\s?[.)–—-]+\s*)?/u;

/** What is to be reached: clauses behind words that announce it, and all that the zone of objectives says. */
export function objectivesIn(sight: Sight, language: CueLanguage): readonly Span[] {
  const { passage, text } = sight;
  if (passage.form === 'heading') return [];
  if (passage.zone === 'objective') {
    const start = label.exec(text)?.[0].length ?? 0;
    const end = text.trimEnd().length;
    return end - start < 12 ? [] : [{ start, end: Math.min(end, start + longest) }];
  }
  const found: Span[] = [];
  for (const sentence of sight.sentences) {
    const part = text.slice(sentence.start, sentence.end);
    for (const { kind, start, end } of allIn(cues, part, language)) {
      const skip = /^[\s:]*/u.exec(part.slice(end))?.[0].length ?? 0;
      const from = end + skip;
      const fronted =
        /^[^\p{L}]*(?:\p{L}{1,4}\s+)?$/u.test(part.slice(0, start)) && /^\p{L}/u.test(part.slice(start));
      const until = from + clause(part.slice(from, from + longest), fronted, language);
      const goal = part.slice(from, until);
      if (!/^\p{L}.*\s\p{L}/u.test(goal) || hollow.test(goal)) continue;
      if (kind === 'to' && language !== 'en' && !infinitive.test(goal)) continue;
      const span = { start: sentence.start + from, end: sentence.start + until };
      if (!found.some((one) => overlaps(one, span))) found.push(span);
    }
  }
  return found;
}

/** Where a goal ends and the text goes on with what will be done: `combatir la pobreza y reunirá a vecinos`. */
const then: Readonly<Record<CueLanguage, RegExp>> = {
  es: /\s[ye]\s+(?:se\s+)?\p{L}+r(?:á|án)(?!\p{L})/u,
  pt: /\se\s+(?:se\s+)?\p{L}+r(?:á|ão)(?!\p{L})/u,
  en: /\sand\s+(?:will|shall)\s/u,
};

/** Length of the clause that a text begins with: to its end, to the comma where it stands in front of its main clause. */
function clause(rest: string, fronted: boolean, language: CueLanguage): number {
  const comma = fronted ? rest.search(/,\s/u) : -1;
  const whole = comma < 0 ? rest : rest.slice(0, comma);
  const other = allIn(services, whole, language).find(({ start }) =>
    /\s(?:y|e|and)\s+$/u.test(whole.slice(0, start)),
  );
  const goal = whole.slice(0, then[language].exec(whole)?.index);
  const kept =
    other === undefined || other.start > goal.length
      ? goal
      : whole.slice(0, other.start).replace(/\s+(?:y|e|and)\s+$/u, '');
  return kept.replace(/[\s,.;:]+$/u, '').length;
}
