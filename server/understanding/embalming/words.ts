// Words of calls, in sentences' long forms, by which embalming is asked for, answered, and told.

export const NAMED = /\bembalm\w*/;
export const PERMISSION =
  /\b(?:permission|consent|authoriz\w+|authoris\w+|approv\w+|allow|okay|all right|(?:may|can|could|should|shall) we|(?:do|would|did|will) (?:you|the family)(?: all| folks| guys)? (?:want|like|be okay|be open)|say so|want (?:us|him|her|them) (?:to|embalmed)|go ahead|your (?:decision|choice)|decide|ask (?:you )?about embalming)\b/;
export const PRICE_OR_LAW =
  /\b(?:how much|cost|costs|price|charge|fee|law|legal|legally|required?|requires?|requirement|have to be|has to be|had to be|must be|mandatory|state|makes? you)\b/;
/** Questions that speak of embalming without asking for it. */
export const ASKS_ELSE =
  /\b(?:know what|heard|told|tell|talk(?:ed)? to (?:you|him|her|them|anybody|anyone) about|nobody|anybody|anyone|explain\w*|mention\w*|ask(?:ed)? (?:you |me )?(?:about|if)|who|when|where|why|how|already|yet)\b/;
/** Questions that put it to the family in a word or two: "Embalming?", "and embalming, yes or no?". */
export const ASKS_SHORTLY =
  /^(?:and |okay |so |then |what about |how about |any |is there |will there be |are we |shall we |should we |do we |would there be )*(?:the )?embalm\w*(?: (?:him|her|them|yes or no|or no|or not|then|too|also|tonight))*$/;
export const OF_A_PERSON =
  /\bembalm(?:ed|ing)? (?:him|her|them|mom|dad|mama|daddy|mother|father|my|your|mr|mrs)\b|\b(?:he|she|him|her)(?: \w+){0,3} embalmed\b|\bembalm\w*(?: \w+){0,4} (?:tonight|yet)\b|\b(?:him|her|them) about embalming\b/;
export const PREPARES =
  /\b(?:prepare|preparing|prepared) (?:him|her|them|your (?:mother|father|mom|dad|husband|wife))\b|\bget (?:him|her|them) (?:all )?(?:ready|prepared)\b|\bpreparar(?:lo|la)\b|\barreglar(?:lo|la)\b/;

export const DEFERS =
  /\b(?:ask|sleep on|(?:a|that is a) question for|give you (?:an|my|our) answer|not (?:until|till|before)|until (?:his|her|my|the|everybody|they|we|he|she)|talk (?:to|with|it over)|speak (?:to|with)|check with|wait|think (?:about|it over)|not yet|not sure|do not know|leave (?:that|it|this)|(?:have not|not|nobody has) decided|decide (?:later|that|when|tomorrow)|when the time comes|not tonight|later|can not say|not the one (?:who|that|to)|not up to me|i can not (?:decide|answer|authorize|sign)|(?:has|have) not (?:said|decided)|that would be (?:his|her|my|the|their) |up to (?:my|him|her|them|mom|dad)|not (?:mine|my (?:decision|call|place))|that is (?:dads?|moms?|mamas?|his|hers?|my)|hold off|get back to you|let you know|tomorrow|need to (?:see|hear))\b/;
export const REFUSES =
  /^(?:(?:oh |well |then |so )*no|nope|absolutely not|god no|oh no)\b|\b(?:no embalming|do not (?:\w+ )?(?:want|embalm|do)|not (?:to be )?embalmed?|rather (?:you )?(?:did )?not|would not want|none of that|please do not|against|never|decline|skip (?:it|that)|do not think so|do not believe so|not permitted|without (?:it|embalming)|so no|would not have wanted|choose not|chosen not|not (?:for us|allowed|our way)|(?:did|does|do) not want (?:any|none|that|it)|no thank|(?:i|we|you) (?:do|are|am|may|can) not|says? no)\b/;
export const GRANTS =
  /^(?:yes |sure |then |well |okay |oh )*(?:you (?:do|may|can|got it|have it)|i do|we do|i am|we are|it is|we would|i would|they do|he did|she did|please|i say do it|i guess so|i suppose(?: so)?|might as well|we better|then yes)(?: (?:yes|sir|maam|please|she|he|they|go|we|i) ?.*)?$|\b(?:yes|yeah|yep|sure|si|go ahead|go on and|permission|(?:my|our) okay|please do|that is fine|fine|okay|of course|absolutely|you (?:can|may)|do (?:it|that|what you)|i (?:approve|authorize|agree|consent)|we (?:would|do) like (?:that|him|her)|want (?:that|him|her|it))\b/;
