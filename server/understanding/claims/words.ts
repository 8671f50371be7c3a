// Words by which a home states law, protection, cost and conditions, in sentences' long forms.

/** Subject of a statement; where it says "it", the one that sentences before it name. */
export type Subject = 'embalming' | 'casket' | 'vault' | null;

export const SUBJECTS: readonly (readonly [Exclude<Subject, null>, RegExp])[] = [
  ['embalming', /\bembalm\w*/],
  ['vault', /\b(?:vaults?|liners?|outer (?:burial )?containers?|box the casket goes in)\b/],
  ['casket', /\b(?:caskets?|coffins?|sealer|gasket|bronze|eighteen gauge|twenty gauge)\b/],
];
export const LAW =
  /\b(?:(?:state|federal|county|by|the|a|our|health) (?:law|regulations?|statute|code)|law|legal requirement|legally|mandatory|(?:the )?(?:state|county|health department|board of health) (?:requires?|says|makes|wants)|health department|required by)\b/;
export const MUST =
  /\b(?:have|has|got|need|needs) (?:\w+ )?to (?:be|have|get|buy|use|do|embalm|put|purchase|go|take|provide)\b|\bmust\b|\brequired?\b|\brequires?\b|\bmandatory\b|\b(?:can not|will not|do not|not allowed to) (?:be |get )?(?:put|bury|buried|cremated?|take|burn|accept|do) (?:\w+ ){0,6}without\b|\bwould have to (?:be |have )?(?:embalm\w*|have|get|buy)\b/;
export const DENIES =
  /\b(?:no law|not (?:a |the |any |by |under )?(?:\w+ )?(?:law|required|mandatory|necessary|legal|true|right|correct)|(?:does|do|did|is|are|would|will) not (?:\w+ ){0,2}(?:have|has|need|require|required|preserve|protect|say|make|mean|keep|stop|prevent)|no (?:need|requirement|rule|legal)|never (?:required|says?)|nothing (?:preserves|protects|lasts)|no (?:vault|casket|one|seal)|not the law|(?:the )?law (?:does|is) not|optional|(?:your|a) choice)\b/;
/** Other people's words, conditions, and rules of the house or the cemetery that are no law. */
export const NOT_OUR_WORD =
  /\b(?:some(?:body|one)?|people|they|folks|other (?:home|homes|places?)|he|she)(?: \w+){0,2} (?:say|says|said|tell|tells|told|think|thinks|thought|believe|claim|claims|hear|heard)\b|\byou (?:may|might|will) hear\b|\b(?:heard|told you|used to)\b/;
export const HOUSE_RULE =
  /\b(?:our (?:own )?(?:policy|rule)|policy here|we (?:ask for|require)|cemeter(?:y|ies) (?:\w+ )?(?:requires?|wants?|will|may|does|do|rule|says)|it is the cemetery|cemetery rule|their (?:rule|requirement))\b/;
export const PROTECTS =
  /\bit is protective\b|\bno water (?:and|or|no)\b|\bkeep (?:\w+ )?just like\b|\b(?:protects?|protecting|preserves?|preserving|keeps?|seals?) (?:\w+ ){0,4}(?:water|moisture|air|elements|dirt|bugs|insects|out|forever|for good|dry|intact|years|like new|body|remains|her|him|them)\b|\b(?:air ?tight|water ?tight|water ?proof|leak ?proof)\b|\bnothing (?:gets|can get|will get|ever gets) in\b|\b(?:never|will not|not ever) (?:leak|decay|decompose|rust through|let (?:\w+ )?(?:water|air))\b|\bprotect(?:s|ed|ion)?\b.{0,40}\b(?:forever|for good|lifetime|years|elements|water)\b|\bpreserv\w+\b.{0,40}\b(?:forever|for good|years|decades|indefinitely)\b|\bno (?:water|air|moisture)\b.{0,20}\b(?:get|gets|in)\b|\blast(?:s)? forever\b|\bnothing (?:gets|can get|will get) to (?:him|her|them)\b|\bpreserved\b.{0,20}\blong\b|\bstays? (?:\w+ )?(?:just )?(?:as (?:he|she|they) (?:is|are)|the same|like that)\b|\bguarante\w+ (?:\w+ )?(?:against|for)\b.{0,20}\b(?:leaks?|water|life|years)\b/;
