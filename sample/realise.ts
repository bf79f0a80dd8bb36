import type { Carried } from './carried.ts';
import { dice } from './dice.ts';
import { type Named, namedIn } from './named.ts';
import type { Draw, Planned } from './plan.ts';
import { filled } from './slots.ts';
import type { Frame, Publishers, Texts } from './texts.ts';

/** The place of a passage in its document, which decides how it begins. */
export type Role = 'body' | 'recital' | 'operative' | 'agreement';

/** A passage, and who it says carries something out or pays for it. */
export type Said = { readonly text: string; readonly named: readonly Named[] };

/** Words drawn from the lists of one language. */
export type Writer = {
  /** One passage, 40 to 110 words; its clauses do not come twice in one document. */
  readonly passage: (draw: Draw, role: Role) => Said;
  /** A passage about two programmes: who carries them out, with whose money. */
  readonly carried: () => Said;
  /** A template with its slots filled. */
  readonly fill: (template: string) => string;
};

const shortest = 40;
const longest = 110;

/** Deals clauses in shuffled rounds, so that the same clause comes back as late as possible. */
export type Dealer = (list: readonly string[], avoid: ReadonlySet<string>) => string;

/** Opens a dealer for one language; it remembers across documents which clauses have been out. */
export function dealer(seed: number, name: string): Dealer {
  const draw = dice(seed, `deal/${name}`);
  const rounds = new Map<readonly string[], string[]>();
  return (list, avoid) => {
    const round = rounds.get(list) ?? [];
    rounds.set(list, round);
    if (!round.some((clause) => !avoid.has(clause))) {
      const kept = new Set(round);
      round.push(...draw.shuffled(list.filter((clause) => !kept.has(clause))));
    }
    const found = Math.max(
      0,
      round.findIndex((clause) => !avoid.has(clause)),
    );
    const [clause] = round.splice(found, 1);
    if (clause === undefined)
      throw new RangeError('expected a list of clauses with something in it, got none');
    return clause;
  };
}

/** Opens the writer of one document. */
export function writer(
  planned: Planned,
  texts: Texts,
  publishers: Publishers,
  deal: Dealer,
  seed: number,
  programmes: readonly Carried[],
): Writer {
  const draw = dice(seed, `words/${planned.file}`);
  const used = new Set<string>();
  const fill = (template: string) => filled(draw, template, planned, texts, publishers);

  const chosen = (list: readonly string[]): string => {
    const found = deal(list, used);
    used.add(found);
    return found;
  };
  const clause = (list: readonly string[]): string => fill(chosen(list));
  const neutral = (of: 'object' | 'plain', role: Role): string => {
    const { text, meeting, act } = texts.neutral[of];
    const fit = role === 'operative' ? act : planned.kind === 'minutes' ? meeting : text;
    const spent = fit.every((one) => used.has(one));
    return clause(!spent && (role === 'operative' || draw.chance(0.6)) ? fit : text);
  };
  const framed = (frame: Frame, expressed: 'term' | 'paraphrase', named: Named[]): string => {
    const { term, paraphrase } = texts.frames[frame];
    if (expressed === 'paraphrase' && paraphrase !== undefined) return clause(paraphrase);
    const found = chosen(term);
    named.push(...namedIn(frame, term.indexOf(found)));
    return fill(found);
  };
  const core = (one: Draw, role: Role, named: Named[]): readonly string[] => {
    switch (one.sort) {
      case 'framed':
        return one.frames.map((frame) => framed(frame, one.expressed, named));
      case 'decoy':
        return [clause(texts.decoys[one.decoy])];
      case 'trap':
        return [fill(texts.trap)];
      case 'neutral':
        return [neutral('object', role)];
      case 'plain':
        return [neutral('plain', role)];
    }
  };
  const lead = (role: Role): string => deal(texts.leads[leadsOf(planned, role)], new Set());

  const passage = (one: Draw, role: Role): Said => {
    const named: Named[] = [];
    return { text: written(one, role, named), named };
  };
  const written = (one: Draw, role: Role, named: Named[]): string => {
    const of = () => (one.sort === 'plain' || one.sort === 'trap' || draw.chance(0.5) ? 'plain' : 'object');
    const main = core(one, role, named);
    const after = one.sort === 'framed' ? [clause(texts.support)] : [];
    while (words([...main, ...after]) < shortest + 4) after.push(neutral(of(), role));
    const before =
      role === 'body' && words([...main, ...after]) < 70 && draw.chance(0.3) ? [neutral(of(), role)] : [];
    const opening = fill(lead(role));
    if (role === 'recital') return checked(recital(opening, [...main, ...after], texts.recital_joins));
    const led = opening !== '' && (one.sort === 'framed' || role !== 'body') ? `${opening} ` : '';
    const joins = draw.shuffled(texts.joins);
    return checked(
      [
        ...before.map((text) => sentence('', text)),
        ...main.map((text, i) => sentence(i === 0 ? led : draw.pick(texts.turns), text)),
        ...after.map((text, i) => sentence(one.sort === 'framed' && i === 0 ? '' : (joins[i] ?? ''), text)),
      ].join(' '),
    );
  };
  const doings = dice(seed, `carried/${planned.file}`);
  const left = [...programmes];
  const doing = (): Said => {
    const next = left.shift();
    if (next === undefined) throw new RangeError(`expected a programme for ${planned.file}, got none`);
    const { text, body, money } = texts.carried;
    const by = doings.pick(body[next.by]);
    const template = text.replace('{body}', by).replace('{money}', money[next.money]);
    return {
      text: sentence('', filled(doings, template, planned, texts, publishers)),
      named: [`channel:${next.by}`, `money:${next.money}`],
    };
  };
  const carried = (): Said => {
    const both = [doing(), doing()];
    return {
      text: checked(both.map(({ text }) => text).join(' ')),
      named: [...new Set(both.flatMap(({ named }) => named))],
    };
  };
  return { passage, carried, fill };
}

function leadsOf({ kind, institution }: Planned, role: Role): keyof Texts['leads'] {
  const civil = institution.voice === 'civil_society';
  if (role === 'recital' || role === 'operative') return role;
  if (role === 'agreement') return 'agreements';
  if (kind === 'minutes') return civil ? 'assembly' : 'delegates';
  if (kind === 'declaration') return civil ? 'declaration' : 'ministers';
  return kind === 'article' ? 'article' : 'programme';
}

function checked(passage: string): string {
  const length = words([passage]);
  if (length >= shortest && length <= longest) return passage;
  throw new RangeError(
    `expected a passage of ${shortest} to ${longest} words, got ${length}: change a clause of "${passage}"`,
  );
}

function recital(opening: string, clauses: readonly string[], joins: readonly [string, string]): string {
  const [next, last] = joins;
  const text = clauses.reduce((sum, clause, i) => sum + (i === clauses.length - 1 ? last : next) + clause);
  return `${opening} ${text};`;
}

function sentence(before: string, clause: string): string {
  const text = `${before}${clause}.`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function words(texts: readonly string[]): number {
  return texts.join(' ').split(/\s+/).length;
}
