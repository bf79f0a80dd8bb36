import type { LexiconLanguage } from '../model/passage.ts';

type Words = Readonly<Record<LexiconLanguage, readonly string[]>>;

/** What opens an article before its number, folded. */
export const articleWords: Words = {
  es: ['articulo', 'art'],
  pt: ['artigo', 'art'],
  en: ['article', 'art', 'section'],
};

/** How a file's name says its language, folded. */
export const languageMarks: Words = {
  es: ['es', 'esp', 'spa', 'espanol', 'castellano', 'spanish', 'espanhol', 'cast'],
  pt: ['pt', 'por', 'ptbr', 'portugues', 'portuguese', 'port'],
  en: ['en', 'eng', 'ing', 'ingles', 'english'],
};

/**
 * How far an act has come, by words in a file's name or title, folded: `draft` before it is adopted, `revision` a
 * numbered one in between, `final` as adopted.
 */
export const stageWords: Readonly<Record<'draft' | 'revision' | 'final', Words>> = {
  draft: {
    es: ['borrador', 'anteproyecto', 'proyecto', 'minuta', 'preliminar', 'provisional'],
    pt: ['rascunho', 'anteprojeto', 'projeto', 'minuta', 'preliminar', 'proposta'],
    en: ['draft', 'zero', 'provisional', 'preliminary', 'proposal'],
  },
  revision: {
    es: ['rev', 'revision', 'version', 'v'],
    pt: ['rev', 'revisao', 'versao', 'v'],
    en: ['rev', 'revision', 'version', 'v'],
  },
  final: {
    es: ['final', 'definitivo', 'definitiva', 'aprobado', 'aprobada', 'firmado', 'firmada'],
    pt: ['final', 'definitivo', 'definitiva', 'aprovado', 'aprovada', 'assinado', 'assinada'],
    en: ['final', 'adopted', 'approved', 'signed'],
  },
};
