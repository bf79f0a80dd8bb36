import type { Zone } from '../../model/passage.ts';
import type { Sight } from './sight.ts';

/** A reader of one grammar: the zone of each next passage, and where a block of it ends. */
export type Steps = {
  readonly step: (sight: Sight, next: Sight | undefined, place: number) => Zone;
  /** True where a signature may begin: what was to be said or ordered has been. */
  readonly mayEnd: () => boolean;
  readonly agenda: () => readonly string[];
};
