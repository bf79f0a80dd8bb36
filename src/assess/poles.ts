import type { StudyFile } from '../model/study.ts';

/**
 * The category code of a pole. A code stands for itself, `claimed`, `diluted` and `companion` for what the
 * study makes of them. Null for `companion` where the study has none.
 */
export function poleCode(pole: string, poles: StudyFile['poles']): string | null {
  switch (pole) {
    case 'claimed':
      return poles.claimed;
    case 'diluted':
      return poles.diluted;
    case 'companion':
      return poles.companion ?? null;
    default:
      return pole;
  }
}
