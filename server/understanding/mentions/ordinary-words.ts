/** Words that begin sentences, and that stand around names where nothing has a capital. Folded, without apostrophes. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    'a able about above abuela abuelo account across act actually add address adios afraid after afternoon again ' +
    'against ago ahead ahora aide air all almost alone along already alright also always am amount an and answer ' +
    'answering any anybody anyone anythin anything apartment apostrophe apparently april aqui are area arent arm ' +
    'arms army around arranged arrangement arrangements article as ask asked asking asleep assistance at attending ' +
    'attorney august aunt authorization autopsy available aw aware away ay baby back backed background bad bag bank ' +
    'basement basically bath bathroom be bear beautiful became because become bed bedroom been before begin behind ' +
    'being believe bell below beside best better bien big birthday bit black bless blood blue board boat body book ' +
    'books both bother bottom bout box boy boys bracelet break breakfast breath breathe breathing bring brings ' +
    'brother brothers brown buddy budget buenas bueno buenos building bunch burial buried bus business busy but ' +
    'button buy by bye call called caller calling calls came can cancer cant capital car card cardboard cards care ' +
    'carefully carry casa case cash casket catch cause cell cemetery center certain certificate chair chance change ' +
    'chapel charge chart cheap check checked child children choice choir choose church city claro clean clear ' +
    'clearly clock close closer clothes coat coffee cold college color come comes comfort comfortable comin coming ' +
    'common como complete completely con condition confirm contact conversation copy corner corona coroner coroners ' +
    'correct cost couch could couldnt count county couple course cousin cousins cover covering crash cremains ' +
    'cremate cremated cremation crematory crying crypt cuando cut cuz dad daddy dads dark darling dash date dates ' +
    'daughter daughters day days de deacon dead dear death deceased december decide decided deep definitely denture ' +
    'dentures depends deputy detail details dia diabetes diagnosis dialysis dias did didnt died different dinner ' +
    'dios direct directly director divorced do doc doctor doctors does doesnt doin doing don dona donde donor dont ' +
    'door doors double down dr draw dress dressed drink drive driver driveway drop drove due during dying each ' +
    'earlier early east easy eat edge eight eighty either el elderly eldest elevator eleven else em email embalming ' +
    'emergency empty end enough entierro entire entrance envelope es esta estamos estoy estranged even evening ever ' +
    'every everybody everyone everyones everything everywhere ex exact exactly examiner except excuse expect ' +
    'expecting expensive explain extra eye eyes face facility fact fairly fall family fantastic far fast father ' +
    'fathers faxed february feel feeling feet fell fella fellow felt female fever few fewer fifteen fifty figure ' +
    'figured file fill final find fine finger fingers fire first five fixed flag flight floor florist flowers folks ' +
    'follow following food foot for forget forgot form former forms forty forward forwarded found four fourteen ' +
    'fourth free fresh friday friend friends from front frozen full funeral funerals further future garage garden ' +
    'gate gave general gentleman get gets getting gimme girl girls give given glad glass glasses go goes goin going ' +
    'gold gone gonna good goodbye goodness gosh got gotta government gracias granddaughter grandkids grandma grandpa ' +
    'grandson grave graveside great grew ground group guess guest guy guys had hadnt hair half hall hallway hand ' +
    'hands hang happen happened happens happy hard has hasnt hates have havent having hay he head healthcare healthy ' +
    'hear heard hearing heart heavy held hello help helped helping helps her here heres hermana hermano hers herself ' +
    'hes hey hi high him himself hip his hit hola hold holding home hon honest honestly honey hope hopefully hospice ' +
    'hospital hot hour hours house housekeeper how however hows hoy huge huh hun hundred hurt husband husbands ' +
    'hyphen hyphenated i ice id idea if iglesia ill im immediate immediately implants important in inches include ' +
    'including indeed information inside instead insurance interest into investigator is isnt issue it itd itemized ' +
    'itll its itself ive jacket january jewelry job joke joking journey july june junior just keep keys kidney ' +
    'kidneys kids kill kin kind kinda kitchen knee knew know known la lady large largest las last late lately later ' +
    'laugh law lawyer laying lead least leave leaving ledger left leg legal legally lemme less let lets letter level ' +
    'lie life lift light lights like liked likely likes line lined lines list listen little liver lives living local ' +
    'located lock log long look lookin looking looks lord los lost lot lots loud love lovely low lower lpn lunch ' +
    'lungs lying maam machine made mail mailing main major make male mama man manage manager manana many march ' +
    'married mas mass matter mausoleum may maybe me mean meant meanwhile med medical medicine meet meeting member ' +
    'memorial memory men mention mentioned message met mhm mi middle might mija mijo mile miles military mind mine ' +
    'minute minutes misa miss missed mistake mister mm mobile mom moment momma moms monday money month months more ' +
    'morgue morning mortgage mortuary most mostly mother mothers mouth move moved moving mr mrs ms much music must ' +
    'muy my myself nails name named names natural near nearly necessary neck necklace need needs neighbor neighbors ' +
    'neither never new next nice nicely nickname night nights nine no nobody nobodys noche noches none noon nope ' +
    'normal normally north not note notes nothin nothing notice noticed november now number numbers nurse nurses ' +
    'obituary obviously occurred october of off offer office oh ok okay old older oldest on once one ones only onto ' +
    'oof ooh open operation option or order organist other others otherwise our ours out outside oven over owe own ' +
    'owner oxygen packet paging paid pain pal pale papa paper papers paperwork para pardon parents park parking part ' +
    'party passed passes passing passport past pastor patient patrol pay paying peace pen pencil pending people ' +
    'perdon perfect perhaps permission permit pero person personal pharmacy phone phones physician pick picked ' +
    'pickup picture pictures piece pills place places plain plan planning plans please plenty plot plus point police ' +
    'policy poor por porch porque position possible possibly pounds power preacher prefer preference prepaid prepare ' +
    'prepared pretty price prices priest private probably problem procedure process promise promised pronounce ' +
    'pronounced proper property pull purpose purse push put putting que question questions quick quickly quiet quilt ' +
    'quite quote rabbi radio range rather read ready real really reason receive recently recommend record recorded ' +
    'recording records red refrigerate refuse regarding register regular relation relationship relative relatives ' +
    'release released remains remember reminds removal remove repeat report required requires resident respect ' +
    'respectfully rest retired return reverend ribbon rich ride right ring rings rn room roommate rooms rosario ' +
    'rosary round row rule rules run running runs rush sad safe said salesman same saturday say saying says scared ' +
    'scheduled scheduling school screen sealed seat second section security see seem seemed seems seen sell send ' +
    'sending senior senor senora senorita sent separate separated september seriously serve served service set seven ' +
    'seventy several shape shared she shed sheet shell shes shift shirt shoes shoot shopping short shortly shot ' +
    'shots should shoulder shouldnt show shower shut si sick side sides sign signed signs silver similar simple ' +
    'simply sin since single sir sister sisters sit sitting situation six sixteen sixty size sleep sleeping slept ' +
    'slow slowly small smart smell snow so social soft some somebody somebodys somehow someone someones somethin ' +
    'something sometime sometimes somewhere son sons soon sorry sort sorta sound south space speak speaking speaks ' +
    'special spell spelled spelling spells spend spent spoke spot spouse squad staff stairs stairway stand standing ' +
    'start started state statement states station stay stayed staying stays steel step steps stick still stone stood ' +
    'stop stopped story straight strange stranger street stroke strong stubborn student study stuff style su such ' +
    'sudden suddenly suegra suegro sugar suggest suit sunday supervisor supper supposed sure surg surgery surprised ' +
    'swear sweet sweetie swing table take taken talk talked talking tall tape tarde teacher team tears technically ' +
    'teeth tell telling tells ten tengo terrible test text than thank thanks that thats the their theirs them then ' +
    'there theres these they theyd theyll theyre theyve thing things think thinking thinks third thirteen thirty ' +
    'this tho those though thought thousand three throat through throw thursday tia ticket tie tiene tight til till ' +
    'time times tiny tio tired to today together told tomorrow tongue tonight too took tooth top total totally touch ' +
    'tough toward towards town track traffic trailer transfer transport treat tree tried trip trouble truck true ' +
    'trust truth try trying tube tuesday turn turned twelve twenty twice twins two un una uncle undecided under ' +
    'understand unfortunately unit unknown unos until up upset upstairs urgent urn us use used usual usually van ' +
    'vault vehicle velorio very veteran viewing visit visitation visiting visitor voice voicemail wait waited ' +
    'waiting wake walk walked wall wallet wanna want wanted wanting wants ward warm was washed wasnt watch watching ' +
    'water way we wear wearing wears weather wed wedding wednesday week weekend weeks weigh weighs weight well went ' +
    'were werent west weve what whatever whats wheelchair when whenever where wheres wherever whether whew which ' +
    'whichever while white who whoever whole whos whose why widow wife wifes will win window wing winter wish with ' +
    'within without witness woman women won wonder wonderful wont word words work worked worker working world ' +
    'worried worry worse worst worth would wouldnt wow write writing written wrong wrote ya yall yard yeah year ' +
    'years yellow yep yes yesterday yet yikes yo you youd youll young younger youngest your youre yours yourself ' +
    'youve yup zero zip'
  ).split(' '),
);
