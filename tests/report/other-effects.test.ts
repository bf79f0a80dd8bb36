import { expect, it } from 'vitest';
import { otherEffects } from '../../src/report/other-effects.ts';
import { assessed } from '../support/assessed.ts';

it('lists primary contrasts with what their intervals say at other smallest effects', () => {
  const findings = assessed();
  const found = otherEffects(findings);
  expect(found?.head).toEqual(['hypothesis', '1.25 times', '1.5 times', '2 times', "the claim's own"]);
  const rows = findings.filter(
    (one) => one.role === 'primary' && 'otherEffects' in one && one.estimate !== null,
  );
  expect(found?.rows.map(([name]) => name)).toEqual(rows.map(({ hypothesis }) => hypothesis));
  expect(otherEffects([])).toBeNull();
});
