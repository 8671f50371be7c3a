// Words of calls, in sentences' long forms, by which embalming is asked for, answered, and told.

export const NAMED = /\bembalm\w*/;
export const PERMISSION =
  /\b(?:permission|consent|authoriz\w+|authoris\w+|approv\w+|allow|okay|all right|(?:may|can|could|should|shall) we|(?:do|would) you(?: all)? (?:want|like)|want (?:us|him|her|them) (?:to|embalmed)|go ahead|your (?:decision|choice)|decide|ask (?:you )?about embalming)\b/;
export const PRICE_OR_LAW =
  /\b(?:how much|cost|costs|price|charge|fee|law|legal|legally|required?|requires?|requirement|have to be|has to be|had to be|must be|mandatory|state|makes? you)\b/;
export const OF_A_PERSON =
  /\bembalm(?:ed|ing)? (?:him|her|them|mom|dad|mama|daddy|mother|father|my|your|mr|mrs)\b|\b(?:he|she|him|her)(?: \w+){0,3} embalmed\b|\bembalm\w*(?: \w+){0,4} (?:tonight|yet)\b/;
export const PREPARES =
  /\b(?:prepare|preparing|prepared) (?:him|her|them|your (?:mother|father|mom|dad|husband|wife))\b|\bget (?:him|her|them) (?:all )?(?:ready|prepared)\b|\bpreparar(?:lo|la)\b|\barreglar(?:lo|la)\b/;

export const DEFERS =
  /\b(?:ask|talk (?:to|with|it over)|speak (?:to|with)|check with|wait|think (?:about|it over)|not yet|not sure|do not know|leave (?:that|it|this)|(?:have not|not|nobody has) decided|decide (?:later|that|when|tomorrow)|when the time comes|not tonight|later|can not say|up to (?:my|him|her|them|mom|dad)|not (?:mine|my (?:decision|call|place))|that is (?:dad|mom|mama|his|her|my)|hold off|get back to you|let you know|tomorrow|need to (?:see|hear))\b/;
export const REFUSES =
  /^(?:(?:oh |well |then |so )*no|nope|absolutely not|god no|oh no)\b|\b(?:no embalming|do not (?:\w+ )?(?:want|embalm|do)|not (?:to be )?embalmed?|rather (?:you )?(?:did )?not|would not want|none of that|please do not|against|never|decline|skip (?:it|that)|do not think so|do not believe so|not permitted|without (?:it|embalming))\b/;
export const GRANTS =
  /^(?:yes |sure )?(?:you (?:do|may|can)|i do|we do)\b|\b(?:yes|yeah|yep|sure|si|go ahead|go on and|permission|please do|that is fine|fine|okay|of course|absolutely|you (?:can|may)|do (?:it|that|what you)|i (?:approve|authorize|agree|consent)|we (?:would|do) like (?:that|him|her)|want (?:that|him|her|it))\b/;
export const UNASKED_REFUSAL =
  /\b(?:no embalming|none of that embalming|(?:do|did|does) not (?:\w+ ){0,3}embalm\w*|never wanted (?:\w+ ){0,3}embalm\w*|not (?:to be |going to be )?embalmed|without (?:any )?embalming|against embalming|refuse\w* embalming)\b/;
export const UNASKED_GRANT =
  /\b(?:go ahead and embalm|(?:you|i) (?:can|may|have (?:my|our)|give)(?: you)?(?: my| our)?(?: permission to)? embalm|(?:i|we) (?:do |would )?(?:want|like) (?:him|her|them|mom|dad) (?:to be )?embalmed|permission to embalm)\b/;
/** Others' words about embalming, and conditions, which are no answer of the family's. */
export const QUOTED =
  /\b(?:told|tells|said|says|heard|read|some(?:body|one)|if (?:we|i|you)|do not you|does not|can not you|do you (?:all )?embalm|makes you)\b/;
export const REPORTED_NAME = /\b(?:she|he|mom|mama|dad|they) (?:says?|said)\b/;
export const HAS_PERMISSION =
  /\b(?:have|give you) (?:my|our) permission\b|\byou can (?:go ahead and )?embalm (?:him|her|them)\b/;
export const PROPOSES = /\b(?:have to|going to|will|would|need to|want to) embalm (?:him|her|them)\b/;
export const REPORTED_GRANT =
  /\b(?:she|he|they|wife|husband|son|daughter|family)\b.{0,40}\b(?:said yes|agreed|gave|approved|authorized|granted)\b/;
export const STAFF =
  /\b(?:nurse|coroner|investigator|examiner|chaplain|clerk|aide|lpn|rn|hospice|hospital|deputy|officer|director|supervisor|embalmer|florist|sexton|trade|case manager|social worker)\b/i;
