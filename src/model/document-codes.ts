import type { Claim, Measure } from './claim.ts';
import { type MentionColumn, mentionColumns } from './mention-codes.ts';

/** The code under which documents are counted that are of a measure's kind; null where it counts no documents. */
export function documentCode(hypothesis: string, measure: Measure): string | null {
  switch (measure.count) {
    case 'documents':
      return measure.of;
    case 'substantive_documents':
      return `${hypothesis.toUpperCase()}_SUBSTANTIVE`;
    case 'passages':
    case 'mentions':
    case 'beneficiaries':
    case 'actors':
    case 'objectives':
    case 'activities':
      return null;
  }
}

/** What a hypothesis asks of whole documents, by the column that every passage of them is coded in. */
export type DocumentQuestion = {
  readonly code: string;
  readonly hypothesis: string;
  readonly measure: Extract<Measure, { count: 'documents' | 'substantive_documents' }>;
  /** Names of the institutions whose documents are meant; null for those of both sides. */
  readonly institutions: readonly string[] | null;
};

/** What hypotheses of some claims ask of whole documents, each column once. */
export function documentQuestions(
  claims: readonly Pick<Claim, 'hypotheses' | 'institutions'>[],
): readonly DocumentQuestion[] {
  const known = new Set<string>();
  return claims.flatMap(({ hypotheses, institutions }) =>
    hypotheses.flatMap(({ id, measure, comparison }): DocumentQuestion[] => {
      if (measure?.count !== 'documents' && measure?.count !== 'substantive_documents') return [];
      const code = documentCode(id, measure);
      if (code === null || known.has(code)) return [];
      known.add(code);
      const on = comparison?.by === 'threshold' ? comparison.on : 'source';
      return [{ code, hypothesis: id, measure, institutions: institutions[on] ?? null }];
    }),
  );
}

/** What columns may mean beside categories: what is asked of passages, and of passages of documents that are drawn whole. */
export function askedColumns(
  claims: readonly Pick<Claim, 'hypotheses' | 'institutions'>[],
): readonly MentionColumn[] {
  const titles = new Map(claims.flatMap(({ hypotheses }) => hypotheses.map(({ id, title }) => [id, title])));
  return [
    ...mentionColumns(claims),
    ...documentQuestions(claims)
      .filter(({ measure }) => measure.count === 'substantive_documents')
      .map(({ code, hypothesis }) => ({
        code,
        hypothesis,
        title: `${titles.get(hypothesis) ?? hypothesis}: a part in the matter`,
        definition:
          'The passage gives the object a target, a budget or an action. To be named in a list is none of these.',
        field: null,
      })),
  ];
}
