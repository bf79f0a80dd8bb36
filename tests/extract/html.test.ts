import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines, read, texts } from './make.ts';

/** Role and text of every line of a page with this body. */
async function body(content: string): Promise<string[]> {
  const outcome = await read('a.html', `<!DOCTYPE html><html><body>${content}</body></html>`);
  return lines(outcome).map((line) => `${line.role}: ${line.text}`);
}

const prose = 'La economía social y solidaria, con sus cooperativas, mutuales y asociaciones, es un camino. ';

describe('HTML', () => {
  it('gives one line for each block with the role of its element', async () => {
    expect(
      await body(`<h2>Título</h2><p>Uno <b>dos</b>
        tres.</p><ul><li>ítem<ul><li><p>hondo</p></li></ul></li></ul><dl><dt>voz</dt><dd>sentido</dd></dl>suelto`),
    ).toEqual([
      'heading: Título',
      'paragraph: Uno dos tres.',
      'list_item: ítem',
      'list_item: hondo',
      'list_item: voz',
      'list_item: sentido',
      'paragraph: suelto',
    ]);
  });

  it('never gives what is not text', async () => {
    expect(
      await body(`<style>p{color:red}</style><script>alert("x")</script><p>a<!-- no --><script>b</script>c</p>
        <template>t</template><noscript>n</noscript><svg><text>s</text></svg><iframe>f</iframe>`),
    ).toEqual(['paragraph: ac']);
  });

  it('goes on at one line break and begins a paragraph at two', async () => {
    expect(await body('<p>uno<br>dos<br> <br>tres<br><br><b>cuatro</b><br></p>')).toEqual([
      'paragraph: uno dos',
      'paragraph: tres',
      'paragraph: cuatro',
    ]);
  });

  it('gives a row of data as one line and a table for layout as its blocks', async () => {
    const inner =
      '<table><tr><th>Año</th><th>Monto</th></tr><tr><td>2014</td><td>3 <i>mil</i></td></tr></table>';
    expect(
      await body(`<table><tr><td>menú</td><td><h1>Ley</h1><p>Art. 1</p>${inner}</td></tr></table>`),
    ).toEqual([
      'paragraph: menú',
      'heading: Ley',
      'paragraph: Art. 1',
      'table_row: Año\tMonto',
      'table_row: 2014\t3 mil',
    ]);
  });

  it('takes a row with one cell, or one that is filled, for a paragraph', async () => {
    expect(await body('<table><tr><td>uno<td></td></tr><tr><td>dos</td></tr></table>')).toEqual([
      'paragraph: uno',
      'paragraph: dos',
    ]);
  });

  it('keeps the lines of preformatted text and says nothing of their role', async () => {
    expect(await body('<pre>\nuno  dos\n\n  tres\n</pre>')).toEqual([
      'null: uno  dos',
      'null: ',
      'null:   tres',
    ]);
  });

  it('keeps menus, headers, footers and controls of a page as navigation', async () => {
    expect(
      await body(`<header><h1>Sitio</h1></header><nav><ul><li>Inicio</li></ul></nav><div role="search">Buscar</div>
        <article><header><h1>Acta</h1></header><p>Texto <button>Compartir</button> sigue</p><footer>Firma</footer></article>
        <aside>Vea también</aside><div hidden>Oculto</div><footer>Contacto</footer>`),
    ).toEqual([
      'navigation: Sitio',
      'navigation: Inicio',
      'navigation: Buscar',
      'heading: Acta',
      'paragraph: Texto',
      'navigation: Compartir',
      'paragraph: sigue',
      'paragraph: Firma',
      'navigation: Vea también',
      'navigation: Oculto',
      'navigation: Contacto',
    ]);
  });

  it('decodes entities, keeps hard spaces and soft hyphens, and drops what an entity makes of no character', async () => {
    expect(await body('<p>A&ntilde;o&nbsp;2014 eco&shy;nom&iacute;a &#128512;&#1;&#xFFFE;</p>')).toEqual([
      'paragraph: Año\u00a02014 eco\u00adnomía 😀',
    ]);
  });

  it('takes the title of the page, not of a picture in it', async () => {
    const page =
      '<html><head><title> Discurso\n 2011 </title></head><p>a</p><svg><title>logo</title></svg></html>';
    expect((await read('a.html', page)).value).toMatchObject({ title: 'Discurso 2011', reader: 'html' });
    expect((await read('a.html', '<html><p>a</p></html>')).value?.title).toBeNull();
  });

  it('reads a page whose tags are never closed, and a fragment without a root', async () => {
    expect(texts(await read('a.html', '<html><head><title>t</title><p>uno<p>dos<li>tres'))).toEqual([
      'uno',
      'dos',
      'tres',
    ]);
    expect(texts(await read('a.html', '<p>uno</p><p>dos</p>'))).toEqual(['uno', 'dos']);
  });

  it('keeps all of a page without menus as text, lists and tables of links included', async () => {
    const list = `<ul>${'<li><a href="x">Ley de cooperativas</a></li>'.repeat(20)}</ul>`;
    const found = await body(`<h1>Leyes</h1>${`<p>${prose.repeat(4)}</p>`.repeat(5)}${list}`);
    expect(found.filter((line) => line.startsWith('navigation'))).toEqual([]);
    expect(found.filter((line) => line.startsWith('list_item'))).toHaveLength(20);
  });

  it('finds the main content of a page that marks its menus by nothing', async () => {
    const menu = `<div class="m">${'<div><a href="x">Presidencia</a> <a href="y">Agenda</a></div>'.repeat(30)}</div>`;
    const text = `<div class="t">${`<p>${prose.repeat(4)}</p>`.repeat(8)}<table><tr><td>a</td><td>b</td></tr></table></div>`;
    const found = await body(`<div>${menu}${text}${menu}</div>`);
    expect(found.filter((line) => line.startsWith('navigation'))).toHaveLength(60);
    expect(found.filter((line) => line.startsWith('paragraph'))).toHaveLength(8);
    expect(found).toContain('table_row: a\tb');
  });

  it('does not follow a choice of main content that leaves out over a third of the prose', async () => {
    const article = `<div>${`<p>${prose.repeat(4)}</p>`.repeat(5)}</div>`;
    const annex = `<div class="footer-comment-sidebar">${`<p>${prose.repeat(4)}</p>`.repeat(2)}</div>`;
    const roles = async (content: string) => (await body(content)).map((line) => line.replace(/:.*/, ''));
    const menu = Array(2).fill('navigation');
    expect(await roles(article + annex)).toEqual([...Array(5).fill('paragraph'), ...menu]);
    expect(await roles(article + annex + annex)).toEqual(Array(9).fill('paragraph'));
  });

  it('reads a page nested deeper than its main content could be looked for in', async () => {
    expect(await body(`${'<div>'.repeat(2500)}hondo`)).toEqual(['paragraph: hondo']);
  });

  it('loses no visible character and invents none, whatever the nesting', async () => {
    const word = fc.constantFrom('uno', 'dos ', ' tres', '\n', 'año');
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      tree: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        word,
        fc
          .tuple(
            fc.constantFrom('p', 'div', 'b', 'a', 'li', 'ul', 'h2', 'nav', 'pre', 'span', 'header'),
            tie('tree'),
          )
          .map(([name, inner]) => `<${name}>${inner}</${name}>`),
        tie('tree').map((inner) => `<table><tr><td>${inner}</td><td>x</td></tr></table>`),
        fc.constantFrom('<br>', '<hr>', '<!-- c -->', '<img alt="i">'),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (content) => {
        const outcome = await read('a.html', `<html><body>${content}</body></html>`);
        const visible = content.replace(/<!--.*?-->|<[^>]*>/g, '').replace(/\s/g, '');
        expect(texts(outcome).join('').replace(/\s/g, '')).toBe(visible);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
