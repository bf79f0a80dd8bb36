/**
 * What tells the languages of the region and their nearest relatives apart in a few words. Galician has no
 * n-grams in `eld`; the others are here because their small words are those of Spanish and Portuguese too.
 */
export const tableLanguages = ['en', 'es', 'pt', 'gl', 'ca', 'fr', 'it'] as const;
export type TableLanguage = (typeof tableLanguages)[number];

/** Share of running words that a word of each class has, roughly: Zipf's law puts the first ten above 1 in 100. */
export const shares = { first: 0.025, second: 0.006, third: 0.0012 } as const;
export type WordClass = keyof typeof shares;

/** Words a language cannot do without, by frequency, lower case, cut at apostrophes (`l'eau` is `l` and `eau`). */
export const commonWords: Readonly<Record<TableLanguage, Readonly<Record<WordClass, string>>>> = {
  en: {
    first: 'the of and to in a is that for',
    second:
      'on with as by are be this which it or from at an have has we not will was our their its all they been who can more i you were but these',
    third:
      'other than also would he his her she there such when any may must shall should could about into no if so only between through under against where those what how do does did one out up over upon them us my your me him then because while during within without before after both each every own same some most many much very just let being had himself herself itself themselves two three new first made make take need people world years year way here now well however therefore therein thereof whereas everyone per s t don',
  },
  es: {
    first: 'de la que el en y a los del las se',
    second:
      'por con para una un su no es lo al como más sus o son este esta ser ha entre sobre todo todos también le nos sin si fue pero desde cuando muy',
    third:
      'está están ya hay han había he hemos porque esto eso ese esa estos estas esos esas aquel aquella aquellos otro otra otros otras cada toda todas dos tres donde quien quienes cual cuales hasta hacia ni yo él ella ellos ellas usted ustedes les me mi nuestro nuestra nuestros nuestras cómo qué así aún sea sean será serán puede pueden podrá podrán debe deben deberá deberán tiene tienen tener hacer hace hecho sido siendo sino según mediante durante contra bajo ante tras cualquier algún alguna algunos algunas ningún ninguna nada nadie mismo misma mismos mismas tan tanto mucho mucha muchos muchas mayor menor mejor años año día país países gobierno ley artículo personas trabajo desarrollo e u era eran estaba dicho dicha dichos dichas cuya cuyo solo sólo bien ahora aquí hoy vez parte cuenta manera través',
  },
  pt: {
    first: 'de a o e que do da em os para dos das',
    second:
      'um uma com não no na se por mais as ao como à é ou seu sua foi ser pela pelo são nos nas aos às seus suas também entre sobre este esta tem há muito mas nós sem pelos pelas',
    third:
      'está estão já foram era eram havia porque isso isto esse essa esses essas estes estas aquele aquela aquilo outro outra outros outras cada todo toda todos todas dois duas três onde quem qual quais até nem eu ele ela eles elas você vocês lhe lhes me meu minha nosso nossa nossos nossas assim ainda seja sejam será serão pode podem poderá poderão deve devem deverá deverão têm ter fazer faz feito sido sendo senão segundo mediante durante contra sob ante após qualquer quaisquer algum alguma alguns algumas nenhum nenhuma nada ninguém mesmo mesma mesmos mesmas tão tanto muita muitos muitas maior menor melhor anos ano dia país países governo lei artigo pessoas trabalho desenvolvimento num numa nesse nessa neste nesta desse dessa deste desta disso disto dele dela deles delas nele nela daquele naquele só bem agora aqui hoje vez parte conta maneira através quando então depois antes lá gente quero dizer cujo cuja conforme caput inciso parágrafo',
  },
  gl: {
    first: 'de a e o que do da en os para dos das',
    second:
      'un unha con non no na se por máis as ao como á é ou seu súa ser polo pola son nos nas aos ás seus súas tamén entre sobre este esta ten mais sen polos polas dun dunha nun nunha co coa cos coas ó ós',
    third:
      'está están xa foron foi era eran había porque iso isto ese esa eses esas estes estas aquel aquela aqueles outro outra outros outras cada todo toda todos todas tódolos tódalas dous dúas tres onde quen cal cales ata nin eu el ela eles elas vostede lle lles me meu miña noso nosa nosos nosas así aínda sexa sexan será serán pode poden poderá poderán debe deben deberá deberán teñen ter facer fai feito sido sendo senón segundo mediante durante contra baixo ante tras calquera algún algunha algúns algunhas ningún ningunha nada ninguén mesmo mesma mesmos mesmas tan tanto moito moita moitos moitas maior menor mellor anos ano día país países goberno lei artigo persoa persoas traballo desenvolvemento neste nesta nese nesa deste desta dese desa del dela deles delas só ben agora aquí hoxe vez parte xunto lugar cando entón despois antes alí xente cuxo cuxa uns unhas hai dereito dereitos xeral xustiza onte',
  },
  ca: {
    first: 'de la i a que el en les els l d',
    second:
      'per un una amb no es del dels al als són ser més o com pel seu seva aquest aquesta ha s n és hi ho entre sobre tot també se seus seves sense si va però pels',
    third:
      'està estan ja han hem perquè això aquests aquestes aquell aquella altre altra altres cada tots tota totes dos dues tres on qui qual quals fins cap ni jo ell ella ells elles vostè li em meu meva nostre nostra nostres així encara sigui siguin serà seran pot poden podrà deu tenen té tenir fer fa fet estat essent sinó segons mitjançant durant contra sota davant qualsevol algun alguna alguns algunes res ningú mateix mateixa mateixos tan tant molt molta molts moltes major menor millor anys any dia país països govern llei article persones treball desenvolupament nou nova noves nous ara aquí avui vegada part manera quan llavors després abans allà gent ens us tothom dret drets',
  },
  fr: {
    first: 'de la le les et des à l d en du',
    second:
      'un une que est pour qui dans par sur ne pas au plus ce aux il se ou son sa avec sont nous cette ces ses mais comme leur leurs être elle ils on qu n s c a ont',
    third:
      'été était étaient y je vous me mon ma mes notre nos votre vos même mêmes tout toute tous toutes aussi ainsi sans si sous entre vers chez dont où quand donc car ni cet celui celle ceux celles autre autres chaque deux trois quelque quelques aucun aucune rien personne peut peuvent doit doivent fait faire faut avoir ayant étant selon afin depuis pendant contre avant après très bien encore déjà moins beaucoup jusqu lorsqu puisqu parce année années pays droit droits travail toutefois sera seront soit soient monde temps lui eux nouveau nouveaux nouvelle nouvelles',
  },
  it: {
    first: 'di e la il che in a per del della dei',
    second:
      'un una le si non con i da al sono delle gli è alla nel più dell come lo l o ha nella ai degli anche dal dalla sua suo questo questa ad ed essere ogni alle nei sul sulla se ma',
    third:
      'stato stata stati era erano io tu lui lei noi voi loro mi ci vi ne quello quella quelli quelle questi queste altro altra altri altre tutto tutta tutti tutte due tre dove chi cui quale quali quando perché così ancora sia siano sarà saranno può possono deve devono hanno avere fare fatto fa secondo mediante durante contro sotto sopra tra fra senza prima dopo fino verso qualsiasi alcuno alcuna alcuni alcune nessun nessuno nulla niente stesso stessa stessi molto molta molti molte maggiore minore migliore anni anno giorno paese paesi governo legge articolo persone lavoro sviluppo nuovo nuova nuovi soltanto solo suoi sue nostro nostra nostri ieri oggi nelle negli dagli dalle sui sulle all individuo diritto diritti',
  },
};

