import { expect, it } from 'vitest';
import { anchorWords, ownPopulationWords } from '../../src/model/population.ts';

it('tells where a hypothesis stands and whom it is about, where the claim says so', () => {
  expect(anchorWords({ anchor: 'It fades.' })).toBe('It fades.');
  expect(anchorWords({ anchor: 'It fades.', section: 'Introduction' })).toBe(
    'It fades. (Section: Introduction.)',
  );
  expect(ownPopulationWords({}, { verdict: 'SUPPORTED' })).toBeNull();
  expect(ownPopulationWords({ population: 'banks', types: 'banks at large' }, { verdict: 'SUPPORTED' })).toBe(
    'About banks. The test on types of institutions beside it (scope B) is about banks at large.',
  );
  expect(ownPopulationWords({ population: 'banks', types: 'x' }, { verdict: 'NOT_TESTABLE' })).toBe(
    'About banks.',
  );
});
