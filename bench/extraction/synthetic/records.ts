import { columns } from './columns.ts';
import { dealer } from './prose.ts';
import { Setting } from './set.ts';
import { blocks, justified, styled } from './styles.ts';

const head = styled({ font: 'Times-Bold', size: 12, above: 12 });

/** A draft of minutes in English: every fifth line is numbered, and DRAFT stands across each page. */
export async function numberedDraft() {
  const set = new Setting('Minutes of the assembly', 3);
  const deal = dealer('en', 10);
  const body = styled({ divided: 'en', above: 8 });
  const item = styled({ above: 3, indent: 14, hang: 26 });
  const frames = columns(
    1,
    [0, 1, 2].map((page) => ({ page, top: 90, bottom: 770 })),
  );
  const part = (name: string, count: number) => [
    ...blocks('heading', head, [name]),
    ...blocks(
      'body',
      body,
      Array.from({ length: count }, () => deal(3)),
    ),
  ];
  set.flow(
    [
      ...blocks('heading', styled({ font: 'Times-Bold', size: 15, align: 'centred' }), [
        'Minutes of the fourth assembly',
      ]),
      ...part('1. Opening', 3),
      ...blocks('list', item, [`(a) ${deal(1)}`, `(b) ${deal(1)}`, `(c) ${deal(1)}`]),
      ...part('2. Report of the council', 8),
      ...part('3. Decisions', 3),
      ...blocks('list', item, [`• ${deal(1)}`, `• ${deal(1)}`, `• ${deal(1)}`, `• ${deal(1)}`]),
      ...part('4. Accounts', 6),
      ...part('5. Closing', 3),
    ],
    frames,
  );
  for (const { page } of frames) {
    set.furnish(page, 'watermark', 'DRAFT', { x: 170, y: 560, size: 120, turn: 45, grey: 220 });
    for (let line = 5; line <= 45; line += 5)
      set.furnish(page, 'line_number', String(line), { x: 36, y: 90 + (line - 1) * 15, size: 7 });
    set.furnish(page, 'header', 'Assembly of Cooperatives, fourth session', { x: 60, y: 45, size: 9 });
    set.furnish(page, 'footer', `A/4/Min.1 Page ${page + 1}`, { x: 450, y: 800, size: 9 });
  }
  return set.finish();
}

/** Minutes in Portuguese under a letterhead, signed up the margin, with a ruled table of attendance. */
export async function signedMinutes() {
  const set = new Setting('Ata da reunião', 3);
  const deal = dealer('pt', 70);
  const body = justified('pt', { above: 10 });
  const cell = styled({ font: 'Helvetica', size: 9 });
  const [first] = columns(1, [{ page: 0, top: 110, bottom: 250 }]);
  if (first === undefined) throw new Error('expected a frame');
  set.flow(
    [
      ...blocks('heading', styled({ font: 'Times-Bold', size: 13, align: 'centred' }), [
        'ATA DA TERCEIRA REUNIÃO DO CONSELHO',
      ]),
      ...blocks('body', body, [deal(2)]),
    ],
    [first],
  );
  const widths = [130, 170, 175];
  let y = 260;
  for (const cells of [
    ['Nome', 'Organização', 'Observação'],
    ['Ana Prado Lima', 'Federação das cooperativas de crédito do vale', 'Presidiu a mesa durante a manhã'],
    ['Rui Torres', 'Rede de oficinas', 'Justificou a saída às onze horas por motivo de viagem'],
    ['Marta Dias Nogueira de Sá', 'União das cooperativas de moradia', 'Presente'],
  ])
    y = set.row(cells, cell, first, widths, y);
  set.flow(
    [
      ...blocks('heading', head, ['ORDEM DO DIA']),
      ...blocks('body', body, [deal(3), deal(3), deal(2)]),
      ...blocks('heading', head, ['DELIBERAÇÕES']),
      ...blocks('body', body, [
        `PRIMEIRO.- ${deal(2)}`,
        `SEGUNDO.- ${deal(3)}`,
        `TERCEIRO.- ${deal(2)}`,
        ...[4, 3, 2, 4, 3, 3, 4, 2, 3, 4, 3, 4, 3].map(deal),
      ]),
    ],
    columns(1, [
      { page: 0, top: y + 16, bottom: 760 },
      { page: 1, top: 110, bottom: 760 },
      { page: 2, top: 110, bottom: 760 },
    ]),
  );
  for (const page of [0, 1, 2]) {
    set.furnish(page, 'header', 'Conselho das Cooperativas do Vale', { x: 60, y: 50, size: 12 });
    set.furnish(page, 'header', 'Rua das Oficinas, 12 – conselho@exemplo.example', { x: 60, y: 68, size: 8 });
    set.furnish(
      page,
      'margin',
      `Código de validação 7F3K-99QX-2M Documento assinado eletronicamente Página ${page + 1} de 3`,
      { x: 566, y: 700, size: 7, turn: 90 },
    );
  }
  return set.finish();
}

