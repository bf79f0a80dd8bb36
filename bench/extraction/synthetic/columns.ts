import { dealer } from './prose.ts';
import { type Block, type Frame, Setting } from './set.ts';
import { blocks, justified, styled } from './styles.ts';

const head = styled({ font: 'Helvetica-Bold', size: 11, above: 10 });
const title = styled({ font: 'Helvetica-Bold', size: 17, align: 'centred' });

/** Frames side by side on some pages, from one height to another, column by column. */
export function columns(
  count: number,
  pages: readonly { readonly page: number; readonly top: number; readonly bottom: number }[],
): readonly Frame[] {
  const [left, width, gutter] = [60, 475, 20];
  const each = (width - (count - 1) * gutter) / count;
  return pages.flatMap(({ page, top, bottom }) =>
    Array.from({ length: count }, (_, c) => ({
      page,
      left: left + c * (each + gutter),
      top,
      width: each,
      bottom,
    })),
  );
}

/** Two columns in Spanish, drawn line by line across both, under a spanning title; a heading spans the second page half-way; notes at the foot. */
export async function twoColumns() {
  const set = new Setting('Memoria de la mesa', 3, 'by height');
  const deal = dealer('es', 0);
  const body = justified('es', { size: 10, indent: 12, above: 0 });
  const note = justified('es', { size: 8, above: 2 });
  set.flow(
    blocks('heading', title, ['Memoria anual de la mesa de cooperativas del sur']),
    columns(1, [{ page: 0, top: 90, bottom: 120 }]),
  );
  const paragraphs = (count: number) =>
    blocks(
      'body',
      body,
      Array.from({ length: count }, (_, i) => deal(2 + (i % 3))),
    );
  const first = columns(2, [
    { page: 0, top: 130, bottom: 735 },
    { page: 1, top: 80, bottom: 400 },
  ]);
  set.flow(
    [
      ...blocks('heading', head, ['1. Antecedentes']),
      ...paragraphs(6),
      ...blocks('heading', head, ['2. Trabajo del año']),
      ...paragraphs(9),
    ],
    first,
  );
  set.flow(
    blocks('footnote', note, [`1 ${deal(1)}`]),
    columns(2, [{ page: 0, top: 742, bottom: 775 }]).slice(0, 1),
  );
  set.flow(
    blocks('footnote', note, [`2 ${deal(1)}`]),
    columns(2, [{ page: 0, top: 742, bottom: 775 }]).slice(1),
  );
  set.flow(
    blocks('heading', { ...title, size: 14 }, ['Segunda parte: las cuentas de la mesa']),
    columns(1, [{ page: 1, top: 420, bottom: 445 }]),
  );
  set.flow(
    [...paragraphs(5), ...blocks('heading', head, ['3. Compromisos']), ...paragraphs(9)],
    columns(2, [
      { page: 1, top: 455, bottom: 770 },
      { page: 2, top: 80, bottom: 770 },
    ]),
  );
  for (const page of [0, 1, 2]) {
    set.furnish(page, 'header', 'Memoria anual · Mesa de cooperativas', { x: 60, y: 42, size: 8 });
    set.furnish(page, 'page_number', String(page + 41), { x: 520, y: 800, size: 9 });
  }
  return set.finish();
}

/** Three narrow columns in Portuguese, ragged on the right, with headings inside and a header that changes sides. */
export async function threeColumns() {
  const set = new Setting('Boletim das cooperativas', 2);
  const deal = dealer('pt', 20);
  const body = justified('pt', { size: 9, above: 4, align: 'left' });
  const news = (name: string, count: number): readonly Block[] => [
    ...blocks('heading', { ...head, size: 10 }, [name]),
    ...blocks(
      'body',
      body,
      Array.from({ length: count }, () => deal(2)),
    ),
  ];
  set.flow(
    blocks('heading', title, ['Boletim das cooperativas']),
    columns(1, [{ page: 0, top: 70, bottom: 100 }]),
  );
  set.flow(
    [
      ...news('Feira de abril', 8),
      ...news('Crédito e juros', 7),
      ...news('Moradia', 9),
      ...news('Oficinas', 8),
      ...news('Agenda', 7),
    ],
    columns(3, [
      { page: 0, top: 110, bottom: 770 },
      { page: 1, top: 80, bottom: 770 },
    ]),
  );
  set.furnish(0, 'header', 'Boletim n. 7', { x: 60, y: 40, size: 8 });
  set.furnish(1, 'header', 'Boletim n. 7', { x: 480, y: 40, size: 8 });
  for (const page of [0, 1])
    set.furnish(page, 'footer', `Secretaria das cooperativas – página ${page + 1} de 2`, {
      x: 200,
      y: 800,
      size: 8,
    });
  return set.finish();
}

/** One column in Spanish that narrows beside a box of other text, drawn line by line across both, then takes the whole width again. */
export async function sideBox() {
  const set = new Setting('Guía de la mesa', 2, 'by height');
  const deal = dealer('es', 60);
  const body = justified('es', { size: 11, above: 8 });
  const paragraphs = (count: number) =>
    blocks(
      'body',
      body,
      Array.from({ length: count }, () => deal(2)),
    );
  const boxed = styled({ font: 'Helvetica', size: 9, above: 4 });
  const whole = columns(1, [{ page: 0, top: 90, bottom: 300 }]);
  set.flow([...blocks('heading', title, ['Guía para formar una cooperativa']), ...paragraphs(3)], whole);
  set.flow(paragraphs(3), [{ page: 0, left: 60, top: 310, width: 300, bottom: 585 }]);
  set.pdf.switchToPage(0);
  set.pdf.rect(380, 312, 155, 240).lineWidth(1).stroke();
  set.flow(
    [
      ...blocks('heading', { ...boxed, font: 'Helvetica-Bold' }, ['Para recordar']),
      ...blocks('body', boxed, [deal(1), deal(1)]),
    ],
    [{ page: 0, left: 388, top: 320, width: 140, bottom: 548 }],
  );
  set.flow(
    [...paragraphs(2), ...blocks('heading', head, ['Primeros pasos']), ...paragraphs(7)],
    columns(1, [
      { page: 0, top: 595, bottom: 770 },
      { page: 1, top: 80, bottom: 770 },
    ]),
  );
  for (const page of [0, 1]) {
    set.furnish(page, 'header', 'Guía de la mesa de cooperativas', { x: 350, y: 45, size: 9 });
    set.furnish(page, 'page_number', `- ${page + 1} -`, { x: 290, y: 800, size: 9 });
  }
  return set.finish();
}