/** Endings that speak for a language in words that are not common ones, with and without the accent that capitals lose. */
export const endings: Readonly<Record<TableLanguage, string>> = {
  en: 'tion tions ing ity ies ment ments ness ship ed ly th ght ous',
  es: 'ción ciones sión siones cion dad dades ñía ñías ón ero eros encia ancia ado ados ada adas ido idos ienda iendo ando miento mientos aje ajes ña ño ñas ños uela illo illa',
  pt: 'ção ções são sões cao coes am em ram rem dade dades ão ãos ões ães nho nha nhos nhas lho lha lhos lhas ência ância ado ados ada adas ido idos ndo mento mentos agem agens eiro eira eiros eiras ável ível ça ço ças ços',
  gl: 'ción cións sión sións cion dade dades ón óns ncia ncias ado ados ada adas ido idos ndo mento mentos axe axes eiro eira eiros eiras ña ño ñas ños xía xías',
  ca: 'ció cions sió sions cio tat tats atge atges ment ments ència ància nya nyes ny nys ats ades ada at it its ius eix',
  fr: 'tion tions sion sions té tés ment ments eur eurs euse eux aux ée ées és age ages ique iques ance ence oir',
  it: 'zione zioni sione sioni tà mento menti ezza ità ato ati ata ate uto uti gli gno gna gni enza anza ggio zza endo ando',
};

/** Letters and letter groups that a language's own words do not have: a word with one speaks against it. */
export const absent: Readonly<Record<TableLanguage, string>> = {
  en: 'á à â ã ç é è ê í ñ ó ò ô õ ú ü',
  es: 'à â ã ç è ê ò ô õ ss',
  pt: 'è ll ñ ò ù',
  gl: 'à â ã ç è ê ò ô õ ss j y lh',
  ca: 'á â ã ê ñ ô õ ù',
  fr: 'á ã í ñ ó ò õ ú ì',
  it: 'á â ã ç ê í ñ ó ô õ ú ü j y lh',
};
