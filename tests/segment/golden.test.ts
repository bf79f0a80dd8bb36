import { describe, it } from 'vitest';
import { pageText } from '../../src/model/document.ts';
import { segment } from '../../src/segment/segment.ts';
import { expectGolden } from '../support/golden.ts';
import { expectWhole } from './invariants.ts';
import { documentOf, printed, typeset, wrap } from './print.ts';

/** Three pages of minutes with a running head, page numbers, a list, a table, a footnote and broken words. */
function minutes() {
  const prose = [
    'En la casa comunal, a las diez de la mañana, se reúne el consejo de la feria con la asistencia de las personas que firman al pie.',
    'La presidenta da la bienvenida y recuerda que la economía solidaria del barrio nació de la organización de las vecinas. Propone que el reglamento socio-económico se apruebe hoy.',
    'Abierto el debate, se acuerda pedir a la municipalidad un puesto fijo y abrir una caja de ahorro común, con aportes voluntarios y rotación de los cargos cada seis meses.',
    'El tesorero presenta las cuentas del semestre. Los ingresos alcanzan para el alquiler y para la compra conjunta de semillas, no para el transporte.',
    'Queda pendiente el plan socio-económico.',
  ];
  const set = { style: 'gap', characters: 58, top: 130, bottom: 500, hyphenate: true } as const;
  const [one = []] = typeset(prose, set);
  const cut = one.length - 3;
  const shift = 130 - (one[cut]?.box?.top ?? 0);
  const items = ['• Comprar semillas.', '• Pedir el puesto fijo a la municipalidad', '• Llamar a asamblea'];
  const note = wrap('1 Según el acta anterior, que se leyó y aprobó sin cambios al abrir la sesión.', 60);
  const pages = [
    [
      printed('ACTA DE LA FERIA', { top: 90 }),
      ...one.slice(0, cut),
      ...note.map((text, i) => printed(text, { top: 700 + 10 * i, size: 8 })),
    ],
    [
      ...one
        .slice(cut)
        .map(({ text, box }) => printed(text, { top: (box?.top ?? 0) + shift, right: box?.right ?? 0 })),
      printed('Acuerdos', { top: 220, size: 14 }),
      ...items.map((text, i) => printed(text, { top: 250 + 12 * i, left: 82 })),
    ],
    [
      printed('Rubro', { top: 130 }),
      printed('Monto', { top: 130, left: 300 }),
      printed('Semillas', { top: 150 }),
      printed('120', { top: 150, left: 300 }),
      printed('Se levanta la sesión.', { top: 200 }),
    ],
  ];
  return documentOf(
    pages.map((lines, i) => [
      printed('Feria del barrio', { top: 30 }),
      printed(String(i + 1), { top: 775, left: 290 }),
      ...lines,
    ]),
  );
}

describe('a document of minutes', () => {
  it('comes out as a person would mark it', () => {
    const document = minutes();
    const found = segment(document, { language: 'es' });
    expectWhole(document, found);
    const passages = found.passages.map(({ form, zone, language, words, text, runs }) => {
      const pages = [...new Set(runs.map(({ page }) => page + 1))].join('-');
      return `[page ${pages}, ${form}, ${zone}, ${language}, ${words} words]\n${text}\n`;
    });
    const removals = found.removals.map(({ page, start, end, reason }) => {
      const source = document.pages[page];
      return `page ${page + 1}, ${reason}: ${source === undefined ? '' : pageText(source).slice(start, end)}`;
    });
    expectGolden('segment/minutes.txt', `${passages.join('\n')}\n${removals.join('\n')}\n`);
  });
});
