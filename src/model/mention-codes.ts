import type { Claim, Measure } from './claim.ts';
import { activityFields, fieldsOf, type ProfileField } from './field.ts';

/** What people are asked of every passage so that a hypothesis about mentions can be corrected. */
export type MentionColumn = {
  /** Of the hypothesis and a letter: A and B are the two kinds of its measure, C and D those of the one it is paired with. */
  readonly code: string;
  readonly hypothesis: string;
  readonly title: string;
  readonly definition: string;
  /** What of a profile the answers show the quality of; null where the program reads nothing like it. */
  readonly field: ProfileField | null;
};

/** Codes of both kinds of a measure; empty where its counts are no mentions in passages, or categories of passages. */
export function mentionCodes(hypothesis: string, measure: Measure, isSecond = false): readonly string[] {
  const [one, other] = isSecond ? ['C', 'D'] : ['A', 'B'];
  const name = hypothesis.toUpperCase();
  switch (measure.count) {
    case 'mentions':
    case 'beneficiaries':
    case 'objectives':
    case 'actors':
      return [`${name}_${one}`, `${name}_${other}`];
    case 'passages':
    case 'documents':
    case 'substantive_documents':
    case 'activities':
      return [];
  }
}

/** What part the object and the main projects may have in each other, as a passage says it. */
const partKinds = {
  request:
    'a request that the object get a part in an integration project, or a project a part for the object',
  proposal: 'a proposal how the object and an integration project may work together',
  participation: 'a participation: people or bodies of the object taking part in an integration project',
} as const;

/** Codes of these parts for a hypothesis about projects. */
export function partCodes(hypothesis: string): readonly string[] {
  return Object.keys(partKinds).map((kind) => `${hypothesis.toUpperCase()}_${kind.toUpperCase()}`);
}

/** What of an activity a passage may say, by the field of the profile that counts it. */
const activityKinds = {
  programmes: { code: 'PROGRAMME', title: 'a programme', words: 'names a programme, plan, project or fund' },
  amounts: { code: 'AMOUNT', title: 'a sum of money', words: 'states a sum of money or a share of a budget' },
  implementing: { code: 'ACTION', title: 'an action', words: 'names an actor that carries something out' },
} as const satisfies Record<(typeof activityFields)[number], object>;

/** Codes of what a hypothesis about activities describes, each with its field. */
export function activityCodes(
  hypothesis: string,
): readonly { readonly code: string; readonly field: keyof typeof activityKinds }[] {
  return activityFields.map((field) => ({
    code: `${hypothesis.toUpperCase()}_${activityKinds[field].code}`,
    field,
  }));
}

/**
 * The columns that hypotheses of some claims ask for. The mix of actors has none of its own, since the hypotheses about
 * channels ask for these; nor have hypotheses about whole documents, of which a passage cannot tell.
 */
export function mentionColumns(claims: readonly Pick<Claim, 'hypotheses'>[]): readonly MentionColumn[] {
  return claims
    .flatMap(({ hypotheses }) => hypotheses)
    .flatMap(({ id, title, measure, comparison }) => {
      if (measure === undefined || comparison === undefined) return [];
      if (comparison.by === 'diversity') return [];
      if (comparison.by === 'none')
        return activityCodes(id).map(({ code, field }) => {
          const { title: name, words } = activityKinds[field];
          const definition = `The passage ${words}. Judge it whether or not the passage is about the object.`;
          return { code, hypothesis: id, title: `${title}: ${name}`, definition, field };
        });
      if (measure.count === 'substantive_documents' && measure.projects !== undefined)
        return partCodes(id).map((code, at) => {
          const [name = '', kind = ''] = Object.entries(partKinds)[at] ?? [];
          const definition = `The passage has ${kind}. Judge it whether or not it is about the object.`;
          return { code, hypothesis: id, title: `${title}: ${name}`, definition, field: null };
        });
      const own = columnsOn(id, title, measure, false);
      return comparison.by === 'paired' ? [...own, ...columnsOn(id, title, comparison.with, true)] : own;
    });
}

function columnsOn(
  hypothesis: string,
  title: string,
  measure: Measure,
  isSecond: boolean,
): readonly MentionColumn[] {
  const kinds = kindsIn(measure);
  const [field = null] = fieldsOf(measure);
  return mentionCodes(hypothesis, measure, isSecond).map((code, at) => ({
    code,
    hypothesis,
    title: `${title}: ${kinds[at] ?? ''}`,
    definition: `The passage names ${kinds[at] ?? ''}. Judge it whether or not the passage is about the object.`,
    field,
  }));
}

/** Both kinds in words, from the names that the claim gives them. */
function kindsIn(measure: Measure): readonly [string, string] {
  const spoken = (names: readonly string[]) =>
    names.map((name) => name.replace(/^.*\//, '').replaceAll('_', ' ')).join(', ');
  switch (measure.count) {
    case 'mentions':
      return [spoken([measure.of]), spoken([measure.against])];
    case 'beneficiaries':
      return [
        `people whom a policy serves that are: ${spoken(measure.of)}`,
        `people whom a policy serves that are none of: ${spoken(measure.of)}`,
      ];
    case 'objectives':
      return [
        `an aim that is one of: ${spoken(measure.of)}`,
        `an aim that is one of: ${spoken(measure.against)}`,
      ];
    case 'actors': {
      const does = measure.role === 'funding' ? 'pays for something' : `is ${measure.role} in something`;
      const others = measure.against === undefined ? 'none of' : 'one of';
      return [
        `an actor that ${does} and is one of: ${spoken(measure.of)}`,
        `an actor that ${does} and is ${others}: ${spoken(measure.against ?? measure.of)}`,
      ];
    }
    case 'passages':
    case 'documents':
    case 'substantive_documents':
    case 'activities':
      return ['', ''];
  }
}
