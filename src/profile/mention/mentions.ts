import type { ActorNames, Mention } from '../../model/mention.ts';
import type { Language, Passage } from '../../model/passage.ts';
import type { Tag } from '../../model/tag.ts';
import { offset } from '../../model/units.ts';
import { codePointMap } from '../../text/codepoints.ts';
import { compareText } from '../../text/compare.ts';
import type { CueLanguage } from '../../text/cue.ts';
import { place } from '../../text/place.ts';
import { actorsIn, type Named } from './actors.ts';
import { amountsIn } from './amounts.ts';
import { groupsIn } from './groups.ts';
import { keyOf, type Name, namesIn } from './names.ts';
import { objectivesIn } from './objectives.ts';
import { rolesIn } from './roles.ts';
import { type Mark, nearestIn, overlaps, type Sight, type Span, sightsOf } from './sight.ts';

type Found = Span &
  Partial<
    Pick<Mention, 'id' | 'resolved' | 'parent' | 'category' | 'role' | 'programme' | 'amount' | 'classes'>
  > & {
    readonly kind: Mention['kind'];
    /** Where the actor of a role begins. */
    readonly actor?: number;
  };

const projects = 'actors/integration_projects';
const noPlace: readonly Passage['zone'][] = ['footnote'];

/**
 * Who does what with whose money for whom in one document: mentions of its passages, ordered by passage, start, end
 * and kind. `tags` are those of the same passages; a passage in a language without rules has none. Names of works
 * count as projects in documents that name a body of integration projects, since bridges are built elsewhere too.
 */
export function mentions(
  passages: readonly Passage[],
  tags: readonly Tag[],
  actors: ActorNames,
): readonly Mention[] {
  const byPassage = Map.groupBy(tags, ({ passage }) => passage);
  const hasProjects = tags.some(({ category }) => category === projects);
  return passages
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .flatMap((passage) => {
      if (!isRead(passage.language) || noPlace.includes(passage.zone)) return [];
      const { language } = passage;
      const found = sightsOf(passage, byPassage.get(passage.id) ?? [], actors.near).flatMap((sight) =>
        foundIn(sight, language, hasProjects, actors.named).map((one) => shifted(one, sight.shift)),
      );
      return placed(passage, found);
    });
}

function isRead(language: Language): language is CueLanguage {
  return language === 'es' || language === 'pt' || language === 'en';
}

function foundIn(sight: Sight, language: CueLanguage, hasProjects: boolean, named: Named): readonly Found[] {
  const names = namesIn(sight, language === 'en');
  const perhaps = actorsIn(sight, names, named);
  const marks = sight.marks.filter(({ category }) => category === projects);
  const works = projectsIn(sight, names, marks, hasProjects, named);
  const amounts = amountsIn(sight, language);
  const roles = rolesIn(sight, perhaps, amounts, language);
  const actors = perhaps.filter(
    ({ isWeak }, i) => !isWeak || roles.some(({ actor }) => actor === perhaps[i]),
  );
  const taken = [...actors, ...works];
  const programmes: readonly Found[] = names
    .filter((name) => name.kind !== 'body' && !(name.kind === 'work' && !startsProgramme(name)))
    .filter((name) => !taken.some((one) => overlaps(one, name)))
    .map((name) => ({ kind: 'programme', start: name.start, end: name.end, id: name.key }));
  const programmeOf = (span: Span): string | null => nearestIn(sight.sentences, programmes, span)?.id ?? null;
  const silent = sight.passage.zone === 'attendance' || sight.passage.zone === 'signature';
  return [
    ...actors.map(({ isWeak: _, ...one }): Found => ({ kind: 'actor', ...one })),
    ...roles.map(
      ({ start, end, role, actor }): Found => ({
        kind: 'role',
        start,
        end,
        role,
        id: actor.id,
        resolved: actor.resolved,
        parent: actor.parent,
        category: actor.category,
        actor: actor.start,
        programme: silent ? null : programmeOf(actor),
      }),
    ),
    ...programmes,
    ...works,
    ...amounts.map((one): Found => ({ kind: 'amount', ...one, programme: programmeOf(one) })),
    ...(silent
      ? []
      : groupsIn(sight, language).map(
          (one): Found => ({ kind: 'beneficiary', ...one, id: keyOf(sight, one) }),
        )),
    ...(silent ? [] : objectivesIn(sight, language).map((one): Found => ({ kind: 'objective', ...one }))),
  ];
}

function startsProgramme({ kind, key }: Name): boolean {
  return kind === 'programme' || /^(?:pro|plan)/u.test(key);
}

/** Projects and bodies that the lexicon knows, and named works beside them. */
function projectsIn(
  sight: Sight,
  names: readonly Name[],
  marks: readonly Mark[],
  hasProjects: boolean,
  named: Named,
): readonly Found[] {
  const known = marks.map((mark): Found => {
    const name = names.find((one) => one.kind !== 'work' && overlaps(one, mark) && one.start <= mark.start);
    const exact = named(sight.text.slice(mark.start, mark.end));
    const actor = exact ?? mark.near;
    const span = name === undefined ? mark : { start: name.start, end: Math.max(name.end, mark.end) };
    return {
      kind: 'project',
      start: span.start,
      end: span.end,
      id: actor?.id ?? keyOf(sight, mark),
      resolved: exact ? 'exact' : actor ? 'near' : null,
      parent: actor?.parent ?? null,
      category: mark.category,
    };
  });
  const works = names.filter(({ kind }) => kind === 'work' && hasProjects);
  const free = works.filter((name) => !known.some((one) => overlaps(one, name)));
  return [...known, ...free.map(({ start, end, key }): Found => ({ kind: 'project', start, end, id: key }))];
}

function shifted({ start, end, actor, ...more }: Found, by: number): Found {
  return { ...more, start: start + by, end: end + by, ...(actor === undefined ? {} : { actor: actor + by }) };
}

function placed(passage: Passage, found: readonly Found[]): readonly Mention[] {
  const ordered = found.toSorted((a, b) => a.start - b.start || a.end - b.end || compareText(a.kind, b.kind));
  const { toPoints } = codePointMap(passage.text);
  return ordered.map(({ kind, start, end, actor, ...more }) => {
    const [from, to] = [toPoints(start), toPoints(end)];
    const at = place(passage.runs, from, to);
    return {
      document: passage.document,
      passage: passage.id,
      kind,
      start: offset(from),
      end: offset(to),
      page: at.page,
      pageStart: offset(at.pageStart),
      endPage: at.endPage,
      pageEnd: offset(at.pageEnd),
      zone: passage.zone,
      surface: passage.text.slice(start, end),
      id: more.id ?? null,
      resolved: more.resolved ?? null,
      parent: more.parent ?? null,
      category: more.category ?? null,
      role: more.role ?? null,
      of: actor === undefined ? null : offset(toPoints(actor)),
      programme: more.programme ?? null,
      amount: more.amount ?? null,
      classes: more.classes ?? [],
    };
  });
}
