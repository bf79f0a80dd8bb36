import type { ActKind } from '../../model/act.ts';
import type { Zone } from '../../model/passage.ts';
import { isDateLine } from './facts.ts';
import { minutesZones } from './minutes.ts';
import { programmeZones } from './programme.ts';
import { isMoney, provisionZones } from './provisions.ts';
import type { Sight } from './sight.ts';
import type { Steps } from './steps.ts';

/** How a document is built, which decides by which rules it is read. */
export type Grammar = 'minutes' | 'provisions' | 'programme' | 'plain';

/** How a document is built, by its kind or else by what it holds. */
export function grammarOf(kind: ActKind | null, sights: readonly Sight[]): Grammar {
  if (kind === 'minutes') return 'minutes';
  const has = (test: (sight: Sight) => boolean) => sights.some(test);
  const enacts = has(({ provision }) => provision === 'enacting');
  if (kind === 'programme') return enacts ? 'provisions' : 'programme';
  if (kind !== null) return 'provisions';
  const attended = sights.some(
    ({ minutes, title }, i) => minutes === 'attendance' && title && sights[i + 1]?.roll === true,
  );
  if (has(({ sitting }) => sitting)) return 'minutes';
  if (has(({ turns }) => turns.length > 0) && has(({ minutes }) => minutes === 'agenda')) return 'minutes';
  if (
    attended &&
    has(({ minutes, decision }) => minutes === 'agenda' || minutes === 'decisions' || decision !== null)
  )
    return 'minutes';
  const recital = has(({ provision }) => provision === 'recital');
  const article = sights.filter(({ provision }) => provision === 'article').length;
  if (enacts || (recital && article > 0) || article >= 3) return 'provisions';
  const parts = new Set(
    sights.flatMap(({ provision, title }) =>
      title && (provision === 'objective' || provision === 'instrument' || provision === 'budget')
        ? [provision]
        : [],
    ),
  );
  return parts.size >= 2 ? 'programme' : 'plain';
}

/** The zone of every passage of a document, and the titles of its agenda. */
export function zonesOf(
  sights: readonly Sight[],
  grammar: Grammar,
  titled: boolean,
): { readonly zones: readonly Zone[]; readonly agenda: readonly string[] } {
  const steps = stepsOf(grammar, sights, titled);
  const annexed = sights.map(({ provision, title }) => provision === 'annex' && title);
  const tail = signedFrom(sights);
  let block: 'annex' | 'annexes' | 'signature' | null = null;
  let annex: Zone = 'annex';
  const zones = sights.map((sight, i): Zone => {
    if (sight.passage.zone === 'footnote') return 'footnote';
    if (annexed[i] === true && grammar !== 'plain') {
      block = annexed[i + 1] === true || annexed[i - 1] === true ? 'annexes' : 'annex';
      annex = block === 'annex' && (attends(sight) || attends(sights[i + 1])) ? 'attendance' : 'annex';
      return attends(sight) ? annex : 'annex';
    }
    const signs =
      (sight.provision === 'signature' && sight.passage.words <= 40) ||
      (grammar === 'provisions' && isDateLine(sight)) ||
      (i >= tail && block !== 'annex');
    if (block === 'annex' || (block === 'annexes' && !signs && !sight.roll))
      return grammar !== 'minutes' && isMoney(sight) ? 'budget' : annex;
    if (signs && grammar !== 'plain' && (block !== null || steps.mayEnd())) block = 'signature';
    if (block === 'signature' && (signs || (sight.roll && sight.passage.words <= 40))) return 'signature';
    block = null;
    return steps.step(sight, sights[i + 1], i);
  });
  return { zones, agenda: steps.agenda() };
}

function stepsOf(grammar: Grammar, sights: readonly Sight[], titled: boolean): Steps {
  switch (grammar) {
    case 'minutes':
      return minutesZones(sights, titled);
    case 'provisions':
      return provisionZones(sights);
    case 'programme':
      return programmeZones();
    case 'plain':
      return { step: () => 'body', mayEnd: () => false, agenda: () => [] };
  }
}

/** True for an annex, or what follows its number, that lists who was there. */
function attends(sight: Sight | undefined): boolean {
  return (
    sight !== undefined &&
    (sight.minutes === 'attendance' ||
      /(?:participantes|asistentes|presen[çc]a|participants|attendees)\s*$/iu.test(sight.text))
  );
}

/** From where on a document holds only names and offices that sign it. */
function signedFrom(sights: readonly Sight[]): number {
  let from = sights.length;
  while (from > sights.length / 2) {
    const sight = sights[from - 1];
    if (
      sight === undefined ||
      !sight.roll ||
      sight.passage.words > 60 ||
      sight.item !== null ||
      sight.decision !== null ||
      sight.provision === 'article' ||
      sight.passage.form === 'table_row'
    )
      break;
    if (sight.passage.level !== null && sight.passage.section.length > 0 && sight.passage.words < 2) break;
    from -= 1;
  }
  return from;
}
