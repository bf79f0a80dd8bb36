import { Tokenize } from 'rtf-stream-parser';
import type { Line } from '../model/document.ts';
import { clean } from './clean.ts';
import { type Reading, unmeasuredPage, unplacedLine } from './reading.ts';
import { characters, codepages, destinations, encodings } from './rtf-words.ts';

/** What a group of RTF sets for the text in it. */
type State = {
  /** Where the text goes: into the document, into a note, into the table of fonts or styles, or nowhere. */
  readonly into: 'body' | 'note' | 'fonts' | 'styles' | 'nowhere';
  readonly hidden: boolean;
  readonly encoding: string;
  /** Characters that stand for one Unicode character, for readers that know none. */
  readonly fallback: number;
  /** Depth of the heading that the paragraph is; null where it is none. */
  readonly level: number | null;
  readonly inTable: boolean;
  readonly inList: boolean;
};

const plain: State = {
  into: 'body',
  hidden: false,
  encoding: 'windows-1252',
  fallback: 1,
  level: null,
  inTable: false,
  inList: false,
};

/** Depth to which groups are followed; deeper ones are hostile. */
const deepest = 500;

/**
 * Reads RTF: paragraphs, headings by outline level or style, rows of tables, then the notes. Pages are those that a
 * writer set a break between. Throws where the file is damaged beyond reading.
 * Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
 */
export async function readRtf(bytes: Uint8Array): Promise<Reading> {
  const reader = new Reader();
  for await (const token of tokensOf(bytes)) reader.take(token);
  return { reader: 'rtf', title: null, pages: reader.pages() };
}

/** A token of the tokenizer, whose own types are constants that do not outlive its compiler. */
type Token = {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Buffer;
};
const kinds = { open: 0, close: 1, control: 2, text: 3 } as const;

function tokensOf(bytes: Uint8Array): AsyncIterable<Token> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The tokenizer makes room for as many bytes as a picture claims to have.
  for (const [, claimed] of file.toString('latin1').matchAll(/\\bin(\d+)/g)) {
    if (Number(claimed) > bytes.length) throw new Error('Expected binary data within the file, got more');
  }
  const tokenizer = new Tokenize();
  tokenizer.end(file);
  return tokenizer;
}

class Reader {
  readonly #stack: State[] = [];
  #state = plain;
  /** After the sign by which readers leave out what they do not know. */
  #optional = false;
  #encoding = plain.encoding;
  #skip = 0;
  #bytes: Buffer[] = [];
  #text = { body: '', note: '' };
  readonly #pages: Line[][] = [[]];
  readonly #notes: Line[] = [];
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, number>();
  #defining = -1;

  take({ type, word = '', param, data }: Token): void {
    if (type === kinds.open) this.#open();
    else if (type === kinds.close) this.#close();
    else if (type === kinds.text) this.#bytes.push(this.#afterFallback(data ?? Buffer.alloc(0)));
    else if (word === "'") this.#bytes.push(this.#afterFallback(data ?? Buffer.alloc(0)));
    else {
      this.#flush();
      this.#control(word, param);
    }
  }

