/**
 * Concepts of funeral calls, each with the words by which callers, homes and those who ask later name it. A question and
 * the words that answer it seldom use the same ones.
 */
const CONCEPTS: Readonly<Record<string, RegExp>> = {
  sign: /\b(?:signs?|signing|signed|certif(?:y|ies|ying|ied)|attending)\b/g,
  doctor: /\b(?:doctors?|docs?|dr|physicians?|attending|cardiologist|hospitalist|resident)\b/g,
  certificate: /\b(?:certificates?|certified cop(?:y|ies)|copies)\b/g,
  implant:
    /\b(?:pacemakers?|defibrillators?|implant\w*|device|stents?|titanium|metal|hip|knees?|plates?|port|hardware|hearing aids?|ticker|shrapnel|pins|rods)\b/g,
  military:
    /\b(?:soldiers?|sailor|airman|served in|vet|veterans?|military|army|navy|marines?|marine corps|air force|coast guard|in the service|the service|served?|dd 214|dd214|vietnam|korea|branch|honors)\b/g,
  discharge: /\b(?:dd ?214|dd two fourteen|d d two fourteen|discharge\w*|214)\b/g,
  cemetery:
    /\b(?:cemeter\w+|buried|burial|bury|grave\w*|plot|ground|churchyard|mausoleum|tomb|crypt|next to|beside|folks at|space|lot)\b/g,
  church:
    /\b(?:synagogue|shul|cathedral|sanctuary|church|parish|chapel|baptist|methodist|lutheran|mosque|masjid|temple)\b/g,
  clergy:
    /\b(?:clergyman|father [a-z]+|priest|pastor|preacher|minister|rabbi|imam|reverend|clergy\w*|chaplain|deacon|bishop|padre|pray\w*)\b/g,
  religion:
    /\b(?:religio\w+|faith|catholic|jewish|muslim|protestant|baptist|methodist|lutheran|mennonite|orthodox|hindu|buddhist|mass|shabbos|denomination)\b/g,
  cremation: /\b(?:cremat\w+|burn\w*|retort)\b/g,
  burial: /\b(?:buri\w+|bury|interment|entierro|ground)\b/g,
  ashes: /\b(?:ashes|cremains|cremated remains|remains|urns?|jar|scatter\w*)\b/g,
  casket: /\b(?:caskets?|coffins?|box|container)\b/g,
  vault: /\b(?:vaults?|outer (?:burial )?(?:box|container)s?|liners?)\b/g,
  sealed: /\b(?:seal\w*|gasket|protect\w*|preserv\w*|lasting|keeps?)\b/g,
  embalm: /\b(?:embalm\w*|embalsam\w*|prepar(?:e|ed|ing|arlo|arla)|ready)\b/g,
  viewing:
    /\b(?:viewings?|visitations?|wake|velorio|calling hours|see (?:him|her|them|mom|dad)|open casket|open|goodbye|seeing)\b/g,
  permission:
    /\b(?:permission|approv\w+|consent\w*|agree[ds]?|allow\w*|authoriz\w+|granted?|okay|go ahead|yes|refus\w+|declin\w+|granting)\b/g,
  record: /\b(?:record\w*|tap(?:e|es|ed|ing))\b/g,
  object: /\b(?:object\w*|rather (?:you )?(?:did )?not|rather not|do not want|mind|refus\w+)\b/g,
  phone: /\b(?:phone|telephone|cell|mobile|numbers?|reach|call back|reached|text|ring)\b/g,
  call: /\b(?:call\w*|phon(?:e|ed|ing)|ring(?:ing)?|telephone|reach\w*|contact\w*|get (?:back to|hold of|in touch)|notify|text\w*|give (?:you|us|me|him|her) a call)\b/g,
  tell: /\b(?:tell\w*|told|say\w*|said|mention\w*|bring up|talk\w*|know|notify|hear|inform\w*)\b/g,
  forbid:
    /\b(?:do not|must not|should not|may not|never|nobody|no one|not to|please no|leave out|kept? (?:from|away)|avoid|without|left out|should we not|must we not|may we|can we not|not be|can not)\b/g,
  quiet: /\b(?:quiet\w*|asleep|sleep\w*|wake|waking|bell|knock|tap)\b/g,
  price:
    /\b(?:prices?|costs?|charg\w+|quot\w+|fees?|how much|total|balance|pays?|paid|dollars?|figures?|amounts?|bill\w*|expensive|start(?:s|ing)? at|come to|comes to|free)\b/g,
  list: /\b(?:price list|list|brochure|itemi[sz]\w*)\b/g,
  included: /\b(?:inclu\w+|covers?|what is in|left out|outside|not in it|extras?|in there|on top|everything)\b/g,
  competitor:
    /\b(?:competitors?|other (?:home|place|funeral home)s?|another (?:home|place)|somewhere else|elsewhere|place on|place in|guy on|at some place|told (?:me|my|us)|quoted)\b/g,
  insurance: /\b(?:insur\w+|polic(?:y|ies)|prepaid|prepaid|pre ?need|paid|trust|prearrang\w+|contract|plan)\b/g,
  paid: /\b(?:paid|prepaid|pays?|paying|prearrang\w+|pre ?need|contract|policy|installments?|payments?)\b/g,
  coroner:
    /\b(?:coroner\w*|medical examiner\w*|examiner\w*|m e|autops\w+|posted|investigator|jurisdiction|case number)\b/g,
  release:
    /\b(?:cleared?|clear to|okay to|ready to be|releas\w+|pick(?:ed)? (?:him|her|them) up|come (?:and )?get|clear to come|okay to (?:come|go)|can come|let us have|go and get)\b/g,
  died: /\b(?:died?|dead|death|pass(?:ed|es|ing)?|gone|expired|killed|quit breathing|still with us|still breathing|living|alive|lives)\b/g,
  time: /\b(?:time|hours?|clock|minutes?)\b/g,
  pronounced: /\b(?:pronounc\w+|called it|wrote|official\w*|put .{0,10}on the paper|on paper)\b/g,
  birth: /\b(?:born|birth\w*|birthday)\b/g,
  age: /\b(?:age|old|years old)\b/g,
  name: /\b(?:names?|goes by|surname)\b/g,
  spelling: /\b(?:spell\w*|letters?)\b/g,
  address: /\b(?:address|house|street|road|drive|avenue|lane|live[sd]?|apartment|unit|number)\b/g,
  stairs: /\b(?:stairs?|steps?|upstairs|elevator|floors?|ramp)\b/g,
  entrance: /\b(?:entrance|door|doorbell|bell|dock|gate|way in|come around|announce|knock)\b/g,
  room: /\b(?:room|bed|floor|unit|morgue|wing|where is (?:he|she))\b/g,
  weight: /\b(?:weigh\w*|pounds|heavy)\b/g,
  relative: /\b(?:next of kin|power of attorney|executor|relatives?|in charge|decides?|agent)\b/g,
  decide: /\b(?:decid\w+|decision|up to|say so|says so|choose|settled|undecided)\b/g,
  belongings:
    /\b(?:belongings|property|effects|jewelry|rings?|wallet|watch|bag|money|cash|glasses|dentures|keys|rosary|band|necklace|medal\w*|teeth|billfold|quilt|things)\b/g,
  clothes: /\b(?:clothes|clothing|dress\w*|suit|shirt|wear\w*|outfit|shoes|underclothes|sheet)\b/g,
  hair: /\b(?:hair|lipstick|makeup|shav\w*|beard|mustache|cosmetics)\b/g,
  flowers: /\b(?:florists?|blooms|carnations|flowers?|lil(?:y|ies)|roses|spray|wreath|bouquet|basket)\b/g,
  obituary:
    /\b(?:paper|ledger|gazette|herald|tribune|journal|obituar\w+|obits?|newspaper|notice|facebook|online|post(?:ed|ing)?|publish\w*|in the paper)\b/g,
  arrive:
    /\b(?:arriv\w+|get (?:here|there|in)|come|coming|be there|on the way|fly\w*|flight|land\w*|deliver\w*|bring\w*)\b/g,
  meet: /\b(?:sit down with|meet\w*|sit down|come (?:in|see)|coming in|appointment|arrang\w*|visit\w*)\b/g,
  bring: /\b(?:bring\w*|drop (?:\w+ ){0,3}off|papers?|documents?|form|deed|carry|fetch\w*|pick up)\b/g,
  service: /\b(?:services?|funeral|ceremony|committal|graveside|celebration)\b/g,
  email: /\b(?:e ?mail\w*|dot com|at example)\b/g,
  fax: /\bfax\w*\b/g,
  send: /\b(?:send\w*|mail\w*|e ?mail\w*|post|fax\w*|shoot you)\b/g,
  ssn: /\b(?:social security|social|ssn)\b/g,
  airline: /\b(?:airlines?|flights?|airport|airway|fly|flew|plane)\b/g,
  why: /\b(?:because|since|so that|that is why|reason)\b/g,
  angry: /\b(?:upset|angry|fight\w*|yell\w*|troubl\w*|disagree\w*|estranged|had words|argu\w*)\b/g,
  allergic: /\b(?:allerg\w*|sneeze)\b/g,
  wrong:
    /\b(?:without the|misspel\w+|confus\w+|turn (?:it|them) around|mixed up|wrong|mistakes?|error|incorrect|correct\w*|twice|should not be|missing|overcharg\w*)\b/g,
  law: /\b(?:law|legal\w*|requir\w*|rule|state|mandatory|have to|need(?:ing|ed)?)\b/g,
  work: /\b(?:teach(?:es)?|taught|welder|fireman|farm(?:er|ed)|mechanic|engineer|carpenter|driver|clerk|ran a|owned|a nurse|worked|work|job|living|occupation|employ\w*|retired|teacher|nurse|used to be)\b/g,
  company: /\b(?:company|firm|business|employer)\b/g,
  people: /\b(?:men|people|crew|guys|boys|two of us|team|staff)\b/g,
  interpreter:
    /\b(?:speaks? (?:better |good |more )?(?:spanish|english)|sit in|interpret\w*|translat\w*|spanish|language)\b/g,
  cause: /\b(?:cause of death|die of|died of|heart|cancer|stroke|pending|toxicology)\b/g,
  donor: /\b(?:donor|donat\w+|eye bank|tissue|organ|medical (?:college|school)|anatom\w*)\b/g,
  mother: /\b(?:mother|mom|mama|ma|mum|mommy)\b/g,
  father: /\b(?:father|dad|daddy|pop|papa)\b/g,
  grandparent: /\b(?:grand(?:mother|father|ma|pa|daddy|mama)|granny|nana)\b/g,
  sibling: /\b(?:brothers?|sisters?|siblings?)\b/g,
  child: /\b(?:sons?|daughters?|kids?|children|boy|girl)\b/g,
  sick: /\b(?:sick|ill|dying|hospice|hospital|icu)\b/g,
  change: /\b(?:chang\w+|mov(?:e|ed|ing)|switch\w*|instead|reschedul\w*|shift\w*)\b/g,
  late: /\b(?:late|delay\w*|postpon\w*)\b/g,
  fetch:
    /\b(?:fetch\w*|pick(?:ed)? (?:\w+ )?up|you can come|come any time|collect\w*|come (?:and )?get|get them|send (?:\w+ )?(?:men|car|van))\b/g,
  statement: /\b(?:statement|bill|invoice|contract|receipt|ledger|paperwork)\b/g,
  body: /\b(?:body|lying|laying|remains|rest(?:ing)?)\b/g,
  alone: /\b(?:alone|by herself|by himself|lonely|lives with)\b/g,
  accident: /\b(?:accident|fell|fall|falls|broke|crash|wreck|injur\w*|involved|emergency)\b/g,
  cheapest: /\b(?:cheap(?:est|er)?|lowest|least|simplest|plain|basic|minimum|begin|starts?)\b/g,
  money: /\b(?:money|cash|dollars|billfold|wallet|purse)\b/g,
  picture: /\b(?:photos?|pictures?|image)\b/g,
  music: /\b(?:music|songs?|hymns?|sing\w*|organist|piano|play)\b/g,
  animal: /\b(?:dogs?|cats?|pets?|bites?|puppy)\b/g,
  danger: /\b(?:careful|watch out|watch for|dogs?|bites?|steps|ice|icy|narrow|gate|loose|slippery)\b/g,
  drive: /\b(?:driv(?:e|es|ing)|trip|miles?|mileage|run (?:him|her)|haul|transport\w*)\b/g,
  lodging: /\b(?:hotel|motel|inn|room)\b/g,
  message: /\b(?:message|voice ?mail|machine)\b/g,
  keep: /\b(?:keep(?:s|ing)?|hold(?:s|ing)?|reserv\w*|pencil\w*|save|saving|stays?)\b/g,
  allowed: /\b(?:may|can we|allowed|permitted|let (?:us|him|her|them)|rules?)\b/g,
  papers: /\b(?:papers?|paperwork|documents?|forms?|deed|policy|letter|license|id|card|certificate|slip)\b/g,
  code: /\b(?:code|gate|key|lock|lockbox)\b/g,
  alive: /\b(?:alive|living|still with us|breathing|last seen|saw (?:him|her)|fine)\b/g,
  present: /\b(?:now|currently|at present|right now|moved|lying|over at)\b/g,
  prior: /\b(?:before|first|earlier|previous\w*|last time|already)\b/g,
  backup:
    /\b(?:instead|if (?:they|he|she|it) (?:do|does) not|turn(?:s|ed)? (?:me|him|her|us|them)? ?down|declin\w*|backup|otherwise|fall through)\b/g,
  quantity: /\b(?:how many|how much|copies|all together|altogether|total|each|dozen|number of|pieces)\b/g,
  guests: /\b(?:guests?|people|crowd|attend\w*|coming)\b/g,
  vehicle: /\b(?:car|van|truck|hearse|limousine|limo|vehicle|cot|stretcher)\b/g,
  food: /\b(?:food|meal|lunch|kitchen|reception|cater\w*|cookies|coffee)\b/g,
  job: /\b(?:teach(?:es)?|taught|welder|fireman|farm(?:er|ed)|mechanic|engineer|carpenter|driver|clerk|ran a|owned|a nurse|for a living|worked|works|job|retired|occupation|career|employ\w*|boss)\b/g,
  argue:
    /\b(?:disagree\w*|argu\w*|fight\w*|trouble\w*|against|settled|undecided|over my dead body|did not want|she did not|no she)\b/g,
  return: /\b(?:return\w*|give (?:it |them )?back|back to|bring back|comes? back)\b/g,
  stay: /\b(?:stays?|leave (?:it|that|them)|keep (?:it|that|them)|on (?:him|her)|pinned|with (?:him|her))\b/g,
  promise: /\b(?:promis\w*|owe|owes|agreed to|said (?:we|they|he|she) would|supposed to)\b/g,
  ready: /\b(?:ready|prepar\w*|set up|set out|open(?:ed)?)\b/g,
  end: /\b(?:end|finally|eventually|after that|until|till|last)\b/g,
  night: /\b(?:night|nights|evening|overnight|after hours|tonight|late)\b/g,
  married: /\b(?:married|marry|wife|husband|widow\w*|spouse|separated|divorc\w+|single|partner)\b/g,
  rank: /\b(?:ranks?|private|corporal|sergeant|petty officer|lieutenant|captain|major|colonel|seaman|airman|specialist|second class|first class)\b/g,
  missing:
    /\b(?:missing|lost|can not find|never (?:got|found)|was not (?:in|there)|not in the bag|no (?:medal|ring|watch|wallet|keys))\b/g,
  dislike: /\b(?:dislik\w+|hat(?:e|es|ed)|can not stand|do not like|does not like|did not like)\b/g,
  distance: /\b(?:far|distance|miles?|minutes away|close by|away)\b/g,
  lasting:
    /\b(?:good (?:for|till|until|through)|expir\w+|lock(?:s|ed)? (?:it |that )?in|(?:they|it) change|valid|stays the same)\b/g,
  deliver: /\b(?:deliver\w*|bring(?:s|ing)?|drop(?:s|ping|ped)?|haul\w*)\b/g,
  company_of:
    /\b(?:with (?:him|her|them)|by (?:himself|herself|themselves)|beside|sit(?:s|ting)? with|not alone|stays? with|there with)\b/g,
  apart: /\b(?:apart|separate\w*|same (?:room|call|time|car)|together|estranged|away from each other)\b/g,
  confidential:
    /\b(?:confidential|let slip|slip(?:s|ped)?|should not have said|do not use that|between us|keep (?:it|that) quiet|secret)\b/g,
  size: /\b(?:sizes?|inch(?:es)?|wide|tall|feet|cubic|dimensions?|outside is|how big)\b/g,
  play: /\b(?:play\w*|guitar|organ\w*|piano|sing\w*|sang|music\w*|violin)\b/g,
  hospital: /\b(?:hospital|general|medical center|memorial|icu|er|emergency room|va|clinic)\b/g,
  nursing: /\b(?:nursing home|care (?:home|center)|memory care|assisted living|rehab|manor|terrace|village)\b/g,
  hotel: /\b(?:hotel|motel|inn|lodge)\b/g,
  found: /\b(?:found|find|discovered)\b/g,
  buy: /\b(?:buy|bought|purchas\w+|order(?:ed|s)?|got one|pick(?:ed)? out)\b/g,
  leave: /\b(?:leave (?:by|at|there|here|before)|out of (?:there|here|the way)|gone by|be done|before)\b/g,
};

const entries = Object.entries(CONCEPTS);

/** Names of the concepts that a text speaks of. The text is a sentence's: lower case, short forms written out. */
export const conceptsIn = (text: string): string[] =>
  entries.flatMap(([name, pattern]) => {
    pattern.lastIndex = 0;
    return pattern.test(text) ? [name] : [];
  });