/** Consent that begins with a "no" or has one in it: "no problem", "I don't see why not". */
/** A wish for oneself, which is no answer for another. */
export const FOR_ONESELF = /\bi (?:do not|would not|did not|do|would)?(?: \w+){0,2} (?:want|like) to be embalmed\b/;
export const GRANTS_BY_NO =
  /^(?:oh |well )*no (?:problem|objections?|that is (?:fine|okay|all right)|go ahead|by all means|please do(?! not))\b|\b(?:do not see why not|why not|do not mind|no objections?|not a problem)\b/;
/** Questions for embalming to which "no" consents, and those to which "yes" refuses. */
export const MINDS = /\b(?:mind|objections?|object|opposed|against|problem with)\b/;
export const DENIED = /\b(?:no embalming|not (?:be )?embalm\w*|without embalming|not (?:something|anything) you)\b/;
export const CONFIRMS = /^(?:yes|yeah|yep|right|correct|that is (?:right|correct|it)|exactly|no|none|mm hmm)\b/;
/** Somebody's answer of an earlier day that the home reports: "your mother told us no on the embalming". */
export const ON_FILE =
  /\b(?:you|she|he|they|mother|father|mom|dad|wife|husband|son|daughter|sister|brother|family) (?:told|said|gave) (?:us |me )?(?<told>no|yes|her okay|his okay|permission)\b.*\bembalm|\b(?<put>refused|declined|authorized|approved) (?:the |by \w+ )?embalming\b/;
/** The home's word that it will ask for an answer another time. */
export const ASKS_LATER =
  /\b(?:will|would|am) not (?:going to )?ask(?:ing)? you (?:that |about (?:that|it) )?(?:tonight|now|today|yet|whether)\b|\bask you (?:about (?:that|it) |that |again )?(?:when|then|later|tomorrow|monday|at the)\b|\bdecide (?:that|it|on that) (?:later|then|at|when)\b|\bnobody has to decide\b|\bdo not have to decide\b|\bleave (?:it|that) open\b/;
/** The home's word that somebody else has to say so. */
export const NEEDS_ANOTHER =
  /\b(?:need|needs|have to (?:have|get|hear)|has to (?:come|be)|would need) (?:it |that |this |to hear (?:it|that) |permission |her okay |his okay )?(?:from )(?!you\b)\w+/;
export const UNASKED_REFUSAL =
  /\b(?:no embalming|none of that embalming|(?:do|did|does) not (?:\w+ ){0,3}embalm\w*|never wanted (?:\w+ ){0,3}embalm\w*|not (?:to be |going to be )?embalmed|without (?:any )?embalming|against embalming|can not be embalmed|(?:decided|are) against embalming|may not be embalmed|refuse\w* embalming)\b/;
export const UNASKED_GRANT =
  /\b(?:go ahead and embalm|(?:you|i) (?:can|may|have (?:my|our)|give)(?: you)?(?: my| our)?(?: permission to)? embalm|(?:i|we) (?:do |would )?(?:want|like) (?:him|her|them|mom|dad) (?:to be )?embalmed|permission to embalm)\b/;
/** Others' words about embalming, and conditions, which are no answer of the family's. */
export const QUOTED =
  /\b(?:told|tells|said|says|heard|read|some(?:body|one)|if (?:we|i|you)|do not you|does not|can not you|do you (?:all )?embalm|makes you)\b/;
export const REPORTED_NAME = /\b(?:she|he|mom|mama|dad|they) (?:says?|said)\b/;
/** Words that settle what was left open before. */
export const SETTLES =
  /\b(?:go ahead|do it|do that|do not (?:do|want) (?:it|that|any)|skip it|says? (?:yes|no)|permission|then (?:yes|no)|decided)\b/;
/** Words by which somebody goes back on an answer, or gives one that they have asked for. */
export const CHANGES =
  /^(?:no )?(?:well |oh |okay |all right )*(?:wait|hold on|actually|on second thought|then (?:yes|no|go|do)|let me (?:ask|talk|think|check)|(?:she|he|they|mom|dad) (?:says?|said) (?:yes|no|go|do|it is|that is)|you know what|i (?:have )?changed my mind|forget what i said)\b/;
export const HAS_PERMISSION =
  /\b(?:have|give you) (?:my|our) permission\b|\byou can (?:go ahead and )?embalm (?:him|her|them)\b/;
export const PROPOSES = /\b(?:have to|going to|will|would|need to|want to|like to) embalm(?: (?:him|her|them))?\b/;
export const REPORTED_GRANT =
  /\b(?:she|he|they|wife|husband|son|daughter|family)\b.{0,40}\b(?:said yes|agreed|gave|approved|authorized|granted)\b/;
export const STAFF =
  /\b(?:nurse|coroner|investigator|examiner|chaplain|clerk|aide|lpn|rn|hospice|hospital|deputy|officer|director|supervisor|embalmer|florist|sexton|trade|case manager|social worker)\b/i;
