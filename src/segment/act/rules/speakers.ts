import type { Speaker } from '../../../model/passage.ts';
import type { Cue } from '../../../text/cue.ts';

/** How texts name who speaks; the name that a passage is given stands in braces. */
// biome-ignore format: one rule a row
export const speakerCues: readonly Cue<Speaker['role']>[] = [
  ['es', 'chair', '[la|el|los] {(presidencia|vicepresidencia) [pro tempore] [de <name>]}', 'La Presidencia', 'La presidenciable'],
  ['es', 'chair', '[la|el] {ppt*}', 'La PPTB', 'La persona'],
  ['es', 'chair', '[el|la|al|del] [(sr|sra|señor|señora)[.]] {(president*|alcalde|alcaldesa|vicepresident*)[-president*] [president*] [de la (reunion|sesion|mesa|asamblea)] [pro tempore]}', 'El Sr. Alcalde-Presidente', 'El señor de la feria'],
  ['es', 'delegation', '[la|las] {delegaci* [de|del|argentina|brasileña|paraguaya|uruguaya|venezolana|boliviana|chilena] [la|el|los] [<name>]}', 'La delegación de Ostrania', 'La delegada'],
  ['es', 'delegation', '[el|la|los|las] {(representante*|delegad*) (de|del|por) [la|el|los] [delegacion de] <name>}', 'El representante de Ostrania', 'El representante más joven'],
  ['es', 'delegation', '{(argentina|bolivia|brasil|chile|colombia|ecuador|guyana|paraguay|peru|surinam|uruguay|venezuela)}', 'Uruguay', 'Uruguayos'],
  ['es', 'institution', '[el|la|los|las] {(secretaria (tecnica|permanente|ejecutiva|general)|secretaria administrativa|coordinacion nacional|seccion nacional)}', 'La Secretaría Técnica', 'La secretaria abrió la puerta'],
  ['es', 'institution', '[el|la] {(ministerio|instituto|comite|consejo|universidad|banco|federacion|confederacion|red|asociacion|fundacion|comision|organizacion|camara|grupo mercado) [de|del] [la|los|las] <name>}', 'El Ministerio de Trabajo', 'El instituto cercano'],
  ['es', 'institution', '[el|la|los|las] {<acronym>}', 'La RECM', 'La Recaudación'],
  ['es', 'person', '[el|la|al|del|los] (sr|sra|srta|señor|señora|d|dña|dª|doña|don|dr|dra|lic|ing|prof|concejal|concejala|diputad*|senador*|ministr*|embajador*|canciller)[.] [(d|dr|dra|ing|lic)[.]] {<name>}', 'El Sr. Juan Pérez', 'El señor de la feria'],
  ['pt', 'chair', '[a|o] {(presidencia|vice-presidencia) [pro tempore] [d* <name>]}', 'A Presidência', 'A presidenciável'],
  ['pt', 'chair', '[a|o] {ppt*}', 'A PPTB', 'A pessoa'],
  ['pt', 'chair', '[o|a] [(sr|sra|senhor|senhora)[.]] {(president*|prefeit*|vice-president*) [d* (reuniao|sessao|mesa|assembleia|comite|conselho)]}', 'O Senhor Presidente', 'O senhor da feira'],
  ['pt', 'delegation', '[a|as] {delegac* [de|do|da|argentina|brasileira|paraguaia|uruguaia|venezuelana|boliviana] [<name>]}', 'A delegação do Brasil', 'A delegada'],
  ['pt', 'delegation', '[o|a|os|as] {(representante*|delegad*) (de|do|da|pela|pelo) [delegacao d*] <name>}', 'O representante de Ostrania', 'O representante mais jovem'],
  ['pt', 'delegation', '{(argentina|bolivia|brasil|chile|colombia|equador|guiana|paraguai|peru|suriname|uruguai|venezuela)}', 'Uruguai', 'Uruguaios'],
  ['pt', 'institution', '[o|a] {(secretaria (tecnica|permanente|executiva|geral|nacional [de] [<name>])|coordenacao nacional|secao nacional)}', 'A Secretaria Técnica', 'A secretária abriu a porta'],
  ['pt', 'institution', '[o|a] {(ministerio|instituto|conselho|universidade|banco|federacao|confederacao|rede|associacao|fundacao|comissao|organizacao|camara) [de|do|da] [dos|das] <name>}', 'O Ministério do Trabalho', 'O instituto vizinho'],
  ['pt', 'institution', '[o|a|os|as] {<acronym>}', 'O IBGE', 'O Ibérico'],
  ['pt', 'person', '[o|a|ao|os] (sr|sra|senhor|senhora|dr|dra|prof|vereador*|deputad*|senador*|ministr*|embaixador*|conselheir*)[.] [(dr|dra)[.]] {<name>}', 'O Sr. João Pires', 'O senhor da feira'],
  ['en', 'chair', '[the] {(presidency|chair|chairman|chairwoman|chairperson|presiding officer)}', 'The Presidency', 'The chairs'],
  ['en', 'chair', '[the] {(president|mayor) [pro tem] [of the (meeting|session|council|board)]}', 'The Mayor', 'The mayors'],
  ['en', 'delegation', '[the] {delegation of [the] <name>}', 'The delegation of Ostrania', 'The delegation came'],
  ['en', 'delegation', '[the] {(representative|delegate)[s] (of|from|for) [the] [delegation of] <name>}', 'The representative of Ostrania', 'The representative body'],
  ['en', 'delegation', '{(argentina|bolivia|brazil|chile|colombia|ecuador|guyana|paraguay|peru|suriname|uruguay|venezuela)}', 'Uruguay', 'Uruguayans'],
  ['en', 'institution', '[the] {(technical|executive|permanent|general) secretariat}', 'The Technical Secretariat', 'The secretarial pool'],
  ['en', 'institution', '[the] {(ministry|institute|department|university|bureau|federation|association|commission|agency|committee) (of|on|for) [the] <name>}', 'The Ministry of Labour', 'The ministry of silly walks'],
  ['en', 'institution', '[the] {<acronym>}', 'The ILO', 'The Illinois'],
  ['en', 'person', '[the] (mr|mrs|ms|dr|sir|commissioner|councilor|councillor|councilmember|senator|ambassador|minister|prof)[.] {<name>}', 'Mr. John Perry', 'The minister came'],
];

