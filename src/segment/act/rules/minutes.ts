import type { Cue } from '../../../text/cue.ts';

/** What a passage of minutes opens or is, by how it begins. */
export type MinutesMark =
  | 'opening'
  | 'attendance'
  | 'agenda'
  | 'item'
  | 'proceedings'
  | 'decisions'
  | 'closing'
  | 'sitting';

// biome-ignore format: one rule a row
export const minutesCues: readonly Cue<MinutesMark>[] = [
  ['es', 'attendance', '[lista de] (asistentes|participantes|presentes)$', 'LISTA DE PARTICIPANTES', 'Participantes de la feria vendieron semillas'],
  ['es', 'attendance', '(señores|sres[.]|señoras y señores) (asistentes|concejales|presentes)', 'Sres. Asistentes:', 'Los señores asistentes aplaudieron'],
  ['es', 'attendance', '[miembros] (asistentes|presentes|ausentes|excusados|excusan su asistencia|asisten|asistieron|no asisten):', 'Presentes: Ana Soto, Luis Paz', 'Presentes en la feria, las cooperativas vendieron'],
  ['es', 'attendance', '(ausentes|excusados|ausentes con aviso|invitados [especiales]|observadores)$', 'AUSENTES', 'Ausentes de la discusión quedaron los impuestos'],
  ['es', 'attendance', '(participaron|asistieron|estuvieron presentes|participan|asisten) [en la reunion] [de la reunion] [los|las|el|la] [señores] (delegacion*|representante*|delegad*|siguientes|integrantes|miembros|concejales)', 'Participaron las delegaciones de Ostrania y Valdoria.', 'Participaron en la economía muchas cooperativas'],
  ['es', 'attendance', '(la|el) (lista|nomina|listado) de (participantes|asistentes|presentes) (consta|figura|se adjunta|obra|se incluye)', 'La lista de participantes consta como Anexo I.', 'La lista de precios consta en el anexo'],
  ['es', 'attendance', '[en] (representacion|nombre) de (la|las) delegacion*', 'En representación de la delegación de Ostrania: Ana Soto', 'En representación de la cultura popular, el coro cantó'],
  ['pt', 'attendance', '[lista de] (presentes|participantes|presenca|ausentes|convidados|demais participantes|demais presentes)$', 'LISTA DE PRESENÇA', 'Participantes da feira venderam sementes'],
  ['pt', 'attendance', '[membros] [demais] (presentes|participantes|ausentes|ausencias justificadas|convidados):', 'Presentes: Ana Soto, Rui Paz', 'Presentes na feira, as cooperativas venderam'],
  ['pt', 'attendance', '(participaram|estiveram presentes|compareceram) [da reuniao] [a reuniao] [os|as|o|a] [senhores] (delegac*|representante*|delegad*|seguintes|integrantes|membros|conselheiros)', 'Participaram as delegações de Ostrania e Valdoria.', 'Participaram da economia muitas cooperativas'],
  ['pt', 'attendance', 'a (lista|relacao) de (participantes|presenca|presentes) (consta|figura|segue)', 'A lista de participantes consta do Anexo I.', 'A lista de preços consta do anexo'],
  ['pt', 'attendance', 'membros (da diretoria|do comite|do conselho|do colegiado)$', 'Membros do Conselho:', 'Membros do conselho pediram a palavra'],
  ['en', 'attendance', '[members|those|also|others|commissioners|officers|staff|board members] (present|absent|in attendance|excused)$', 'Members present', 'Present prices are high'],
  ['en', 'attendance', '[members|those|also|others|commissioners|officers|staff|board members] (present|absent|in attendance|excused):', 'OFFICERS IN ATTENDANCE: Ann Soto, Clerk', 'In attendance figures we trust'],
  ['en', 'attendance', '(attendance|attendees|participants|list of participants|apologies [for absence]|roll call of members)$', 'LIST OF PARTICIPANTS', 'Participants sold seeds at the fair'],
  ['en', 'attendance', '(attendees|participants|apologies [for absence]|those present were|absent|present) [were]:', 'Apologies: Ann Soto', 'Apologies were offered to the growers'],
  ['en', 'attendance', '(the following|delegations of|representatives of) ... (attended|were present|took part)', 'The following members attended', 'The following prices were set'],
  ['en', 'attendance', '(commissioner|councilor|councillor|member|mayor) <name> (arrived|left|joined) [the meeting] at #', 'Commissioner Soto arrived at 9:36 a.m.', 'Commissioner Soto arrived at a conclusion'],

  ['es', 'agenda', '(orden del dia|temario|agenda [de la reunion] [tentativa]|puntos del orden del dia|temas tratados|temas a tratar|asuntos a tratar)$', 'ORDEN DEL DÍA', 'La orden del día siguiente fue cavar'],
  ['es', 'agenda', '[el|la|los|las] (orden del dia|temario|agenda|temas tratados|temas a tratar|puntos tratados) [de la reunion] [es|fue|fueron|son] [el|la|los|las] (siguiente*|que sigue*):', 'Los temas tratados fueron los siguientes:', 'Los temas siguientes interesan a todos'],
  ['es', 'agenda', '(la agenda|el temario|el orden del dia) (consta|figura|se adjunta|obra)', 'La agenda consta como Anexo II.', 'La agenda tiene ferias y talleres'],
  ['es', 'agenda', '(los|se trataron los siguientes) temas [tratados] [fueron] [los siguientes]:', 'Se trataron los siguientes temas:', 'Los temas de la feria son libres'],
  ['pt', 'agenda', '(ordem do dia|pauta [da reuniao]|agenda [da reuniao]|temario|assuntos tratados|temas tratados)$', 'ORDEM DO DIA', 'A ordem do dia seguinte foi cavar'],
  ['pt', 'agenda', '[a|os|o] (ordem do dia|pauta|agenda|temas tratados|assuntos tratados) [da reuniao] [foi|foram|e|sao] [a|os|o] (seguinte*):', 'A pauta foi a seguinte:', 'A seguinte colheita foi boa'],
  ['pt', 'agenda', '(a agenda|a pauta|a ordem do dia) (consta|figura|segue)', 'A agenda consta do Anexo II.', 'A agenda trata de feiras'],
  ['en', 'agenda', '[meeting|the|draft|provisional] agenda [of the meeting] [items]$', 'AGENDA', 'Agenda setting is a power'],
  ['en', 'agenda', '(order of business|items discussed|matters for discussion)$', 'Order of business', 'Orders of seeds arrived'],
  ['en', 'agenda', 'the (agenda|items discussed) (was|were) [as follows] [the following]:', 'The agenda was as follows:', 'The agenda was set by growers'],

  ['es', 'item', '(asunto|punto|tema|item) [№] (#|primero|segundo|tercero|cuarto|quinto|sexto|septimo|octavo|noveno|decimo|unico)[.][:]', 'ASUNTO I.- APROBACIÓN DEL ACTA', 'Asunto delicado fue el precio'],
  ['pt', 'item', '(assunto|ponto|item|tema) [№] (#|primeiro|segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|nono|decimo|unico)[.][:]', 'ITEM 2 – Aprovação da ata', 'Item por item, o texto foi lido'],
  ['en', 'item', '(agenda item|item) [no.] #[.][:]', 'Agenda item 3: Report', 'Item by item the text was read'],

  ['es', 'proceedings', '(desarrollo [de la (reunion|sesion)]|deliberaciones|apertura [de la (reunion|sesion)]|temas tratados|consideraciones|antecedentes|introduccion|desarrollo de los temas)$', 'DESARROLLO DE LA REUNIÓN', 'Desarrollo de la economía social'],
  ['pt', 'proceedings', '(desenvolvimento [da (reuniao|sessao)]|abertura [da (reuniao|sessao)]|expediente|relato|introducao|antecedentes)$', 'ABERTURA DA SESSÃO', 'Abertura de mercados'],
  ['en', 'proceedings', '(proceedings|discussion|call to order|opening [of the (meeting|session)]|introduction|background|welcome)$', 'PROCEEDINGS', 'Proceedings of the fair were sold'],

  ['es', 'decisions', '(acuerdos|decisiones|resoluciones|conclusiones y acuerdos|acuerdos [y] [compromisos] (adoptados|alcanzados)|compromisos)$', 'ACUERDOS', 'Acuerdos comerciales en la región'],
  ['es', 'decisions', '[los|las|el|la] [siguiente*] (acuerdo*|decision*|resolucion*) [siguiente*] [adoptad*]:', 'Los siguientes acuerdos:', 'Los acuerdos comerciales: un estudio'],
  ['pt', 'decisions', '(acordos|decisoes|deliberacoes|resolucoes|encaminhamentos|compromissos)$', 'DELIBERAÇÕES', 'Acordos comerciais na região'],
  ['pt', 'decisions', 'decisao [de politica monetaria|do conselho|da reuniao|da mesa]$', 'D) Decisão de política monetária', 'Decisão tomada ontem'],
  ['en', 'decisions', '(agreements|decisions|resolutions|action items|decisions taken|actions)$', 'AGREEMENTS', 'Agreements on trade were studied'],

  ['es', 'closing', '(sin|no habiendo|y no habiendo|y no siendo otros|no teniendo) [otros|mas] [los] [otros|mas] (asunto*|tema*) [que tratar|a tratar]', 'Sin más asuntos que tratar, se levanta la sesión', 'Sin dinero, la vida sigue'],
  ['es', 'closing', '[siendo las ...] se (levanta|levanto|cierra|cerro|dio por (finalizada|terminada)|da por (finalizada|terminada|concluida)) la (sesion|reunion)', 'Se levantó la sesión a las 18 horas', 'Se levantó la cosecha'],
  ['pt', 'closing', '(nada mais havendo|nao havendo mais|sem mais) [assuntos] [nada] [a] [para] [que] trata*', 'Nada mais havendo a tratar, encerrou-se a sessão', 'Nada mais queremos'],
  ['pt', 'closing', '[e] (foi encerrada|encerrou-se|encerra-se|deu por encerrada) a (sessao|reuniao)', 'Encerrou-se a sessão às 18 horas', 'Encerrou-se a colheita'],
  ['en', 'closing', '(there being|with) no (further|other) (business|matters)', 'There being no further business, the meeting closed', 'No further business was lost'],
  ['en', 'closing', '[at # [a.m.] [p.m.]] [the] (meeting|council|session|board) (adjourned|was adjourned|closed|was closed)', 'Meeting adjourned at 11:25am', 'Meeting farmers was a joy'],
  ['en', 'closing', 'at #:# [a.m.|p.m.][,] [the] (meeting|council|session|board) (adjourned|was adjourned)', 'At 10:31 a.m. Council adjourned.', 'At 10:31 the train left'],

  ['es', 'opening', '(en|se realizo en|se llevo a cabo en|se celebro en) (la ciudad|el municipio|la casa consistorial|la sede|el salon|la sala) ... [siendo|el dia|a los|el|los dias]', 'En la ciudad de Villa Aromo, el 4 de octubre, se reúnen', 'En una ciudad lejana vivía un tejedor'],
  ['es', 'opening', '(siendo las #|a los # dias|a las # horas)', 'Siendo las 14.05 horas del día 13 de enero', 'Siendo las cooperativas muchas'],
  ['pt', 'opening', '(na cidade de|no municipio de|na sede d*|realizou-se|aos #|as # horas|no dia #|no auditorio)', 'Na cidade de Vila Sereno, em 4 de outubro, reuniram-se', 'Numa cidade distante vivia um tecelão'],
  ['pt', 'opening', 'aos ... dias do mes de', 'Aos quatorze dias do mês de março', 'Aos poucos a feira cresceu'],
  ['en', 'opening', '(in the (town|city) of <name>|the meeting was (held|called to order)|a (regular|special) meeting of|meeting called to order|the [#] [<name>] meeting of ... was held)', 'In the town of Serra Mansa, on 14 March 2010', 'In the town we bought seeds'],

  ['es', 'sitting', '(votaron a favor|votos a favor:|se da lectura al acta|se dio lectura al (acta|orden))', 'Se da lectura al acta anterior', 'Se da lectura a los poemas'],
  ['pt', 'sitting', '(votaram por essa decisao|votaram a favor|procedeu-se a leitura da ata)', 'Votaram por essa decisão os seguintes membros', 'Votaram por mais verbas'],
  ['en', 'sitting', '(motion carried|motion [was] seconded|roll call|so moved|all in favor)', 'Motion carried.', 'Motion sensors were fitted'],
];