export const PRODUCT =
  /\b(?:vaults?|caskets?|coffins?|seal|sealed|sealer|sealing|gasket|liner|embalm\w*|it|that one|this one|the \w+)\b/;
export const AT_COST =
  /\b(?:at|for) (?:exactly |just |only )?(?:our |the |actual )?(?:own )?cost\b|\bpass (?:\w+ ){0,6}(?:straight|right|directly) (?:through|along|on)\b|\bpass (?:\w+ ){0,5}(?:through|along|on)\b.{0,30}\b(?:cost|what (?:they|it)|no markup|exactly|same)\b|\b(?:do|does|did) not (?:add|mark|make|put|tack|charge) (?:\w+ ){0,3}?(?:to (?:it|that|them)|(?:it|that|them) up|a (?:dime|penny|cent|thing|profit|nickel)|anything (?:on|to|extra)|on (?:it|that|top|to))\b|\b(?:no|without(?: any)?) mark ?ups?\b|\bmake (?:nothing|no money|no profit) (?:on|off)\b|\bexactly what (?:we|they) (?:pay|charge)\b|\bdollar for dollar\b|\badd nothing (?:on|to)\b|\bdo not (?:mark up|add anything)\b|\b(?:bill|charge) you (?:exactly |just |only )?what(?:ever)? (?:they|it|we|the \w+)\b|\bwhat (?:we bill you|you pay) is (?:exactly |just )?what\b|\bis (?:exactly |just )?what (?:we (?:pay|bill|charge)|you (?:pay|are billed))\b|\b(?:bills?|charges?) us is what\b|\bcharge us (?:[a-z]+ ){1,5}and we charge you\b|\bat what (?:they|it) (?:charges?|costs?)\b/;
export const MARKS_UP =
  /\b(?:we (?:do )?(?:add|mark|charge) (?!nothing|you )|plus (?:a|our)|handling|service fee|a little (?:extra|more) for)\b/;
export const TIES: readonly RegExp[] = [
  /\bhandling (?:fee|charge)\b/,
  /\b(?:have|need|got) to (?:buy|take|use|purchase|get) (?:\w+ ){1,6}(?:from us|of ours|through us|here|with us|from our \w+)\b/,
  /\b(?:have|need|got) to (?:buy|take|use|purchase|get) (?:our|one of our) (?:caskets?|urns?|vaults?|package)\b/,
  /\b(?:can not|do not|will not|not) (?:\w+ )?(?:accept|allow|take|use|sell|let) (?:\w+ ){0,4}(?:outside|other|caskets?|urns?|vaults?|containers?|(?:their|your) own)\b(?:.{0,25}\b(?:from|unless|without|own)\b)?/,
  /\b(?:do not|can not|will not) (?:sell|write|do) (?:\w+ ){0,3}(?:the )?one without the other\b/,
  /\b(?:lose|losing) (?:the|your|that) (?:\w+ )?(?:discount|package|price)\b/,
  /\bif you (?:buy|bring|get|use|order|purchase|go)\b.{0,30}\b(?:elsewhere|somewhere else|outside|your own|online|another)\b.{0,40}\b(?:fee|charge|extra|discount|more)\b/,
  /\bonly\b.{0,40}\bif (?:you|the \w+) (?:buy|take|get|use|purchase|come|comes)\b.{0,25}\bfrom us\b/,
  /\bonly get (?:\w+ ){1,4}if you (?:buy|use|take|get)\b|\b(?:fee|charge|extra) if you (?:bring|use|buy|get) (?:your own|an outside|one|a \w+) ?(?:from)?\b/,
  /\b(?:got to|have to|need to|must) (?:take|buy|use|get) (?:the |a )?(?:casket|urn|vault|container|marker) from us\b/,
  /\bonly (?:if|when|with) you (?:buy|take|get|use|purchase) (?:\w+ ){0,4}(?:casket|urn|vault|from us|ours)\b/,
  /\b(?:do not|will not|would not) get (?:the|our) (?:\w+ )?discount\b/,
  /\b(?:can not|not able to|not allowed to) bring (?:your own|in your own|one from|an outside)\b/,
];
/** Answers to "do we have to?" that say no more than yes. */
export const AFFIRMS =
  /^(?:yes|yeah|yep|absolutely|correct|oh absolutely|sure|afraid so|i am afraid so|it is|you do|you will|she does|he does|she will|he will|has to be|they do)\b(?! not)/;
