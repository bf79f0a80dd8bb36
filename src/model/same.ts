/** How two files hold one act: the same text, another language of it, or an earlier or later state of it. */
export const relations = ['copy', 'translation', 'version'] as const;
export type Relation = (typeof relations)[number];

/** What two files were seen to have in common. */
export const resemblances = [
  'manifest',
  'bytes',
  'text',
  'wording',
  'name',
  'act',
  'numbers',
  'dates',
  'names',
  'articles',
] as const;
export type Resemblance = (typeof resemblances)[number];

/** What a cell of `translation_of` or `version_of` says of a file that is to be counted by itself. */
export const distinct = 'distinct';

/** Two files that hold one act. */
export type Bond = {
  readonly files: readonly [string, string];
  readonly relation: Relation;
  /** What they share, from 0 to 1: of their wording, or of their numbers and names; null where nobody measured. */
  readonly similarity: number | null;
  readonly evidence: readonly Resemblance[];
};

/** The part of one file in a group of files with one act. */
export type Membership = {
  /** The file that is counted, or would be, for all of them. */
  readonly of: string;
  /** Null for that file itself. */
  readonly relation: Relation | null;
  /** `counted` stands for its group, `elsewhere` is counted there, `proposed` still counts by itself. */
  readonly state: 'counted' | 'elsewhere' | 'proposed';
  readonly similarity: number | null;
  readonly evidence: readonly Resemblance[];
};
