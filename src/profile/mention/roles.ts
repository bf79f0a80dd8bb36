import type { ActorRole } from '../../model/mention.ts';
import { allIn, type CueLanguage, readers } from '../../text/cue.ts';
import type { FoundActor } from './actors.ts';
import type { FoundAmount } from './amounts.ts';
import { roleCues } from './rules/roles.ts';
import { type Sight, type Span, within } from './sight.ts';

/** What an actor does, and the words that tell it. */
export type FoundRole = Span & { readonly role: ActorRole; readonly actor: FoundActor };

const cues = readers(roleCues);

/** What may stand between words that name an actor's part and the actor behind them. */
const toActor =
  /^[\s\u00a0]*(?:(?:el|la|los|las|l|de|del|o|a|os|as|ao|do|da|dos|das|the|and|e|y|será|es|é|será o|por|por el|por la)\s+){0,3}["“«]?$/iu;
/** And between an actor and what it does: nothing but adverbs and an acronym in brackets. */
const fromActor =
  /^(?:\s*\([^()]{1,20}\))?,?[\s\u00a0]+(?:(?:que|que también|also|jointly|hereby|no|não|se|lo|la|ya|conjuntamente|anualmente|annually|is to|which|who)\s+){0,2}$/iu;
/** What joins actors that do the same. */
const together =
  /^(?:\s*\([^()]{1,20}\))?(?:\s*,\s*|\s*,?\s+(?:y|e|and|así como|bem como|as well as|junto con|con|com)\s+)(?:(?:el|la|los|las|de|del|por|con|o|a|os|as|do|da|dos|das|ao|pelo|pela|by|from|of|the|with)\s+){0,3}$/iu;

/** What says between two names that the first belongs to the second. */
const beside =
  /^(?:\s*\([^()]{1,30}\))?,\s+(?:organismo|ente|entidad|entidade|dependiente|dependente|órgano|órgão|empresa|autarquia|vinculad[oa]|an? (?:agency|body|department|unit))\b[^,;]{0,60}$|^(?:\s*\([^()]{1,30}\))?\s+(?:del?|d[oa]s?|of the|of)\s+(?:l[ao]s?\s+)?$/iu;

/** Roles of the actors of a passage by the words beside them; in lists and signatures, by the part of the document. */
export function rolesIn(
  sight: Sight,
  actors: readonly FoundActor[],
  amounts: readonly FoundAmount[],
  language: CueLanguage,
): readonly FoundRole[] {
  if (actors.length === 0) return [];
  const { zone } = sight.passage;
  if (zone === 'attendance' || zone === 'signature') {
    const role = zone === 'attendance' ? 'participant' : 'signatory';
    return actors.map((actor) => ({ start: actor.start, end: actor.end, role, actor }));
  }
  const roles: FoundRole[] = [];
  const add = (role: ActorRole, cue: Span, actor: FoundActor): void => {
    if (!roles.some((one) => one.role === role && one.actor === actor))
      roles.push({ start: cue.start, end: cue.end, role, actor });
  };
  for (const sentence of sight.sentences) {
    const own = within(actors, sentence);
    if (own.length === 0) continue;
    const sums = within(amounts, sentence);
    const part = sight.text.slice(sentence.start, sentence.end);
    for (const { kind, start, end } of allIn(cues, part, language)) {
      const cue = { start: start + sentence.start, end: end + sentence.start };
      const [side, told] = kind.split(':') as ['by' | 'does', ActorRole | 'charge'];
      const paid = sums.some((sum) => sum.end <= cue.start && cue.start - sum.end < 60);
      const role = told === 'charge' ? (paid ? 'funding' : 'implementing') : told;
      for (const actor of side === 'by' ? behind(sight.text, cue, own) : before(sight.text, cue, own))
        add(role, cue, actor);
    }
  }
  return roles.sort((a, b) => a.start - b.start || a.actor.start - b.actor.start);
}

/** The actor right behind a cue, with those joined to it. */
function behind(text: string, cue: Span, actors: readonly FoundActor[]): readonly FoundActor[] {
  const first = actors.findIndex(({ start }) => start >= cue.end && toActor.test(text.slice(cue.end, start)));
  if (first < 0) return [];
  const found: FoundActor[] = [];
  for (let i = first; i < actors.length; i++) {
    const [actor, last] = [actors[i] as FoundActor, found.at(-1)];
    if (last !== undefined && !together.test(text.slice(last.end, actor.start))) break;
    found.push(actor);
  }
  return found;
}

/** The actor right before a cue, with those joined to it. */
function before(text: string, cue: Span, actors: readonly FoundActor[]): readonly FoundActor[] {
  let last = actors.findLastIndex(
    ({ end }) => end <= cue.start && fromActor.test(text.slice(end, cue.start)),
  );
  if (last < 0) return [];
  // What follows its name in commas tells whom it belongs to, not who acts.
  for (let owner = actors[last - 1]; owner !== undefined; owner = actors[last - 1]) {
    if (!beside.test(text.slice(owner.end, actors[last]?.start))) break;
    last -= 1;
  }
  const found: FoundActor[] = [];
  for (let i = last; i >= 0; i--) {
    const [actor, next] = [actors[i] as FoundActor, found.at(-1)];
    if (next !== undefined && !together.test(text.slice(actor.end, next.start))) break;
    found.push(actor);
  }
  return found;
}