/** What a speaker does with words; `says` may report a clause, `acts` is a turn in a meeting without one. */
// biome-ignore format: one rule a row
export const speechCues: readonly Cue<'says' | 'acts'>[] = [
  ['es', 'says', '(inform(o|aron|a|an)|señal(o|aron|a|an)|manifest(o|aron)|manifiesta[n]|expres(o|aron|a|an)|expuso|expusieron|expone[n]|indic(o|aron|a|an)|mencion(o|aron|a|an)|dijo|dijeron|dice[n]|afirm(o|aron|a|an)|sostuvo|sostuvieron|sostiene[n]|destac(o|aron|a|an)|resalt(o|aron|a|an)|subray(o|aron|a|an)|explic(o|aron|a|an)|aclar(o|aron|a|an)|declar(o|aron)|advirtio|advirtieron|advierte[n]|respondi(o|eron)|responde[n]|contest(o|aron|a|an)|pregunt(o|aron|a|an)|record(o|aron)|recuerda[n]|coment(o|aron|a|an)|consider(o|aron)|opin(o|aron|a|an)|agreg(o|aron|a|an)|añadi(o|eron)|añade[n]|reiter(o|aron|a|an)|anunci(o|aron|a|an)|plante(o|aron|a|an)|propuso|propusieron|propone[n]|sugirio|sugirieron|sugiere[n]|solicit(o|aron|a|an)|pidi(o|eron)|pide[n]|insisti(o|eron)|insiste[n]|coincidi(o|eron))', 'informó que', 'informe'],
  ['es', 'acts', '(present(o|aron|a|an)|agradeci(o|eron)|agradece[n]|dio (lectura|cuenta|la bienvenida)|da (lectura|cuenta|la bienvenida)|hizo (uso de la palabra|referencia|entrega|una presentacion)|hace (uso de la palabra|referencia)|toma la palabra|tomo la palabra|intervino|interviene[n]|present(o|a) un informe|felicit(o|a|aron)|salud(o|a|aron))', 'agradeció', 'agradable'],
  ['pt', 'says', '(inform(ou|aram|a|am)|assinal(ou|aram|a|am)|manifest(ou|aram|a|am)[-se]|express(ou|aram|a|am)|expos|expuseram|expoe|indic(ou|aram|a|am)|mencion(ou|aram|a|am)|disse[ram]|diz[em]|afirm(ou|aram|a|am)|sustent(ou|aram|a|am)|destac(ou|aram|a|am)|ressalt(ou|aram|a|am)|salient(ou|aram)|sublinh(ou|aram)|explic(ou|aram|a|am)|esclarec(eu|eram|e|em)|declar(ou|aram|a|am)|advert(iu|iram|e|em)|respond(eu|eram|e|em)|pergunt(ou|aram|a|am)|record(ou|aram)|lembr(ou|aram|a|am)|coment(ou|aram|a|am)|consider(ou|aram)|opin(ou|aram|a|am)|acrescent(ou|aram|a|am)|reiter(ou|aram|a|am)|anunci(ou|aram|a|am)|propos|propuseram|propoe|suger(iu|iram|e|em)|solicit(ou|aram|a|am)|ped(iu|iram|e|em)|insist(iu|iram|e|em)|concord(ou|aram))', 'informou que', 'informe'],
  ['pt', 'acts', '(apresent(ou|aram|a|am)|agradec(eu|eram|e|em)|deu (inicio|conhecimento|boas-vindas|as boas-vindas|ciencia)|fez (uso da palabra|uso da palavra|referencia|entrega|uma apresentacao)|(tomou|usou|toma) (da|a) palavra|interveio|cumpriment(ou|aram)|parabeniz(ou|aram)|saud(ou|aram))', 'agradeceu', 'agradável'],
  ['en', 'says', '(said|says|stated|states|noted|notes|explained|explains|reported|reports|announced|announces|informed|informs|recalled|recalls|remarked|observed|added|adds|argued|argues|claimed|claims|declared|declares|replied|replies|answered|asked|asks|pointed out|points out|stressed|stresses|emphasized|emphasised|underlined|highlighted|suggested|suggests|proposed|proposes|requested|requests|warned|affirmed|affirms|expressed|expresses|indicated|indicates|commented|mentioned|clarified|believed|agreed)', 'stated that', 'statement'],
  ['en', 'acts', '(presented|presents|thanked|thanks|discussed|spoke|took the floor|introduced|moved|seconded|inquired|led)', 'presented the report', 'presentation'],
];

