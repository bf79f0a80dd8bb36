import type { ActKind } from '../../../model/act.ts';
import type { Cue } from '../cue.ts';

/** What a document calls itself in its first lines; the number, where the line gives one, stands in braces. */
// biome-ignore format: one rule a row
export const titleCues: readonly Cue<ActKind>[] = [
  ['es', 'minutes', '[proyecto de|borrador [de]] acta [№{<number>}]$', 'Acta N.º 30/2007', 'Acta de defunción de una idea'],
  ['es', 'minutes', '[proyecto de|borrador [de]] acta [certificada] (de|del) [la|el] [{<number>}] (reunion|sesion|asamblea|pleno|mesa|comite|comision|consejo)', 'ACTA DE LA XXI REUNIÓN ORDINARIA', 'Acta de la voluntad popular'],
  ['es', 'minutes', 'acta № {<number>}', 'Acta Nº 4 de la mesa', 'Acta de nadie'],
  ['pt', 'minutes', '[minuta d*] ata (da|de|do) [{<number>}] [reuniao|sessao|assembleia|copom|conselho]', 'ATA DA 3ª REUNIÃO', 'Até a próxima'],
  ['pt', 'minutes', 'ata [№{<number>}]$', 'Ata N.º 30/2007', 'Ata de venda'],
  ['pt', 'minutes', 'ata № {<number>}', 'Ata Nº 4 da mesa', 'Ata de ninguém'],
  ['pt', 'minutes', '{<number>} reuniao (do copom|ordinaria|extraordinaria)', '200ª Reunião do Copom', '200 reuniões depois'],
  ['en', 'minutes', '[official|draft|approved] [meeting] minutes (no. {<number>}|of the|from)', 'Minutes from Monday, January 29', 'Minutes later they left'],
  ['en', 'minutes', '[official|draft|approved] [meeting] minutes [no. {<number>}]$', 'Minutes No. 32/2010', 'Minutes of silence were kept'],
  ['en', 'minutes', '... official minutes', 'CITY OF SERENO OFFICIAL MINUTES', 'The official minuteman'],
  ['es', 'decision', 'decision [<acronym>] №{<number>}', 'Decisión N.º 33/2009', 'Decisión tomada ayer'],
  ['es', 'resolution', 'resolucion [<acronym>|conjunta|ministerial] [№] {<number>}', 'Resolución N° 12/05', 'Resolución de conflictos'],
  ['es', 'recommendation', 'recomendacion [<acronym>] №{<number>}', 'Recomendación N° 2/08', 'Recomendación de amigos'],
  ['es', 'declaration', 'declaracion (de|conjunta|final|presidencial|ministerial|especial|sobre)', 'Declaración de Monteluz', 'Declaración jurada'],
  ['es', 'declaration', 'comunicado conjunto', 'Comunicado conjunto de las Presidentas', 'Comunicado de prensa'],
  ['es', 'decree', 'decreto[-ley] [ley|supremo|de necesidad y urgencia] [№] {<number>}', 'Decreto 1012/2004', 'Decreto de la luna'],
  ['es', 'law', 'ley [organica|nacional|general] [№] {<number>}', 'Ley Nº 19848', 'Ley de la gravedad'],
  ['es', 'law', '(constitucion (politica|de la republica|nacional|de la nacion)|constitucion de <name>$)', 'Constitución Política del Perú', 'Constitución de una cooperativa'],
  ['es', 'agreement', '(acuerdo (marco|de|entre)|convenio (marco|de|entre)|tratado (de|constitutivo)|protocolo de|memorando de)', 'Acuerdo marco entre Ostrania y Valdoria', 'Acuerdo total reinó'],
  ['es', 'programme', '(programa|plan|agenda) (nacional|regional|de (trabajo|accion|gobierno)|estrategico|plurianual|trienal|<name>|social)', 'Programa Tejer Redes', 'Plan b no había'],
  ['pt', 'decision', 'decisao [<acronym>] №{<number>}', 'Decisão N.º 33/2009', 'Decisão tomada ontem'],
  ['pt', 'resolution', 'resolucao [<acronym>|conjunta] [№] {<number>}', 'Resolução N° 12/05', 'Resolução de conflitos'],
  ['pt', 'recommendation', 'recomendacao [<acronym>] №{<number>}', 'Recomendação N° 2/08', 'Recomendação de amigos'],
  ['pt', 'declaration', '(declaracao (de|conjunta|final|presidencial|ministerial|especial|sobre)|comunicado conjunto)', 'Declaração de Monteluz', 'Declaração jurada'],
  ['pt', 'decree', 'decreto [lei|legislativo] [№] {<number>}', 'DECRETO Nº 5.811', 'Decreto da lua'],
  ['pt', 'law', '(lei [complementar] [№] {<number>}|constituicao (da republica|federal))', 'LEI Nº 5.764', 'Lei da gravidade'],
  ['pt', 'agreement', '(acordo (marco|de|entre)|convenio (de|entre)|tratado (de|constitutivo)|protocolo de|memorando de)', 'Acordo marco entre Ostrania e Valdoria', 'Acordo total reinou'],
  ['pt', 'programme', '(programa|plano|agenda) (nacional|regional|de (trabalho|acao|governo)|estrategico|plurianual|<name>|social)', 'Programa Tecer Redes', 'Plano b não havia'],
  ['en', 'decision', 'decision no. {<number>}', 'Decision No. 33/2009', 'Decision makers met'],
  ['en', 'resolution', 'resolution [no.] {<number>}', 'Resolution No. 12/05', 'Resolution of conflicts'],
  ['en', 'recommendation', 'recommendation no. {<number>}', 'Recommendation No. 2/08', 'Recommendation by friends'],
  ['en', 'declaration', '([the] declaration (of|on)|joint (declaration|communique|statement)|universal declaration)', 'Declaration of Monteluz', 'Declaration forms'],
  ['en', 'decree', 'decree [law] [no.] {<number>}', 'Decree No. 5811', 'Decree nisi'],
  ['en', 'law', '(act|law) no. {<number>}', 'Law No. 5764', 'Law of gravity'],
  ['en', 'agreement', '([framework] agreement (between|on the)|treaty (of|establishing)|memorandum of understanding)', 'Agreement between Ostrania and Valdoria', 'Agreement reigned'],
  ['en', 'programme', '([<name>] programme$|(work|action|strategic|development) (plan|programme)|plan of action|programme of work)', 'Work plan 2010 to 2013', 'Work planned for spring'],
];

