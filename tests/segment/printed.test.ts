import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/document.ts';
import { segment } from '../../src/segment/segment.ts';
import { documentOf, type Print, printed } from './print.ts';

type Row = [text: string, print?: Omit<Print, 'top'> & { skip?: number }];

/** Rows under each other, 12 points apart; `skip` adds to the distance above. Justified to 372 unless said. */
function column(rows: readonly Row[], top = 100): Line[] {
  let y = top;
  return rows.map(([text, { skip = 0, ...print } = {}], i) => {
    y += i === 0 ? 0 : 12 + skip;
    return printed(text, { top: y, ...print });
  });
}

const full = { right: 372 };
const filler: Row[] = Array.from({ length: 8 }, () => [
  'sigue la frase larga que llena el renglón del todo y',
  full,
]);
const body: Row[] = [['Empieza el párrafo largo que llena el renglón entero', full], ...filler, ['termina.']];

function found(...pages: readonly (readonly Line[])[]): string[] {
  const { passages } = segment(documentOf(pages), { language: 'es' });
  return passages
    .filter(({ text }) => !text.startsWith('Empieza'))
    .map(({ form, zone, text }) => `${zone === 'footnote' ? zone : form}: ${text}`);
}

describe('paragraphs of printed lines', () => {
  it('begin after a wider gap', () => {
    expect(found(column([...body, ['Corta.', { skip: 6 }], ['Otra.', { skip: 6 }]]))).toEqual([
      'paragraph: Corta.',
      'paragraph: Otra.',
    ]);
  });

  it('begin with an indent, and go on after it', () => {
    const rows: Row[] = [
      ...body,
      ['Con sangría empieza el segundo', { left: 92, right: 372 }],
      ['y aquí sigue.'],
      ['Tercero.', { left: 92 }],
    ];
    expect(found(column(rows))).toEqual([
      'paragraph: Con sangría empieza el segundo y aquí sigue.',
      'paragraph: Tercero.',
    ]);
  });

  it('begin after a short last line that ends a sentence', () => {
    expect(found(column([...body, ['Segundo párrafo.'], ['Tercer párrafo.']]))).toEqual([
      'paragraph: Segundo párrafo.',
      'paragraph: Tercer párrafo.',
    ]);
  });

  it('go on through a change of size and gap where the sentence goes on', () => {
    const rows: Row[] = [
      ...body,
      ['Una nota¹ que sube el renglón', { skip: 6, size: 9 }],
      ['y que sigue.', { skip: 3 }],
    ];
    expect(found(column(rows))).toEqual(['paragraph: Una nota¹ que sube el renglón y que sigue.']);
  });

  it('begin with marks of lists, and hold together under the text of an item', () => {
    const rows: Row[] = [
      ...body,
      ['• Primer punto que llena todo el renglón de lado a lado', { ...full, left: 82 }],
      ['y sigue debajo del texto.', { left: 92 }],
      ['• Segundo punto', { left: 82 }],
      ['a) tercer punto', { left: 82 }],
      ['1.2. Cuarto punto;', { left: 82 }],
      ['o Quinto punto', { left: 102 }],
    ];
    expect(found(column(rows))).toEqual([
      'list_item: • Primer punto que llena todo el renglón de lado a lado y sigue debajo del texto.',
      'list_item: • Segundo punto',
      'list_item: a) tercer punto',
      'list_item: 1.2. Cuarto punto;',
      'list_item: o Quinto punto',
    ]);
  });

  it('tell headings by size, by capitals and by name', () => {
    const rows: Row[] = [
      ...body,
      ['Un título grande', { size: 16, skip: 12 }],
      ['TÍTULO EN MAYÚSCULAS', { skip: 8 }],
      ['Artículo 12', { skip: 8 }],
      ['Texto que sigue.'],
    ];
    expect(found(column(rows))).toEqual([
      'heading: Un título grande',
      'heading: TÍTULO EN MAYÚSCULAS',
      'heading: Artículo 12',
      'paragraph: Texto que sigue.',
    ]);
  });

  it('hold the lines of a centred title together', () => {
    const rows: Row[] = [
      ['Plan nacional de economía social y', { left: 137 }],
      ['solidaria', { left: 199.5 }],
      ...body.map(([t, p], i): Row => [t, { ...p, skip: i === 0 ? 12 : 0 }]),
    ];
    expect(found(column(rows))).toEqual(['paragraph: Plan nacional de economía social y solidaria']);
  });

  it('begin at each line of a table of contents', () => {
    const rows: Row[] = [
      ...body,
      ['Objetivos ........... 3', { skip: 12, ...full }],
      ['Metas ............... 5', full],
    ];
    expect(found(column(rows))).toEqual([
      'table_row: Objetivos ........... 3',
      'table_row: Metas ............... 5',
    ]);
  });

  it('keep the cells of a table row together and rows apart', () => {
    const cells = [
      printed('Salud', { top: 400 }),
      printed('Abrir centros en', { left: 200, top: 400 }),
      printed('cada barrio', { left: 200, top: 412 }),
      printed('2026', { left: 400, top: 400 }),
      printed('Empleo', { top: 430 }),
      printed('Dar crédito', { left: 200, top: 430 }),
      printed('2027', { left: 400, top: 430 }),
    ];
    expect(found([...column(body), ...cells])).toEqual([
      'table_row: Salud Abrir centros en cada barrio 2026',
      'table_row: Empleo Dar crédito 2027',
    ]);
  });

  it('tell footnotes by place, size and mark, and read the text past them onto the next page', () => {
    const above = column([
      ...body,
      ['Un párrafo que no termina en esta página sino que', { ...full, skip: 6 }],
    ]);
    const notes = column(
      [
        ['1 Véase el informe anual de la', { size: 8 }],
        ['comisión.', { size: 8 }],
        ['2 Ídem.', { size: 8 }],
      ],
      700,
    );
    expect(
      found(
        [...above, ...notes],
        column([
          ['sigue en la otra.'],
          ...body.map(([t, p], i): Row => [t, { ...p, skip: i === 0 ? 6 : 0 }]),
        ]),
      ),
    ).toEqual([
      'paragraph: Un párrafo que no termina en esta página sino que sigue en la otra.',
      'footnote: 1 Véase el informe anual de la comisión.',
      'footnote: 2 Ídem.',
    ]);
  });

  it('join no finished sentence and no list across a page break', () => {
    expect(
      found(
        column([...body, ['Terminado.', { skip: 6 }]]),
        column([['otro empieza así', full], ['y sigue.']]),
      ),
    ).toEqual(['paragraph: Terminado.', 'paragraph: otro empieza así y sigue.']);
    expect(
      found(column([...body, ['Lo siguiente', { skip: 6, ...full }]]), column([['a) la tierra', full]])),
    ).toEqual(['paragraph: Lo siguiente', 'list_item: a) la tierra']);
  });

  it('join a sentence that goes on with a capital after a full line or a word that ends none', () => {
    const whole: Row[] = [
      ...body,
      ['Un tercer párrafo llena dos renglones enteros y', { ...full, skip: 6 }],
      ['llena también este último que va al Consejo de la', full],
      ['tercera línea que llega hasta el borde de la Mesa', full],
    ];
    expect(found(column(whole), column([['Nacional y sigue.']]))).toEqual([
      'paragraph: Un tercer párrafo llena dos renglones enteros y llena también este último que va al Consejo de la tercera línea que llega hasta el borde de la Mesa Nacional y sigue.',
    ]);
    const open = column([...body, ['Lo resuelve el pleno del', { skip: 6 }]]);
    expect(found(open, column([['Consejo y sigue.']]))).toEqual([
      'paragraph: Lo resuelve el pleno del Consejo y sigue.',
    ]);
    expect(found(open, column([['Artículo 5. La mesa decide.']]))).toHaveLength(2);
  });

  it('take no conjunction for a bullet', () => {
    const rows: Row[] = [
      ...body,
      ['El litigio entre la Unión, el Estado,', { ...full, left: 92, skip: 6 }],
      ['o Distrito Federal.'],
    ];
    expect(found(column(rows))).toHaveLength(1);
  });

  it('join a word that a page break breaks', () => {
    expect(
      found(column([...body, ['Por fin la coope-', { skip: 6, ...full }]]), column([['rativa abrió.']])),
    ).toEqual(['paragraph: Por fin la cooperativa abrió.']);
  });
});
