import type { Cue } from '../../../text/cue.ts';

/** Words that announce an objective, which follows them; behind `to` in Spanish and Portuguese only an infinitive does. */
// biome-ignore format: one rule a row
export const objectiveCues: readonly Cue<'aim' | 'to'>[] = [
  ['es', 'aim', '(con|a) (el|los) (objetivo[s]|objeto|fin[es]|proposito) de[:]', 'con el objetivo de crecer', 'con el objeto perdido'],
  ['es', 'to', '(a fin de|a los fines de|a [los] efectos de|con la finalidad de|con la idea de|con miras a|con vistas a|en procura de)', 'a fin de crecer', 'a fin del mes'],
  ['es', 'aim', '(tiene[n]|tendra[n]|teniendo) (por|como) (objeto|objetivo|finalidad|fin|proposito|mision)[:]', 'tiene por objeto crecer', 'tiene un objeto'],
  ['es', 'aim', '(finalidad|objetivo[s]|objeto|proposito) (principal|general|especifico|central|ultimo) (es|son|sera|consiste en)[:]', 'objetivo general es crecer', 'objetivo general'],
  ['es', 'aim', '[la|el|los] (finalidad|objetivo[s]|objeto|proposito) [principal|general] de[l] ... (es|son|sera)[:]', 'la finalidad del plan es crecer', 'la finalidad del plan'],
  ['es', 'to', '(busca[n]|procura[n]|se propone[n]|apunta[n] a|persigue[n]|tiende[n] a|pretende[n])', 'busca crecer', 'buscaba a Ana'],
  ['pt', 'aim', '(com|a) o[s] (objetivo[s]|objeto|fim|fins|intuito|proposito) de[:]', 'com o objetivo de crescer', 'com o objeto perdido'],
  ['pt', 'to', '(a fim de|com vistas a|com a intencao de|para fins de|com a finalidade de|visando [a])', 'a fim de crescer', 'ao fim do mês'],
  ['pt', 'aim', '(tem|têm|tera|terao|tendo) (por|como) (objetivo|objeto|finalidade|fim|proposito|missao)[:]', 'tem por objetivo crescer', 'tem um objeto'],
  ['pt', 'aim', '[a|o|os] (finalidade|objetivo[s]|objeto|proposito) [principal|geral] d(o|a|os|as|e) ... (e|sao|sera)[:]', 'a finalidade do plano é crescer', 'a finalidade do plano'],
  ['pt', 'aim', '(objetivo[s]|finalidade) (principal|geral|especifico|central) (e|sao|sera|consiste em)[:]', 'objetivo geral é crescer', 'objetivo geral'],
  ['pt', 'to', '(visa[m] [a]|busca[m]|pretende[m]|se propoe[m] a|propoe-se a)', 'visa crescer', 'visava tudo'],
  ['en', 'aim', '(with|for) the (aim|objective|goal|purpose|intention|idea)[s] of[:]', 'with the aim of growing', 'with the aim lost'],
  ['en', 'aim', '(in order to|so as to)', 'in order to grow', 'in order'],
  ['en', 'aim', '(aim[s|ed] (to|at)|aiming (to|at)|seek[s] to|seeking to|intended to|designed to|strive[s] to)', 'aims to grow', 'aims high'],
  ['en', 'aim', '[the] (purpose|aim|objective|goal)[s] of ... (is|are|was|were|will be) [to]', 'the purpose of the plan is to grow', 'the purpose of the plan'],
  ['en', 'aim', '[the|its] [main|general|overall|specific] (purpose|aim|objective|goal)[s] (is|are|was|were|will be) [to]', 'its main aim is to grow', 'its main aim'],
];

