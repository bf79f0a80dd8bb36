import type { LexiconLanguage } from '../../../src/model/passage.ts';
import type { Block, Style } from './set.ts';

const plain: Style = {
  font: 'Times-Roman',
  size: 11,
  align: 'left',
  indent: 0,
  hang: 0,
  above: 6,
  divided: null,
  doubled: false,
};

/** A style that differs from plain text as said. */
export function styled(change: Partial<Style>): Style {
  return { ...plain, ...change };
}

/** Justified text with divided words. */
export function justified(language: LexiconLanguage, change: Partial<Style>): Style {
  return styled({ align: 'justified', divided: language, ...change });
}

/** Makes blocks of one kind and style. */
export function blocks(kind: string, style: Style, texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind, text, style }));
}