  pages() {
    this.#flush();
    this.#endParagraph();
    if (this.#text.note.trim() !== '') this.#endNote();
    const pages = this.#pages.filter((lines, index) => index === 0 || lines.length > 0);
    pages.at(-1)?.push(...this.#notes);
    return pages.map((lines, index) => unmeasuredPage(index, lines));
  }

  #open(): void {
    this.#flush();
    if (this.#stack.length >= deepest) throw new Error(`Expected groups at most ${deepest} deep, got more`);
    this.#stack.push(this.#state);
  }

  #close(): void {
    this.#flush();
    const before = this.#stack.pop();
    if (before === undefined) return;
    if (this.#state.into === 'note' && before.into !== 'note') this.#endNote();
    this.#state = before;
  }

  #set(more: Partial<State>): void {
    this.#state = { ...this.#state, ...more };
  }

  #control(word: string, param: number | undefined): void {
    const into = destinations.get(word);
    const character = characters.get(word);
    const optional = this.#optional;
    this.#optional = word === '*';
    if (word === '*') return;
    if (into !== undefined) this.#set(this.#state.into === 'nowhere' ? {} : { into });
    else if (optional) this.#set({ into: 'nowhere' });
    else if (character !== undefined) this.#write(character);
    else if (word === 'u' && param !== undefined) this.#unicode(param);
    else if (word === 'uc') this.#set({ fallback: Math.min(8, Math.max(0, param ?? 1)) });
    else if (word === 'ansicpg') this.#encode(encodings.get(param ?? 0) ?? plain.encoding);
    else if (word === 'mac') this.#encode('macintosh');
    else if (word === 'f') this.#font(param ?? 0);
    else if (word === 'fcharset' && this.#state.into === 'fonts')
      this.#fonts.set(this.#defining, codepages.get(param ?? 0) ?? '');
    else if (word === 'v') this.#set({ hidden: param !== 0 });
    else if (word === 'plain') this.#set({ hidden: false });
    else if (word === 's') this.#style(param ?? 0);
    else if (word === 'ls') this.#set({ inList: param !== 0 });
    else if (word === 'outlinelevel') this.#outline(param ?? 9);
    else this.#layout(word);
  }

  #layout(word: string): void {
    if (word === 'pard') {
      this.#set({ inTable: false, inList: false, level: null });
    } else if (word === 'intbl') this.#set({ inTable: true });
    else if (word === 'cell' || word === 'nestcell') this.#write('\t');
    else if (word === 'par' && this.#state.into === 'note') this.#write(' ');
    else if (word === 'par' && this.#state.inTable) this.#write(' ');
    else if (word === 'par' || word === 'sect') this.#endParagraph();
    else if (word === 'row' || word === 'nestrow') {
      this.#set({ inTable: true });
      this.#endParagraph();
    } else if (word === 'page') {
      this.#endParagraph();
      this.#pages.push([]);
    }
  }

  /** The encoding of the file, and of its fonts that have no own. */
  #encode(encoding: string): void {
    this.#encoding = encoding;
    this.#set({ encoding });
  }

  #font(number: number): void {
    if (this.#state.into === 'fonts') this.#defining = number;
    else this.#set({ encoding: this.#fonts.get(number) || this.#encoding });
  }

  #style(number: number): void {
    if (this.#state.into === 'styles') this.#defining = number;
    else this.#set({ level: this.#styles.get(number) ?? null });
  }

  #outline(level: number): void {
    if (level < 0 || level > 8) return;
    if (this.#state.into === 'styles') this.#styles.set(this.#defining, level + 1);
    else this.#set({ level: level + 1 });
  }

  #unicode(param: number): void {
    this.#write(String.fromCharCode(param < 0 ? param + 65_536 : param));
    this.#skip = this.#state.fallback;
  }

  /** What is left of some bytes after those that repeat a Unicode character for old readers. */
  #afterFallback(data: Buffer): Buffer {
    const left = data.subarray(Math.min(this.#skip, data.length));
    this.#skip -= data.length - left.length;
    return left;
  }

  /** Bytes are text only together: a character may take two of them. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.concat(this.#bytes);
    this.#bytes = [];
    if (bytes.length === 0) return;
    // Line ends of the file mean nothing: paragraphs end by a word of their own.
    this.#write(new TextDecoder(this.#state.encoding).decode(bytes).replace(/[\r\n]/g, ''));
  }

  #write(text: string): void {
    const { into, hidden } = this.#state;
    const heading = into === 'styles' ? /\bheading ([1-9])\b/i.exec(text)?.[1] : undefined;
    if (heading !== undefined) this.#styles.set(this.#defining, Number(heading));
    if (hidden || (into !== 'body' && into !== 'note')) return;
    this.#text[into] += text;
  }

  #endParagraph(): void {
    const text = tidy(this.#text.body);
    this.#text.body = '';
    if (text === '') return;
    const { inTable, inList, level } = this.#state;
    const role = inTable ? 'table_row' : level !== null ? 'heading' : inList ? 'list_item' : 'paragraph';
    this.#pages.at(-1)?.push({ ...unplacedLine(text, role), level: role === 'heading' ? level : null });
  }

  #endNote(): void {
    const text = tidy(this.#text.note);
    this.#text.note = '';
    if (text !== '') this.#notes.push(unplacedLine(text, 'footnote'));
  }
}

function tidy(text: string): string {
  return clean(text)
    .replace(/[\n\f]/g, ' ')
    .replace(/^[ \t]+|[ \t]+$/g, '');
}