/** A decree in Spanish: recitals, articles with numbered parts, a header that follows them, a signature block. */
export async function decree() {
  const set = new Setting('Decreto de fomento', 3);
  const deal = dealer('es', 100);
  const body = justified('es', { indent: 20, above: 3 });
  const centred = styled({ font: 'Times-Bold', size: 11, align: 'centred', above: 14 });
  const article = (number: number) => [
    { kind: 'body', text: `Artículo ${number}º.- ${deal(2)}`, style: body },
    { kind: 'body', text: `I – ${deal(1)}`, style: body },
    { kind: 'body', text: `II – ${deal(1)}`, style: body },
    { kind: 'body', text: `Párrafo único. ${deal(1)}`, style: body },
  ];
  const titled = (title: string, name: string) => [
    { kind: 'heading', text: title, style: centred },
    { kind: 'heading', text: name, style: { ...centred, font: 'Times-Roman', above: 2 }, optional: true },
  ];
  set.flow(
    [
      ...blocks('heading', styled({ font: 'Times-Bold', size: 14, align: 'centred' }), [
        'DECRETO N. 118 DE FOMENTO COOPERATIVO',
      ]),
      ...blocks('body', body, [
        `VISTO: ${deal(1)}`,
        `CONSIDERANDO: ${deal(1)}`,
        `Que ${deal(1)}`,
        `Que ${deal(1)}`,
      ]),
      ...titled('CAPÍTULO I', 'Del objeto'),
      ...article(1),
      ...article(2),
      ...titled('CAPÍTULO II', 'De los registros'),
      ...article(3),
      ...article(4),
      ...article(5),
      ...titled('CAPÍTULO III', 'De los fondos'),
      ...article(6),
      ...article(7),
      ...article(8),
      ...titled('CAPÍTULO IV', 'De las disposiciones finales'),
      ...article(9),
      ...article(10),
      ...article(11),
      ...blocks('body', styled({ align: 'centred', above: 30 }), [
        'Dado en Villa Serena, a los doce días de mayo.',
      ]),
      ...blocks('body', styled({ align: 'centred', above: 30 }), ['Elena Robles Quiroga']),
      {
        kind: 'body',
        text: 'Secretaria de Fomento',
        style: styled({ align: 'centred', above: 0 }),
        optional: true,
      },
    ],
    columns(
      1,
      [0, 1, 2].map((page) => ({ page, top: 80, bottom: 770 })),
    ),
  );
  ['Art. 1º', 'Art. 2º, II', 'Art. 5º'].forEach((text, page) => {
    set.furnish(page, 'header', text, { x: 480, y: 40, size: 8 });
    set.furnish(page, 'footer', 'sumario', { x: 440, y: 800, size: 8 });
    set.furnish(page, 'page_number', String(page + 17), { x: 500, y: 800, size: 8 });
  });
  return set.finish();
}

/** A report in English: headings of two levels printed twice for boldness, notes, hidden text and text off the page. */
export async function report() {
  const set = new Setting('Report on cooperatives', 2);
  const deal = dealer('en', 80);
  const body = styled({ above: 8, divided: 'en' });
  const sub = styled({ size: 11, above: 10, doubled: true });
  const note = styled({ size: 8, above: 2 });
  const section = (name: string) => [
    ...blocks('heading', styled({ size: 14, above: 16, doubled: true }), [name]),
    ...blocks('body', body, [deal(2)]),
    ...blocks('heading', sub, ['What was found']),
    ...blocks('body', body, [deal(3), deal(2)]),
    ...blocks('heading', sub, ['What follows']),
    ...blocks('body', body, [deal(2), deal(3)]),
  ];
  set.flow(
    [...section('Members and work'), ...section('Money and credit'), ...section('Housing')],
    columns(
      1,
      [0, 1].map((page) => ({ page, top: 80, bottom: 700 })),
    ),
  );
  for (const page of [0, 1]) {
    set.flow(
      blocks('footnote', note, [`${2 * page + 1} ${deal(1)}`, `${2 * page + 2} ${deal(1)}`]),
      columns(1, [{ page, top: 720, bottom: 780 }]),
    );
    set.pdf.switchToPage(page);
    set.pdf.moveTo(60, 714).lineTo(180, 714).lineWidth(0.5).stroke();
    // Neither is seen by a reader: drawn in no ink, and drawn beyond the edge of the page.
    set.pdf.font('Helvetica').fontSize(8).save().addContent('3 Tr');
    set.pdf.text('hidden words that nobody reads', 60, 60, { lineBreak: false }).restore();
    set.pdf.text('words that lie outside the page', 700, 300, { lineBreak: false });
    set.furnish(page, 'page_number', `Page ${page + 1} of 2`, { x: 270, y: 805, size: 9 });
  }
  return set.finish();
}