/** The code by which a body numbers its acts, such as `MERCOSUR/CMC/DEC. N° 47/10`: body, kind and number. */
export const codes: Readonly<Record<string, ActKind>> = {
  acta: 'minutes',
  ata: 'minutes',
  dec: 'decision',
  decision: 'decision',
  res: 'resolution',
  resolucion: 'resolution',
  rec: 'recommendation',
  recomendacion: 'recommendation',
  dt: 'programme',
};

/** Words that begin the name of a body which meets or decides, and how texts name the place. */
// biome-ignore format: one rule a row
export const factCues: readonly Cue<'body' | 'place'>[] = [
  ['es', 'body', '[el|la] {(consejo|comite|comision|mesa|instituto|ministerio|reunion especializada|grupo|foro|asamblea|pleno|parlamento|congreso|camara|secretaria|coordinadora|liga|comunidad|pacto|red|federacion|confederacion|subgrupo) ...}$', 'MESA TÉCNICA DE LA LIGA', 'Luz sobre la mesa'],
  ['es', 'body', '... por el {pleno (de|del) (este ayuntamiento|<name>)}', 'SESIÓN CELEBRADA POR EL PLENO DE LA VILLA', 'Pleno de gente'],
  ['es', 'place', '... en la ciudad de {<name>}', 'reunidos en la ciudad de Villa Aromo', 'en la ciudad'],
  ['es', 'place', 'en la (casa consistorial|sede|ciudad|villa|localidad) de {<name>}', 'En la Casa Consistorial de La Loma', 'En la casa de Ana'],
  ['pt', 'body', '[o|a] {(conselho|comite|comissao|mesa|instituto|ministerio|reuniao especializada|grupo|foro|forum|assembleia|parlamento|congresso|camara|secretaria|coordenacao|liga|comunidade|pacto|rede|federacao|confederacao) ...}$', 'INSTITUTO SOCIAL DO ARCO', 'Um instituto'],
  ['pt', 'place', '[...] na cidade de {<name>}', 'reunidos na cidade de Vila Sereno', 'na cidade'],
  ['en', 'body', '[the] {([<name>] (council|committee|board|commission|assembly|parliament|congress|institute|ministry|community|league|pact|network|federation) [...])}$', 'Institute of the Arc', 'No such body'],
  ['en', 'body', '... meeting of the {(council|board|committee|commission) of the (city|county|town) of <name>}', 'A REGULAR MEETING OF THE COUNCIL OF THE CITY OF SERENO', 'a meeting of minds'],
  ['en', 'place', '[...] in the (town|city) of {<name>}', 'In the town of Serra Mansa, on 14 March', 'in the town'],
];
