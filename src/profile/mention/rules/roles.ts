import type { Cue } from '../../../text/cue.ts';

/**
 * Words that tell what an actor does. `by:` stands before its actor (`ejecutado por`), `does:` behind it
 * (`ejecuta`), each with the role. `charge` is either: who is in charge of a sum pays it, of anything else carries it out.
 */
export type RoleCue =
  | 'by:implementing'
  | 'by:funding'
  | 'by:coordinating'
  | 'by:partner'
  | 'by:charge'
  | 'does:implementing'
  | 'does:funding'
  | 'does:coordinating'
  | 'does:partner';

// biome-ignore format: one rule a row
export const roleCues: readonly Cue<RoleCue>[] = [
  ['es', 'by:implementing', '(ejecutad*|implementad*|administrad*|gestionad*|aplicad*|llevad* adelante|operad*) por', 'ejecutado por el instituto', 'ejecutado en 2010'],
  ['es', 'by:implementing', 'que (ejecuta*|implementa*|administra*|gestiona*)', 'que administra el instituto', 'que administre bien'],
  ['es', 'by:implementing', '(autoridad de aplicacion|organismo ejecutor|unidad ejecutora|entidad ejecutora)[:] [de la presente (ley|norma)] [(sera|es|a)]', 'autoridad de aplicación será el instituto', 'autoridad local será el instituto'],
  ['es', 'by:implementing', '(actuara como|desempeñara como|sera) (autoridad de aplicacion|organismo ejecutor) ', 'será autoridad de aplicación el instituto', 'será autoridad local'],
  ['es', 'by:implementing', '(facultase|encomiendase|instruy(e|a)se|encargase) a[l]', 'Facúltase al Ministerio', 'Facultad al norte'],
  ['es', 'by:implementing', '(a traves de[l]|por (conducto|intermedio) de[l])', 'a través del instituto', 'a través y luego'],
  ['es', 'by:charge', 'a cargo de[l]', 'a cargo del instituto', 'al cargo de'],
  ['es', 'by:funding', '(financiad*|costead*|aportad*|donad*|otorgad*|cofinanciad*|solventad*|transferid*) por', 'financiado por la agencia', 'financiado en 2010'],
  ['es', 'by:funding', 'con (financiamiento|financiacion|fondos|recursos|aportes|cofinanciamiento|un prestamo|un credito|una donacion) de[l]', 'con fondos de la agencia', 'con fondos en mano'],
  ['es', 'by:funding', '(recibio|recibieron|recibira[n]) ... de[l]', 'recibió mil pesos del banco', 'recibió visitas'],
  ['es', 'by:coordinating', '(coordinad*|liderad*|dirigid*|presidid*|convocad*) por', 'coordinado por la secretaría', 'coordinado en 2010'],
  ['es', 'by:coordinating', 'bajo la coordinacion de[l]', 'bajo la coordinación del consejo', 'bajo la lluvia'],
  ['es', 'by:partner', 'con [el] (apoyo|asistencia tecnica|acompañamiento|colaboracion|cooperacion|participacion|auspicio) [tecnic*] de[l]', 'con apoyo del instituto', 'con apoyo mutuo'],
  ['es', 'by:partner', '(en (conjunto|alianza|coordinacion|colaboracion) con|conjuntamente con|junto (con|a[l]))', 'en conjunto con la red', 'en conjunto, bien'],
  ['es', 'by:partner', '(coordinar|articular|convenir) [acciones] con', 'coordinar con el consejo', 'coordinar bien'],
  ['es', 'by:partner', '(convenio[s]|acuerdo[s]) [marco] [de cooperacion] con', 'convenio con la universidad', 'convenio sin firma'],
  ['es', 'by:partner', '[con] la (participacion|intervencion) de[l]', 'la participación de la red', 'la participación en la red'],
  ['es', 'does:implementing', '[(podra|debera|puede|debe|han de|ha de)] [no] (ejecut(a|an|ara|aran|o|aron|ar)|implement(a|an|ara|aran|o|aron|ar)|administr(a|an|ara|aran|o|aron|ar)|gestion(a|an|ara|aran|o|aron|ar))', 'ejecutará el plan', 'ejecutivo del plan'],
  ['es', 'does:implementing', '(llev(a|an|ara|aran|o|aron) (adelante|a cabo)|pon(e|en|dra|dran) en (marcha|funcionamiento)|pus(o|ieron) en marcha|tendra* a su cargo|tiene* a su cargo|sera la autoridad de aplicacion|es la autoridad de aplicacion|dictara las normas|reglamentara)', 'llevan adelante el plan', 'llevan agua'],
  ['es', 'does:funding', '(financi(a|an|ara|aran|o|aron)|aport(a|an|ara|aran|o|aron)|prest(o|aron|ara|aran)|don(o|aron|ara)|transferi(ra|o)|destina(ra|n)|destin(o|aron)|otorg(o|aron)|cofinancia*|desembols(o|aron|ara))', 'financiará el plan', 'financista del plan'],
  ['es', 'does:coordinating', '(coordin(a|an|ara|aran|o|aron|e|en)|lider(a|an|ara|o)|presid(e|en|ira|io)|convoc(a|o|aron|ara)|articul(a|ara|o))', 'coordina el plan', 'coordinador del plan'],
  ['es', 'does:partner', '(apoy(a|an|ara|aran|o|aron|e|en)|acompañ(a|an|ara|o|aron)|colabor(a|an|ara|o|aron)|particip(a|an|ara|aran|o|aron)|brind(a|an|ara|e|en|o) (asistencia|apoyo)|suscribi(o|eron)|suscrib(e|en|ira)|firm(o|aron|a|an)|adhiri(o|eron))', 'suscribió un convenio', 'suscripción de un convenio'],

  ['pt', 'by:implementing', '(executad*|implementad*|administrad*|gerid*|implantad*|operad*|realizad*|desenvolvid*) (por|pel(o|a|os|as))', 'executado pela federação', 'executado em 2010'],
  ['pt', 'by:implementing', 'que (executa*|implementa*|administra*|gere)', 'que executa o instituto', 'que exerce bem'],
  ['pt', 'by:implementing', '(gestao|execucao|implementacao|coordenacao executiva) [do programa|do plano|do projeto] (cabe|cabera|compete|competira) a[o|os|s]', 'gestão cabe ao ministério', 'gestão cabe bem'],
  ['pt', 'by:implementing', '(orgao|entidade|unidade) (executor*|gestor*)[:] [(sera|e)]', 'órgão executor será o instituto', 'órgão central'],
  ['pt', 'by:implementing', '((por (meio|intermedio)|atraves) d(o|a|os|as|e)|e uma (realizacao|iniciativa) d(o|a|os|as|e))', 'por meio do instituto', 'por meio ano'],
  ['pt', 'by:charge', 'a cargo d(o|a|os|as|e)', 'a cargo do instituto', 'ao cargo'],
  ['pt', 'by:funding', '(financiad*|custead*|aportad*|doad*|repassad*|cofinanciad*|transferid*|concedid*) (por|pel(o|a|os|as))', 'financiado pelo banco', 'financiado em 2010'],
  ['pt', 'by:funding', 'com (financiamento|recursos|fundos|verbas|aportes|apoio financeiro|um emprestimo|emprestimo|uma doacao) d(o|a|os|as|e)', 'com recursos do banco', 'com recursos em mão'],
  ['pt', 'by:funding', '(recebeu|receberam|recebera|receberao) ... d(o|a|os|as|e)', 'recebeu mil reais do banco', 'recebeu visitas'],
  ['pt', 'by:coordinating', '(coordenad*|liderad*|dirigid*|presidid*|convocad*) (por|pel(o|a|os|as))', 'coordenado pela secretaria', 'coordenado em 2010'],
  ['pt', 'by:coordinating', 'sob a coordenacao d(o|a|e)', 'sob a coordenação do conselho', 'sob a chuva'],
  ['pt', 'by:partner', 'com [o|a] (apoio|assistencia tecnica|colaboracao|cooperacao|participacao|parceria) [tecnic*] d(o|a|os|as|e)', 'com apoio do instituto', 'com apoio mútuo'],
  ['pt', 'by:partner', '(em (conjunto|parceria|alianca|articulacao) com|junto com)', 'em parceria com a rede', 'em parceria, bem'],
  ['pt', 'by:partner', '(convenio[s]|acordo[s]|parceria[s]) [de cooperacao] com', 'convênio com a universidade', 'convênio sem firma'],
  ['pt', 'does:implementing', '[(podera|devera|pode|deve|vai|vao|ira)] (execut(a|am|ara|arao|ou|aram|ar)|implement(a|am|ara|arao|ou|aram|ar)|implant(a|am|ara|ou|aram|ar)|administr(a|am|ara|ou|ar)|ger(e|em|ira|iu|ir)|realiz(a|am|ara|ou|aram|ar)|desenvolv(e|em|era|eu|eram))', 'executará o plano', 'executivo do plano'],
  ['pt', 'does:implementing', '(lev(a|am|ara|ou|aram) a cabo|p(oe|oem) em pratica|e o orgao (executor|gestor)|sera o orgao (executor|gestor))', 'levam a cabo o plano', 'levam água'],
  ['pt', 'does:funding', '(financi(a|am|ara|arao|ou|aram)|aport(a|am|ara|ou|aram)|emprest(ou|aram|ara)|do(ou|aram)|repass(a|am|ou|aram|ara)|destin(a|ou|aram|ara)|custe(ia|iam|ou|ara)|liber(ou|aram|ara))', 'financiará o plano', 'financista do plano'],
  ['pt', 'does:coordinating', '(coorden(a|am|ara|arao|ou|aram|e|em)|lider(a|am|ara|ou)|presid(e|em|ira|iu)|convoc(a|ou|aram)|articul(a|ou|ara))', 'coordena o plano', 'coordenador do plano'],
  ['pt', 'does:partner', '(apoi(a|am|ara|ou|aram|e|em)|acompanh(a|am|ara|ou|aram)|colabor(a|am|ara|ou|aram)|particip(a|am|ara|ou|aram)|prest(a|am|ara|e|em|ou) (assistencia|apoio)|firm(ou|aram|a|am)|assin(ou|aram)|aderi(u|ram))', 'firmou um convênio', 'firmeza de um convênio'],

  ['en', 'by:implementing', '(executed|implemented|administered|managed|run|operated|carried out|delivered) [jointly] by', 'executed by the institute', 'executed in 2010'],
  ['en', 'by:implementing', '(executing|implementing) (agency|agencies|body|entity|partner) (is|will be|are|shall be)', 'executing agency is the institute', 'executing a plan'],
  ['en', 'by:implementing', '(under the (responsibility|authority) of|responsibility of)', 'under the responsibility of the institute', 'responsibility in life'],
  ['en', 'by:implementing', '(through|an initiative of)', 'through the institute', 'thorough institute'],
  ['en', 'by:charge', '(to be paid|payable|borne) by', 'to be paid by the institute', 'to be paid in May'],
  ['en', 'by:funding', '(funded|financed|co-financed|paid [for]|provided|donated|granted|sponsored|supported financially) by', 'funded by the agency', 'funded in 2010'],
  ['en', 'by:funding', 'with [the] (funding|financing|funds|resources|money|financial support|a (loan|grant)) (from|of)', 'with funding from the agency', 'with funding in hand'],
  ['en', 'by:funding', '(received|receives|will receive|secured) ... from', 'received a million from the bank', 'received from'],
  ['en', 'by:funding', '(grant|loan|donation|contribution)[s] (from|of)', 'loans from the bank', 'loans at rest'],
  ['en', 'by:coordinating', '(coordinated|co-ordinated|led|chaired|headed|convened) by', 'coordinated by the council', 'coordinated in 2010'],
  ['en', 'by:partner', 'with [the] (support|assistance|technical assistance|cooperation|collaboration|help|participation) (of|from)', 'with support from the institute', 'with support in mind'],
  ['en', 'by:partner', '(in (cooperation|collaboration|partnership|coordination) with|together with|jointly with|alongside)', 'in partnership with the network', 'in partnership, well'],
  ['en', 'by:partner', '(agreement[s]|memorandum of understanding) with', 'agreement with the university', 'agreement of all'],
  ['en', 'does:implementing', '[(will|shall|should|may|must|is to|are to|to)] (implement[s|ed]|execute[s|d]|administer[s|ed]|manage[s|d]|run[s]|operate[s]|launch[es|ed]|carr(y|ies|ied) out)', 'will implement the plan', 'implementation of the farm'],
  ['en', 'does:implementing', '((is|are|was|were) (carrying out|implementing|running|managing|executing)|(is|will be|shall be) the (executing|implementing) (agency|body))', 'are carrying out the plan', 'are carrying water'],
  ['en', 'does:funding', '[(will|shall|should)] (fund[s|ed]|financ(e|es|ed)|lent|donate[s|d]|contribute[s|d]|paid for|pays for|allocate[s|d]|grant[s|ed]|disbursed)', 'funded the plan', 'fundamental plan'],
  ['en', 'does:coordinating', '[(will|shall|should)] (coordinate[s|d]|co-ordinate[s|d]|lead[s]|led|chair[s|ed]|convene[s|d])', 'coordinates the plan', 'coordinator of the plan'],
  ['en', 'does:partner', '[(will|shall|should)] (support[s|ed]|assist[s|ed]|sign[s|ed]|provid(e|es|ed) [technical] (assistance|support)|participate[s|d]|joined|join[s]|took part)', 'signed an agreement', 'signal an agreement'],
];
