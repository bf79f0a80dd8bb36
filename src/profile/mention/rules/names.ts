/** Words that names begin with or turn on, in es, pt and en together: folded, without accents. */

/** Heads of the names of bodies: `Ministerio de …`, `Universidade …`, `Hands of the Valley Foundation`. */
export const bodyHeads: ReadonlySet<string> = list(
  `ministerio viceministerio ministry secretaria subsecretaria viceministry secretariat undersecretariat subsecretariat
   instituto institute direccion diretoria directorate superintendencia superintendence
   universidad universidade university federacion federacao federation confederacion confederacao confederation
   asociacion associacao association fundacion fundacao foundation agencia agency banco bank
   comision comissao commission comite committee consejo conselho council
   municipalidad prefeitura municipality intendencia gobernacion embajada embaixada embassy
   jefatura presidencia vicepresidencia auditoria defensoria procuracion
   movimiento movimento movement red rede network alianza alianca alliance coordinadora coordenacao
   foro forum camara chamber sindicato union uniao central corporacion corporacao corporation
   tesoro tesouro treasury administracion administration oficina office departamento department
   organizacion organizacao organization organisation cooperativa cooperative mutual poder`,
);

/** Of these the ones that English may put in front of another (`Cooperative Fund`, `Bridge Project`): followed by a name at once they are no head. */
export const englishHeads: ReadonlySet<string> = list(
  `ministry secretariat institute directorate university federation confederation association foundation agency bank
   commission committee council municipality embassy network alliance forum chamber union corporation treasury
   office department organization organisation cooperative mutual
   program programme plan project fund initiative corridor hub axis waterway bridge pipeline railway highway tunnel`,
);

/** Of these the word alone tells little: what follows has to be one of a few words. */
export const narrowHeads: Readonly<Record<string, ReadonlySet<string>>> = {
  poder: list('ejecutivo executivo legislativo'),
  tesoro: list('nacional'),
  tesouro: list('nacional'),
  central: list('de unica dos das'),
};

/** Heads of the names of programmes. */
export const programmeHeads: ReadonlySet<string> = list(
  'programa program programme plan plano proyecto projeto project fondo fundo fund iniciativa initiative',
);

/** What follows `proyecto de` where it is the draft of an act. */
export const drafts: ReadonlySet<string> = list(
  'ley lei decreto resolucion resolucao presupuesto emenda reforma law trabajo trabalho',
);

/** Heads of the names of works of infrastructure. */
export const workHeads: ReadonlySet<string> = list(
  `corredor corridor eje eixo hub axis hidrovia waterway puente ponte bridge gasoducto gasoduto pipeline
   ferrocarril ferrovia railway autopista rodovia carretera highway tunel tunnel`,
);

/** Small words that join the parts of a name. */
export const joints: ReadonlySet<string> = list(
  'de del la las los el y e en para por con da do das dos na no nas nos em com of the and for in to al a',
);

/** Joints behind which a new name begins, after `y`, `e` or `and`. */
export const articles: ReadonlySet<string> = list('el la los las o a os as the al ao');

/** Heads whose names hold lists with commas. */
export const listHeads: ReadonlySet<string> = list(
  `ministerio ministry secretaria subsecretaria secretariat undersecretariat consejo conselho council comision comissao
   commission direccion diretoria directorate departamento department instituto institute`,
);

/** English words with a capital only because they begin a sentence; never part of a name before its head. */
export const openers: ReadonlySet<string> = list(
  `the a an in on of for by with to and or this these that from at as under during between through it its our their we
   executed funded managed financed implemented both all each some any no`,
);

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}