export const UNTIES = /\b(?:do|does|would|will) not (?:have|need) to\b|\b(?:no|not|never|waive\w*) (?:\w+ )?handling\b/;
export const FIRST =
  /\b(?:name|phone|number|address|email)\b.{0,30}\b(?:first|before (?:i|we))\b|\b(?:need|have to have) (?:a|your) (?:\w+ )?name\b/;
export const IDENTITY: readonly RegExp[] = [
  /\b(?:need|have to have|must have|require) (?:your|a|the) (?:\w+ )?(?:name|phone|number|address|email)\b.{0,40}\bbefore\b.{0,30}\b(?:prices?|pricing|quotes?|figures?|numbers)\b/,
  /\b(?:do|will|can) not (?:give|quote|discuss)\b.{0,40}\b(?:who|without knowing)\b/,
  /\bgive me your (?:name|number)\b.{0,40}\b(?:then|and) (?:i|we) (?:will|can) (?:see|tell|give|look|quote)\b/,
  /\bbefore (?:i|we) (?:can |could )?(?:give|quote|tell|talk|discuss|go over|get into|share|say)\b.{0,60}\b(?:name|number|address)\b/,
  /\b(?:can not|do not|will not|not able to|not allowed to)\b.{0,40}\b(?:price|prices|pricing|figures?|quote|that|out|information)\b.{0,20}\b(?:without|unless|until|till)\b.{0,40}\b(?:name|number|address|who)\b/,
  /\b(?:who (?:is|am)|name|number|address)\b.{0,50}\b(?:before (?:i|we)|then i can|first)\b.{0,40}\b(?:price|prices|quote|figures?|give|tell)\b/,
];
export const COME_IN: readonly RegExp[] = [
  /\bno (?:prices|pricing|quotes|figures) (?:over|on|by) (?:the )?(?:phone|telephone)\b/,
  /\b(?:do not|can not|will not|never|not)\b.{0,30}\b(?:prices?|pricing|figures?|numbers?|quotes?|costs?)\b.{0,20}\b(?:over|on|by) (?:the |a )?(?:phone|telephone)\b/,
  /\b(?:do not|can not|will not|not) (?:\w+ )?quote (?:\w+ )?(?:over|on|by) (?:the |a )?(?:phone|telephone)\b/,
  /\b(?:only|just)\b.{0,25}\b(?:prices?|pricing|figures?|numbers?|quotes?)\b.{0,20}\b(?:in (?:the|our) office|in person|here)\b/,
  /\b(?:can not|will not|do not) (?:\w+ )?(?:go over|discuss|talk about|get into) (?:\w+ )?(?:on|over|by) the (?:phone|telephone)\b/,
  /\b(?:have to|need to|got to|must) come (?:in|by|down)\b.{0,40}\b(?:prices?|pricing|figures?|numbers?|list|cost)\b/,
  /\b(?:prices?|pricing|figures?|numbers?|cost)\b.{0,40}\b(?:have to|need to|got to|must) come (?:in|by|down)\b/,
];