/** Turns in which the verb comes first; the speaker follows. */
// biome-ignore format: one rule a row
export const inversionCues: readonly Cue<'floor' | 'turn'>[] = [
  ['es', 'floor', '(interviene|intervino|toma la palabra|tomo la palabra|hace uso de la palabra|hizo uso de la palabra|en uso de la palabra|cede la palabra a|a continuacion interviene|seguidamente interviene)', 'Toma la palabra el Sr. Pérez', 'Toma la semilla'],
  ['es', 'turn', '(se (explica|expone|informa|propone|explico|expuso|informo|propuso|solicita|solicito|manifiesta|manifesto|da lectura) por|por)', 'Por el Sr. Alcalde se expone', 'Porque se expone'],
  ['pt', 'floor', '(com a palavra|em uso da palavra|fez uso da palavra|tomou a palavra|usou da palavra|passou a palavra a|passou a palavra ao)[,]', 'Com a palavra, o Sr. Pires', 'Com a semente'],
  ['pt', 'turn', '(foi (exposto|informado|proposto|explicado) pel(o|a)|pel(o|a))', 'Foi informado pela Presidência', 'Foi informado tarde'],
  ['en', 'turn', '(it was (stated|reported|proposed|explained|noted) by)', 'It was stated by the Chair', 'It was stated'],
];

/** What may stand before the subject of a sentence that goes on with what is being said. */
// biome-ignore format: one rule a row
export const leadCues: readonly Cue<'lead'>[] = [
  ['es', 'lead', '(asimismo|ademas|tambien|por otra parte|por su parte|por otro lado|a su vez|al respecto|en este sentido|en ese marco|en tal sentido|finalmente|por ultimo|en primer lugar|a continuacion|seguidamente|posteriormente|luego|al mismo tiempo|igualmente|de igual forma|sobre este punto|en ese sentido)[,]', 'Asimismo,', 'Así'],
  ['pt', 'lead', '(do mesmo modo|alem disso|tambem|por outro lado|por sua vez|a esse respeito|nesse sentido|nesse quadro|neste sentido|finalmente|por fim|por ultimo|em seguida|a seguir|posteriormente|ao mesmo tempo|igualmente|ademais|sobre este ponto|outrossim)[,]', 'Além disso,', 'Além'],
  ['en', 'lead', '(likewise|in addition|moreover|also|furthermore|finally|in turn|then|at the same time|in this setting|in this regard|on this point|next|lastly|for its part|for his part|for her part)[,]', 'In addition,', 'In'],
];

/** What a paragraph begins with that goes on with the words of the speaker before it, without a subject of its own. */
// biome-ignore format: one rule a row
export const continuationCues: readonly Cue<'continues'>[] = [
  ['es', 'continues', '[(asimismo|ademas|tambien|finalmente|por ultimo|igualmente|al respecto)[,]] (agrego|añadio|señalo|indico|destaco|expreso|manifesto|explico|menciono|sostuvo|reitero|concluyo|propuso|informo|recordo|afirmo|subrayo|continuo diciendo) (que|asimismo|tambien|ademas)', 'Asimismo, señaló que faltan datos', 'Asimismo, se señaló que'],
  ['pt', 'continues', '[(do mesmo modo|alem disso|tambem|finalmente|por fim|igualmente|ademais)[,]] (acrescentou|assinalou|indicou|destacou|expressou|manifestou|explicou|mencionou|sustentou|reiterou|concluiu|propos|informou|lembrou|afirmou|ressaltou) (que|ainda|tambem)', 'Acrescentou que faltam dados', 'Foi acrescentado que'],
  ['en', 'continues', '(he|she|they|it) [also|further|then] (added|stated|noted|explained|said|stressed|recalled|concluded|proposed|reported) ', 'She added that data were missing', 'It was added that'],
];

/** What stands before a source whose words follow in the same sentence. */
// biome-ignore format: one rule a row
export const sourceCues: readonly Cue<'source'>[] = [
  ['es', 'source', '(segun|de acuerdo con|a juicio de|en palabras de)', 'Según el INDEC, la pobreza baja', 'Segunda vuelta'],
  ['pt', 'source', '(segundo|de acordo com|na opiniao de|nas palavras de)', 'Segundo o IBGE, a pobreza cai', 'Segunda feira'],
  ['en', 'source', '(according to|in the words of|in the view of)', 'According to the ILO, poverty falls', 'In accordance with'],
];
