import type { Cue } from '../../../text/cue.ts';

/**
 * How minutes word what was agreed, at the beginning of a sentence or, for `within`, anywhere in one; `clause` is
 * one of the numbered points of an agreement, which a `proposal` leads to.
 */
// biome-ignore format: one rule a row
export const decisionCues: readonly Cue<'decision' | 'within' | 'clause' | 'proposal'>[] = [
  ['es', 'decision', '[y] [asimismo,] se (acuerda|acordo|acordaron|resuelve|resolvio|decide|decidio|aprueba[n]|aprob(o|aron)|instruye|instruyo|dispuso|convino|designo|encomendo)', 'Se acordó convocar a una reunión', 'Se acordaba de la feria'],
  ['es', 'decision', '(sometid*|puest*) [el asunto|la propuesta|la mocion] a votacion', 'Sometido el asunto a votación, queda aprobado', 'Sometidos al viento'],
  ['es', 'decision', '(la|las|el|los) (delegaciones|pleno|plenario|reunion|consejo|comite|mesa|comision|asamblea|corporacion|partes|coordinadores|presentes|asamblea general) [<acronym>] (acord(o|aron)|acuerda[n]|resolvi(o|eron)|resuelve[n]|decidi(o|eron)|decide[n]|aprob(o|aron)|aprueba[n]|instruy(o|eron)|convin(o|ieron)|adopta[n]|adopt(o|aron))', 'Las delegaciones acordaron elevar el proyecto', 'Las delegaciones aprobadas viajaron'],
  ['es', 'decision', '(queda[n]|quedo|quedaron|fue|fueron) [por tanto] (aprobad*|acordad*|adoptad*|resuelt*)', 'Queda aprobada el acta', 'Queda pendiente el plan'],
  ['es', 'within', '(se (acuerda|acordo|aprueba|aprobo|adopta|adopto|resuelve|resolvio|decide|decidio) [declarar|el siguiente] [acuerdo] [por] (unanimidad|mayoria|consenso)|adopta por unanimidad|acuerda por unanimidad|por (unanimidad|mayoria) [absoluta] [de los presentes] (se acuerda|acuerda[n]|aprueba[n]|adopta[n]|acordo|aprobo))', 'se aprueba por unanimidad', 'por unanimidad de criterio'],
  ['es', 'within', 'se (acordo|resolvio|decidio|acuerda|resuelve) (que|elevar|solicitar|encomendar|remitir|aprobar|realizar|convocar|instruir|continuar|declarar|designar|crear|incluir)', 'se acordó elevar el texto', 'se acordó de la feria'],
  ['es', 'clause', '(primero|segundo|tercero|cuarto|quinto|sexto|septimo|octavo|noveno|decimo|unico)[.][-] <infinitive>', 'PRIMERO. Aprobar el expediente', 'PRIMERO. A la vista de los antecedentes'],
  ['es', 'proposal', '(siguiente*|propuesta de|propuestas de) (acuerdo*|resolucion*|decision*)', 'se propone el siguiente ACUERDO:', 'sin acuerdo alguno'],
  ['pt', 'proposal', '(seguinte*|proposta de|propostas de) (acordo*|resoluc*|decis*|deliberac*)', 'propõe-se a seguinte resolução:', 'sem acordo algum'],
  ['en', 'proposal', '(following|proposed) (agreement*|resolution*|decision*|motion*)', 'the following resolution was proposed:', 'with no resolution'],
  ['pt', 'clause', '(primeiro|segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|nono|decimo)[.][-] <infinitive>', 'PRIMEIRO. Aprovar o processo', 'PRIMEIRO. Os antecedentes'],
  ['pt', 'decision', '[e] (resolve-se|resolveu-se|decidiu-se|decide-se|acordou-se|aprovou-se|deliberou-se|ficou (acordado|decidido|resolvido|aprovado|definido|estabelecido)|foi (aprovad*|decidid*|acordad*|deliberad*)|foram (aprovad*|decidid*|acordad*))', 'Ficou acordado convocar uma reunião', 'Ficou tarde'],
  ['pt', 'decision', '(o|a|os|as) (copom|comite|conselho|plenario|plenaria|reuniao|mesa|comissao|assembleia|delegacoes|partes|coordenadores|presentes|colegiado) [<acronym>] [entao|tambem] (decidiu|decidiram|acordou|acordaram|resolveu|resolveram|aprovou|aprovaram|deliberou|deliberaram)', 'O Copom decidiu, por unanimidade, manter a taxa', 'O Copom avaliou o cenário'],
  ['pt', 'decision', '(posta|colocada|submetida) [a proposta|a ata|a materia] [em|a] votacao', 'Posta em votação, foi aprovada', 'Posta à mesa'],
  ['pt', 'within', '(decidiu|decidiram|aprovou|aprovaram|aprovad*|acordou|acordaram|resolveu)[,] por (unanimidade|maioria|consenso)', 'decidiu, por unanimidade, manter', 'por unanimidade de critério'],
  ['pt', 'within', '(resolve-se|resolveu-se|decidiu-se|acordou-se|ficou (acordado|decidido|resolvido)) (que|elevar|solicitar|encaminhar|aprovar|realizar|convocar|criar)', 'ficou acordado que o texto', 'ficou acordado tarde'],
  ['en', 'decision', 'it was [unanimously|further|also] (decided|agreed|resolved|approved|determined|moved and seconded)', 'It was agreed to convene a meeting', 'It was a long road'],
  ['en', 'decision', '(the) (council|committee|board|meeting|delegations|plenary|commission|assembly|parties) [<acronym>] [unanimously|also] (decided|decides|agreed|resolved|approved|adopted|instructed)', 'The Council decided to extend the plan', 'The Council heard the plan'],
  ['en', 'decision', '(motion [was] (carried|passed|approved|failed)|so ordered|resolved[,] that|approved –|the motion (carried|passed|was (carried|adopted)))', 'Motion carried unanimously.', 'Motion pictures were shown'],
  ['en', 'within', '(was|were) (adopted|approved|passed|carried) (unanimously|by (consensus|acclamation|a vote)|on a)', 'was approved unanimously', 'was approved'],
  ['en', 'within', '(approved|adopted|accepted|carried) (–|—|-) <name>', 'accounts approved – B. Moss (motion)', 'approved by few'],
  ['en', 'within', '(and on a ... roll call|minutes ... (approved|adopted)|motion to approve) ', 'minutes from 11/30/17 meeting approved – A. Soto', 'minutes of walking'],
];
