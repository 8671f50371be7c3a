/** Sizes of a page, in points. */
export type Paper = { width: number; height: number };

const LETTER: Paper = { width: 612, height: 792 };
const A4: Paper = { width: 595.28, height: 841.89 };

/** The Americas print on Letter, but for these; so do the Philippines and the islands of the United States. */
const A4_IN_AMERICA =
  /^America\/(Argentina|Buenos_Aires|Sao_Paulo|Bahia|Fortaleza|Recife|Manaus|Belem|Cuiaba|Campo_Grande|Porto_Velho|Porto_Acre|Rio_Branco|Boa_Vista|Araguaina|Maceio|Noronha|Santarem|Eirunepe|Lima|Guayaquil|La_Paz|Asuncion|Montevideo|Paramaribo|Cayenne|Guyana|Nuuk|Godthab|Danmarkshavn|Scoresbysund|Thule|Miquelon|Martinique|Guadeloupe|Jamaica)\b/;
const LETTER_ELSEWHERE =
  /^(US|Canada|Mexico)\/|^Pacific\/(Honolulu|Guam|Saipan|Pago_Pago|Midway|Wake|Samoa)$|^Asia\/Manila$/;

/** The paper that a place prints on, by its time zone; Letter where none is known. */
export const paperOf = (time_zone: string): Paper => {
  const isAmerican = time_zone.startsWith('America/') && !A4_IN_AMERICA.test(time_zone);
  const isUnknown = /^(UTC|Etc\/.*|GMT.*)$/.test(time_zone);
  return isAmerican || isUnknown || LETTER_ELSEWHERE.test(time_zone) ? LETTER : A4;
};
