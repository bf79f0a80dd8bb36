import { describe, expect, it } from 'vitest';
import { lines, pdf, rawPdf, read } from '../make.ts';

/** What is told of the lines of a page with this content: text, bold, and why it is not seen. */
async function told(content: string) {
  return lines(await read('a.pdf', rawPdf({ content }))).map(({ text, unseen }) => [text, unseen]);
}

const show = (text: string, y = 700) => `BT /F1 12 Tf 50 ${y} Td (${text}) Tj ET`;

describe('styles', () => {
  it('tell bold print by the name of the font', async () => {
    const bytes = await pdf((document) => {
      document.font('Helvetica').fontSize(11).text('Texto llano', 72, 72);
      document.font('Helvetica-Bold').text('Texto en negrita', 72, 100);
      document
        .font('Times-Bold')
        .text('Mitad ', 72, 130, { continued: true })
        .font('Times-Roman')
        .text('y mitad');
    });
    expect(lines(await read('a.pdf', bytes)).map(({ text, bold }) => [text.trim(), bold])).toEqual([
      ['Texto llano', false],
      ['Texto en negrita', true],
      ['Mitad y mitad', false],
    ]);
  });

  it('tell text that is drawn in no way', async () => {
    expect(await told(`${show('Se lee')} BT 3 Tr /F1 12 Tf 50 650 Td (No se lee) Tj ET`)).toEqual([
      ['Se lee', null],
      ['No se lee', 'hidden'],
    ]);
  });

  it('leave invisible text over a picture, which is what a scanner read in it', async () => {
    const picture = 'q 500 0 0 300 40 500 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    expect(await told(`${picture} BT 3 Tr /F1 12 Tf 50 650 Td (Escaneado) Tj ET`)).toEqual([
      ['Escaneado', null],
    ]);
  });

  it('tell white text on the paper, and leave it on a dark band', async () => {
    const band = '0 0 0 rg 40 640 400 30 re f';
    expect(await told(`${band} 1 1 1 rg ${show('En la banda', 650)} ${show('En el papel', 500)}`)).toEqual([
      ['En la banda', null],
      ['En el papel', 'hidden'],
    ]);
    expect(await told(`1 1 1 rg 40 640 400 30 re f ${show('Blanco sobre blanco', 650)}`)).toEqual([
      ['Blanco sobre blanco', 'hidden'],
    ]);
  });

  it('tell text outside the page, and text that is made bold by drawing it again', async () => {
    expect(await told(`${show('Dentro')} BT /F1 12 Tf 700 600 Td (Fuera) Tj ET`)).toEqual([
      ['Dentro', null],
      ['Fuera', 'outside'],
    ]);
    const seen = (await told(`${show('Doble')} BT /F1 12 Tf 50.3 700 Td (Doble) Tj ET`)).filter(
      ([, unseen]) => unseen === null,
    );
    expect(seen).toEqual([['Doble', null]]);
  });
});
