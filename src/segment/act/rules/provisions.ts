import type { Cue } from '../../../text/cue.ts';

/** What a passage of an act or programme opens or is, by how it begins. */
export type ProvisionMark =
  | 'recital'
  | 'reason'
  | 'enacting'
  | 'article'
  | 'annex'
  | 'signature'
  | 'publication'
  | 'objective'
  | 'instrument'
  | 'budget';

// biome-ignore format: one rule a row
export const provisionCues: readonly Cue<ProvisionMark>[] = [
  ['es', 'recital', '(visto[s]|vista[s]|y visto[s]) [:] (el|la|los|las|lo|que)', 'VISTO el Expediente y la Ley', 'Visto desde lejos, el pueblo es blanco'],
  ['es', 'recital', '(visto[s]|vista[s]|considerando[s]|y considerando|resultando|teniendo (presente|en cuenta)|preambulo|exposicion de motivos|fundamentos)$', 'CONSIDERANDO:', 'Considerando y pensando, decidieron'],
  ['es', 'recital', 'vist(o|a|os|as) (informe*|recurso*|expediente*|dictamen*|propuesta*|solicitud*|escrito*|resolucion*)', 'Visto informe de la secretaría', 'Visto bueno'],
  ['es', 'recital', '(visto|considerando|resultando|teniendo (presente|en cuenta)): ', 'VISTO: El Tratado y el Protocolo', 'Visto y considerando'],
  ['es', 'reason', '(considerando|reconociendo|recordando|reafirmando|teniendo (presente|en cuenta)|tomando (nota|en cuenta|en consideracion)|conscientes|convencid*|destacando|subrayando|observando|acogiendo con (beneplacito|satisfaccion)|preocupad*|inspirad*|guiad*|resaltando|afirmando|enfatizando|atento a|atentos a|valorando|animados por) [tambien|asimismo|ademas] (que|el|la|los|las|lo|de que|de la|en|su*|con|por|a|al|del)', 'Reconociendo que la economía solidaria crece,', 'Reconociendo caminos se llega lejos'],
  ['es', 'enacting', '(por ello|por tanto|en consecuencia)[,] ... (decreta*|resuelve*|decide*|dispone*|sanciona*|acuerda*|declara*|ordena*|recomienda*)[n]:', 'Por ello, el Ministro de Desarrollo RESUELVE:', 'Por ello, la ministra resuelve dudas'],
  ['es', 'enacting', '[el|la|los|las] {...} [en ejercicio de sus atribuciones] (decreta[n]|resuelve[n]|decide[n]|dispone[n]|acuerda[n]|declara[n]|ordena[n]|recomienda[n]|expide*)$', 'EL CONSEJO DEL SUR DECIDE:', 'El consejo decide lo que se siembra'],
  ['es', 'enacting', '[el|la] {<name>} (decreta|resuelve|dispone):', 'EL PRESIDENTE DE OSTRANIA DECRETA: Artículo 1', 'El presidente resuelve dudas'],
  ['es', 'enacting', '(decreta[n]|resuelve[n]|decide[n]|dispone[n]|acuerda[n]|declara[n]|recomienda[n]|ordena[n])[:]$', 'DECRETA:', 'Decide quien siembra'],
  ['es', 'enacting', '[el|la] ... (sancionan|sanciona|reunid*) [...] con fuerza de [ley]', 'El Senado y Cámara de Diputados sancionan con fuerza de Ley', 'El senado sanciona a los morosos'],
  ['es', 'article', '(articulo|art.) (#|unico|primero|segundo|tercero|cuarto|quinto)[.][:]', 'Artículo 1° - Créase el programa', 'Artículo de prensa sobre ferias'],
  ['es', 'annex', '(anexo|apendice) [№] [#|unico|<acronym>][:] [<name>]$', 'ANEXO I', 'Anexo al mercado hay un taller de costura'],
  ['es', 'annex', 'planilla* anexa* al articulo #', 'Planilla Anexa al Artículo 1º', 'Planilla de sueldos'],
  ['es', 'enacting', 'decreta con fuerza de', 'Decreta con fuerza de ley', 'Decreta con calma'],
  ['es', 'annex', 'anexo (#|unico)(:|.-| -| –| —)', 'Anexo II – Programa de trabajo', 'Anexo II del Decreto 3 queda sin efecto'],
  ['es', 'signature', '(firmado|firman|fdo[.]|firmas|suscriben|documento firmado electronicamente|vº bº|v° b°|es copia)[:]', 'Firmado: Ana Soto', 'Firmaron y volvieron'],
  ['es', 'signature', 'por (la|el) (delegacion de|republica|gobierno de|estado) [<name>]$', 'Por la Delegación de Ostrania', 'Por la delegación habló Ana'],
  ['es', 'signature', '(hecho en|dada en|dado en|en fe de lo cual|dada en la sala de sesiones)', 'Dada en Monteluz, 2009.', 'Hecho el balance, ganamos'],
  ['es', 'publication', '(comuniquese|registrese|publiquese|notifiquese|cumplase)(,|$)', 'Comuníquese, publíquese y archívese.', 'Comuníquese con la feria'],
  ['es', 'objective', '[los|el] (objetivo*|proposito*|finalidad*|metas) [general*|especifico*|estrategico*|del programa|del plan|del proyecto] [y metas|y alcance|y resultados]$', '2. Objetivos', 'Objetivos nobles no faltan en la feria'],
  ['es', 'objective', '(objetivo* [general*|especifico*|estrategico*] [#]|finalidad|proposito): ', 'Objetivo general: Promover las ferias', 'Objetivo del año es vender más'],
  ['es', 'instrument', '[los|las] (instrumentos|medidas|lineas de accion|lineas estrategicas|lineas de trabajo|ejes de accion|ejes estrategicos|estrategias|acciones|actividades|componentes|plan de accion|plan de trabajo) [del programa|de politica|de intervencion|propuestas|previstas]$', '3. Líneas de acción', 'Instrumentos de cuerda sonaron'],
  ['es', 'budget', '[el|los] (presupuesto|recursos|financiamiento|financiacion|costos|fuentes de financiamiento|recursos (financieros|presupuestarios)) [del programa|estimado*|general|total|asignado*|y financiamiento]$', '5. Presupuesto', 'Recursos naturales hay en la cuenca'],
  ['pt', 'recital', '(visto[s]|vista[s]|tendo em vista) [:] (o|a|os|as|que)', 'VISTO o Tratado e o Protocolo', 'Visto de longe, o povoado é branco'],
  ['pt', 'recital', '(visto[s]|considerando[s]|tendo presente|tendo em conta|preambulo|exposicao de motivos|justificativa)$', 'CONSIDERANDO', 'Considerando tudo, venderam'],
  ['pt', 'recital', '(visto|considerando): ', 'VISTO: O Tratado', 'Visto e considerado'],
  ['pt', 'reason', '(considerando|reconhecendo|recordando|reafirmando|tendo (presente|em conta)|tomando nota|conscientes|convencid*|destacando|sublinhando|ressaltando|observando|acolhendo|preocupad*|inspirad*|enfatizando|afirmando|valorizando) [tambem|ainda] (que|o|a|os|as|de que|da|do|em|seu*|com|por|ao)', 'Reconhecendo que a economia solidária cresce,', 'Reconhecendo caminhos se chega longe'],
  ['pt', 'enacting', '[o|a|os|as] {...} [no uso de suas atribuicoes] (decreta[m]|resolve[m]|decide[m]|dispoe[m]|acorda[m]|declara[m]|recomenda[m])$', 'O CONSELHO DO SUL RESOLVE:', 'O conselho decide o que se planta'],
  ['pt', 'enacting', '(decreta[m]|resolve[m]|decide[m]|dispoe[m]|acorda[m]|declara[m]|recomenda[m]|delibera[m])[:]$', 'RESOLVE:', 'Resolve quem planta'],
  ['pt', 'enacting', '(o presidente|a presidenta|faco saber) ... [que] o congresso nacional decreta e eu sanciono', 'Faço saber que o Congresso Nacional decreta e eu sanciono a seguinte Lei:', 'O presidente sanciona os devedores'],
  ['pt', 'article', '(artigo|art.) (#|unico|primeiro|segundo|terceiro)[.][:]', 'Art. 2º O programa será executado', 'Artigo de jornal sobre feiras'],
  ['pt', 'article', '(paragrafo unico|§ #)', 'Parágrafo único. O prazo será de um ano.', 'Parágrafo a parágrafo, o texto foi lido'],
  ['pt', 'annex', '(anexo|apendice) [№] [#|unico|<acronym>][:] [<name>]$', 'ANEXO I', 'Anexo ao mercado há uma oficina de costura'],
  ['pt', 'annex', 'anexo (#|unico)(:| -| –| —)', 'Anexo II – Programa de trabalho', 'Anexo II do Decreto 3 fica sem efeito'],
  ['pt', 'signature', '(assinado|assinam|assinaturas|(assinado)|documento assinado eletronicamente)[:]', 'Assinado: Ana Soto', 'Acordo assinado'],
  ['pt', 'signature', 'pel(a|o) (delegacao d*|republica|governo d*|estado) [<name>]$', 'Pela Delegação de Ostrania', 'Pela delegação falou Ana'],
  ['pt', 'signature', '(feito em|dada em|dado em|sala das sessoes|em fe do que)', 'Dada em Monteluz, 2009.', 'Feito o balanço, ganhamos'],
  ['pt', 'publication', '(publique-se|comunique-se|registre-se|cumpra-se|esta (lei|resolucao|portaria) entra em vigor)', 'Publique-se e cumpra-se.', 'Publique quem quiser'],
  ['pt', 'objective', '[os|o] (objetivo*|proposito*|finalidade*|metas) [gera*|especifico*|estrategico*|do programa|do plano|do projeto] [e metas]$', '2. Objetivos', 'Objetivos nobres não faltam na feira'],
  ['pt', 'objective', '(objetivo* [gera*|especifico*] [#]|finalidade): ', 'Objetivo geral: Promover as feiras', 'Objetivo do ano é vender mais'],
  ['pt', 'instrument', '[os|as] (instrumentos|medidas|linhas de acao|linhas de trabalho|eixos de acao|eixos estrategicos|estrategias|acoes|atividades|componentes|plano de acao|plano de trabalho) [do programa|propostas|previstas]$', '3. Linhas de ação', 'Instrumentos de corda tocaram'],
  ['pt', 'budget', '[o|os] (orcamento|recursos|financiamento|custos|dotacao orcamentaria|fontes de financiamento|recursos (financeiros|orcamentarios)) [do programa|estimado*|geral|total]$', '5. Orçamento', 'Recursos naturais há na bacia'],
  ['en', 'recital', '(whereas|having regard [to]|considering|recitals|preamble|the parties to this agreement)$', 'WHEREAS', 'Considering everything, they sold'],
  ['en', 'recital', '(having regard to|whereas[,])', 'Whereas the solidarity economy grows,', 'Where as a child I lived'],
  ['en', 'reason', '(considering|recognizing|recognising|recalling|reaffirming|noting [with (concern|appreciation|satisfaction)]|bearing in mind|taking (note|into account)|conscious|convinced|aware|emphasizing|emphasising|stressing|welcoming|deeply concerned|guided by|acknowledging|mindful) [also|further] (that|the|of|by|its|their|all|in|with|about)', 'Recalling that the solidarity economy grows,', 'Recalling names was hard'],
  ['en', 'enacting', '[the] {...} (decides|resolves|declare[s]|decree[s]|agree[s]|recommend[s]|hereby (decides|resolves|declare[s]))$', 'THE COUNCIL OF THE SOUTH DECIDES:', 'The council decides what is sown'],
  ['en', 'enacting', '(be it enacted|be it resolved|now[,] therefore|it is hereby (resolved|enacted|ordered))', 'Now, therefore, be it resolved that', 'Now is the time to sow'],
  ['en', 'article', '(article|section|sec.) #[.][:]', 'Article 1.- The programme is created', 'Article on fairs in the paper'],
  ['en', 'article', '(decides|requests|invites|urges|calls upon|encourages|reaffirms|recommends|welcomes|affirms|expresses|declares|instructs|takes note|also requests) [also|further] (to|that|the|all|its|upon|of|states)', 'Requests the Secretariat to report', 'Requests came in by letter'],
  ['en', 'annex', '(annex|appendix) [no.] [#|<acronym>][:] [<name>]$', 'ANNEX I', 'Annex buildings were sold to growers'],
  ['en', 'annex', '(annex|appendix) #(:| -| –| —)', 'Annex II – Work programme', 'Annex II of the decree lapses'],
  ['en', 'signature', '(signed|in witness whereof|done at|given at|for the (delegation|government|republic) of <name>$)[:]', 'Done at Monteluz, 2009.', 'Signing bonuses were paid'],
  ['en', 'signature', 'by <fullname>$', 'By Ann Soto', 'By bus we came'],
  ['en', 'objective', '[the] (objective[s]|aim[s]|goals|purpose) [of the (programme|plan)] [and goals]$', '2. Aims', 'Aims of growers differ widely'],
  ['en', 'objective', '([general|specific|strategic|overall] objective[s] [#]|aim): ', 'General objective: To promote fairs', 'Objective reasons abound'],
  ['en', 'instrument', '[the] (instruments|measures|lines of action|strategies|actions|activities|components|action plan|plan of action|work plan) [of the programme]$', '3. Lines of action', 'Measures of rice were sold'],
  ['en', 'budget', '[the] (budget|resources|funding|financing|costs|financial resources) [of the programme]$', '5. Budget', 'Resources of the basin are shared'],
];