/** Words that announce whom a policy serves. */
// biome-ignore format: one rule a row
export const serviceCues: readonly Cue<'serves'>[] = [
  ['es', 'serves', '(dirigid*|destinad*|orientad*|focalizad*) (a|al|hacia|en)', 'dirigido a familias', 'dirigido por familias'],
  ['es', 'serves', '[que] (benefici(a|an|ara|aran|o|aron|ar)|atiend(e|en)|atendera*|atender|atendio|asist(e|en|ir|io)|alcanz(a|an|o|ara|ar)|favorec(e|en|er|era)|incluy(e|en)|llega* a|acompañar) (a|al)', 'beneficia a familias', 'beneficia mucho'],
  ['es', 'serves', '(proteccion|inclusion|atencion|asistencia|integracion) [y [la] asistencia] [integral|social] [de los derechos] (de|a)', 'protección de los derechos de las niñas', 'protección civil'],
  ['es', 'serves', '(pension*|subsidio*|prestacion*) [no contributiv*|social*] (a|para)', 'pensiones a los veteranos', 'pensiones en mora'],
  ['es', 'serves', '(otorgad*|concedid*|asignad*|entregad*|garantiz*|asegur*|proteg*|ayud*) a', 'asegurar a los usuarios', 'asegurar el agua'],
  ['es', 'serves', '(en (beneficio|favor|apoyo) de[l]|a favor de[l]|para beneficio de[l])', 'a favor de familias', 'a favor'],
  ['es', 'serves', '(seran|son|sean) (beneficiari*|destinatari*|titulares)[:]', 'serán beneficiarios los vecinos', 'serán felices'],
  ['es', 'serves', '(beneficiari*|destinatari*|poblacion (objetivo|destinataria|meta)) (son|seran)', 'beneficiarios son los vecinos', 'beneficiarios del plan'],
  ['es', 'serves', '(subsidio*|creditos|asistencia|apoyo|ayuda|microcreditos|capacitacion|beneficios|asistencia [tecnica|financiera]) [de hasta ...] (a|al|para)', 'subsidios a familias', 'subsidios por familia'],
  ['es', 'serves', '(otorga[ra|ran|r]|otorgara) ... a[l]', 'otorgará mil pesos a familias', 'otorgará mil pesos'],
  ['pt', 'serves', '(dirigid*|destinad*|direcionad*|voltad*|focad*) (a|ao|aos|as|para|em)', 'dirigido a famílias', 'dirigido por famílias'],
  ['pt', 'serves', '(benefici(a|am|ara|arao|ou|aram|ar)|atend(e|em|er|era|erao|eu|eram)|alcanc(a|am|ara|ou|aram)|favorec(e|em|er|era)|assist(e|em|ir|iu)|inclu(i|em))', 'beneficia famílias', 'beneficiário'],
  ['pt', 'serves', '(protecao|inclusao|atencao|assistencia|integracao) [integral|social] [dos direitos] (d(o|a|os|as|e)|a)', 'proteção dos direitos das crianças', 'proteção civil'],
  ['pt', 'serves', '(outorgad*|concedid*|entregue[s]|garantir|assegurar|proteger|ajudar|apoiar) [a|ao|aos|as]', 'concedido a produtores', 'conceder tudo'],
  ['pt', 'serves', '(em (beneficio|favor|prol|apoio) d(o|a|os|as|e))', 'em favor de famílias', 'em favor'],
  ['pt', 'serves', '(serao|sao|sejam) (beneficiari*|destinatari*)[:]', 'serão beneficiários os vizinhos', 'serão felizes'],
  ['pt', 'serves', '(beneficiari*|destinatari*|publico[-]alvo|publico beneficiario) (sao|serao)', 'beneficiários são os vizinhos', 'beneficiários do plano'],
  ['pt', 'serves', '(subsidio*|credito*|assistencia|apoio|ajuda|capacitacao|bolsas) [tecnica|financeir*] (a|ao|aos|as|para)', 'apoio a famílias', 'apoio da família'],
  ['pt', 'serves', '(concede*|concedera*) ... (a|ao|aos|as)', 'concederá mil reais a famílias', 'concederá mil reais'],
  ['en', 'serves', '(targeted (at|to|towards)|aimed at|directed (to|at|towards)|intended for|available to|open to|reserved for)', 'targeted at families', 'targeted by families'],
  ['en', 'serves', '(benefit[s|ed|ing]|protect[s|ed|ing]|empower[s|ed|ing]|serve[s|d]|serving|reach[es|ed|ing]|assist[s|ed|ing]|target[s|ed|ing])', 'benefits families', 'beneficial'],
  ['en', 'serves', '(in favo[u]r of|for the benefit of|on behalf of|in support of|spent on)', 'in favour of families', 'in favour'],
  ['en', 'serves', '[the] (beneficiaries|target (group|population)[s]) (are|will be|is)', 'the beneficiaries are families', 'the beneficiaries of it'],
  ['en', 'serves', '(subsid(y|ies)|credit[s]|support|assistance|grants|loans|training|aid) (to|for)', 'support for families', 'support by families'],
  ['en', 'serves', '(grant|lend) ... to', 'grant a million to families', 'grant a million'],
];
