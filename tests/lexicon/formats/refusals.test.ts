import { describe, expect, it } from 'vitest';
import { readDictionary, writeDictionary } from '../../../src/lexicon/formats/formats.ts';
import type { DictionaryFormat } from '../../../src/model/dictionary.ts';
import { node, plain, yaml } from './make.ts';

const read = (format: DictionaryFormat, text: string) => readDictionary(text, format, yaml);
const refusals = (format: DictionaryFormat, text: string) =>
  read(format, text).refused.map(({ place, found }) => [place, found]);

describe('what a dictionary says that we cannot', () => {
  it('is refused by line in LIWC: conditions, marks, unknown and repeated numbers, entries without one', () => {
    const text = '%\n1\tA\n1\tB\n%\nfine\t1\nkind\t<of>1\nlike\t(2 3)1\nodd\t7\nbare\nmix\t1 x\n';
    expect(refusals('dic', text)).toEqual([
      [3, '1 again'],
      [6, '`kind\t<of>1`'],
      [7, '`(2 3)1`'.replace('1`', '`')],
      [8, '`7`'],
      [9, '`bare`'],
      [10, '`x`'],
    ]);
    expect(plain(read('dic', text).dictionary)[0]?.entries).toEqual(['fine', 'like', 'mix']);
    expect(refusals('dic', 'no list\n')).toEqual([[1, 'none']]);
  });

  it('is refused by line in WordStat: rules, weights, entries without category', () => {
    const text =
      'LOOSE (1)\nA\n\tGOOD (1)\n\tBAD (2)\n\t@NOT_GOOD [GOOD AFTER #NEGATION /S 3] (1)\n\tLESS (0.5)\n';
    expect(refusals('cat', text)).toEqual([
      [1, '`LOOSE`'],
      [4, '2 for `BAD`'],
      [5, 'the rule `@NOT_GOOD [GOOD AFTER #NEGATION /S 3] (1)`'],
      [6, '0.5 for `LESS`'],
    ]);
  });

  it('is refused by line in XML: other elements, text, regular expressions, a document type, damage', () => {
    const text = [
      '<!DOCTYPE dictionary [<!ENTITY a "aaaa">]>',
      '<dictionary patternengine="regexp">',
      '<pnode name="lost"/>',
      '<cnode name="A">',
      'loose',
      '<weight/>',
      '<pnode name="x"/>',
      '<pnode/>',
      '</cnode></dictionary>',
    ].join('\n');
    expect(refusals('ykd', text).map(([line]) => line)).toEqual([1, 2, 3, 6, 6, 8]);
    expect(refusals('ykd', '<dictionary>\n<cnode name="A">\n</dictionary>')[0]?.[0]).toBe(3);
    expect(refusals('ykd', '<dictionary><cnode name="&a;"/></dictionary>')[0]?.[1]).toMatch(/entity/);
  });

  it('is refused by line in YAML and tables: nothing, aliases, lists in lists, weights, other columns', () => {
    expect(refusals('yml', 'A: [a, ~]\nB: &x [b]\nC: *x\nD: [[d]]\n')).toEqual([
      [1, 'nothing'],
      [3, 'the alias `*x`'],
      [4, 'a list inside a list'],
    ]);
    expect(() => read('yml', 'A: [a\n')).toThrow(/a\.yml:2/);
    expect(() => read('yml', '['.repeat(200_000))).toThrow(/a\.yml.*nested too deep/);
    expect(() => read('yml', `A: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toThrow(
      /a\.yml.*nested too deep/,
    );
    expect(() => read('yml', 'A: [a]\n---\nB: [b]\n')).toThrow(/a\.yml:2 .*multiple documents\)/);
    const bomb = ['a: &a [x, y]', 'b: &b [*a, *a, *a]', 'c: &c [*b, *b, *b, *c]', 'd: { <<: *c }'].join('\n');
    expect(refusals('yml', bomb).map(([line]) => line)).toEqual([2, 2, 2, 3, 3, 3, 3, 4]);
    expect(plain(read('yml', 'A: [no, 2010, 1.50, true]').dictionary)[0]?.entries).toEqual([
      'no',
      '2010',
      '1.50',
      'true',
    ]);
    expect(refusals('dicx', 'DicTerm,A\nx,X\ny,0.7\nz,\n"q\nr",X,X\n').map(([line]) => line)).toEqual([
      3, 4, 5,
    ]);
    expect(refusals('csv', 'category,term,weight\nA,a,\nA,b,2\n,c,\n').map(([line]) => line)).toEqual([3, 4]);
    expect(refusals('csv', 'a,b\n')).toEqual([[1, 'a, b']]);
    expect(refusals('csv', 'category,term\nA,"a\n')[0]?.[1]).toMatch(/damaged/);
  });

  it('keeps what Yoshikoder says of a category, and refuses what it says of an entry', () => {
    const text =
      '<dictionary>\n<cnode name="A" desc="so &quot;called&quot;">\n<pnode name="a" desc="odd"/>\n<pnode name="b" desc=""/></cnode></dictionary>';
    expect(refusals('ykd', text)).toEqual([[3, '"odd"']]);
    const { dictionary } = read('ykd', text);
    expect(dictionary[0]).toMatchObject({ description: 'so "called"' });
    expect(read('ykd', writeDictionary(dictionary, 'ykd', yaml).text).dictionary[0]).toMatchObject({
      description: 'so "called"',
    });
  });

  it('reads XML under whatever name', () => {
    const text = '<?xml version="1.0"?><dictionary><cnode name="A"><pnode name="a"/></cnode></dictionary>';
    expect(plain(read('cat', text).dictionary)).toEqual([{ name: 'A', entries: ['a'], children: [] }]);
  });

  it('is bounded where categories nest without end', () => {
    const deep = Array.from({ length: 5000 }, (_, depth) => `${'\t'.repeat(depth)}C${depth}`).join('\n');
    expect(read('cat', deep).refused.length).toBeGreaterThan(4000);
    const xml = `<dictionary>${'<cnode name="a">'.repeat(5000)}${'</cnode>'.repeat(5000)}</dictionary>`;
    expect(read('ykd', xml).refused.length).toBeGreaterThan(4000);
  });

  it('takes a spreadsheet no formula, and gives the entry back', () => {
    const { text } = writeDictionary([node('A', ['=1+1', "'-x", '@b', 'c'])], 'csv', yaml);
    expect(text).toBe("category,term\nA,'=1+1\nA,''-x\nA,'@b\nA,c\n");
    expect(plain(read('csv', text).dictionary)[0]?.entries).toEqual(['=1+1', "'-x", '@b', 'c']);
  });

  it('is refused by category and entry on writing', () => {
    const dictionary = [node('A', ['+x', '@rule', 'a <of>b'], [node('B', ['y'])])];
    const places = (format: DictionaryFormat) =>
      writeDictionary(dictionary, format, yaml).refused.map(({ place }) => place);
    expect(places('lc3')).toEqual(['`A`, "+x"', '`A > B`']);
    expect(places('cat')).toEqual(['`A`, "@rule"']);
    expect(places('dic')).toEqual(['`A`, "a <of>b"']);
    expect(places('ykd')).toEqual([]);
  });
});
