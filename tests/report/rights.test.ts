import { describe, expect, it } from 'vitest';
import { isOpen, rightsWords } from '../../src/report/rights.ts';

describe('rights', () => {
  it.each([
    'CC0-1.0, synthetic',
    'CC BY 4.0',
    'CC-BY-SA-3.0',
    '© 2010 Ministerio. Licencia Creative Commons',
    'https://creativecommons.org/licenses/by/4.0/',
    'Public domain',
    'Dominio público',
    'DOMÍNIO PÚBLICO',
    'textos oficiais (Lei 9.610, art. 8)',
    'Texto oficial',
    'Open Government Licence v3.0',
    'dominio pu\u0301blico',
  ])('%j is open', (rights) => {
    expect(isOpen(rights)).toBe(true);
  });

  it.each([
    null,
    '',
    '   ',
    '?',
    'copyright of the organisation',
    '© 2010 UNASUR',
    'All rights reserved. CC logo, public domain photographs',
    'Todos los derechos reservados',
    'Reservados todos os direitos',
    'not in the public domain',
    'No es de dominio público',
    'uso interno',
    'accbylaw',
    'open',
  ])('%j is not', (rights) => {
    expect(isOpen(rights)).toBe(false);
  });

  it('are written as they are compared, each once', () => {
    const all = Object.values(rightsWords).flatMap(({ closed, open }) => [...closed, ...open]);
    expect(all.filter((word) => !/^[a-z0-9][a-z0-9 .-]*$/.test(word))).toEqual([]);
  });
});
