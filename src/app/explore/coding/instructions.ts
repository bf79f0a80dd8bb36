import type { InstructionsView } from '../../../model/api/coding.ts';
import type { Role, Sample } from '../../../model/coding.ts';
import { instructions } from '../../../validate/instructions.ts';
import { asked, type CodingSource } from './source.ts';

/** How to code a sample on the screen, from the same codebook as the sheets. */
export function instructionsView(
  { study, codebook }: CodingSource,
  { design }: Sample,
  role: Role,
): InstructionsView {
  const sections = instructions(
    design.columns,
    design.object,
    { ...asked({ study }), source: codebook },
    role === 'adjudicator',
    'screen',
    design.unit,
  );
  return { sections: sections.map(({ title, lines }) => ({ title, lines: [...lines] })) };
}
