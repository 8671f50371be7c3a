/** Goods and services of a funeral home as people name them, with their plain names, the most particular first. */
const ITEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['cremation with viewing', /\bcremation with (?:a |the |an? \w+ )?(?:viewing|visitation|open casket)\b/],
  ['cremation with memorial service', /\bcremation with (?:a |the |an? \w+ )?(?:memorial|service|chapel|celebration)/],
  [
    'direct cremation',
    /\b(?:direct|simple|basic|plain|straight|just (?:a |the )?|only (?:a |the )?) ?cremation\b|\b(?:is|the|our|a) direct$|\b(?:the|our) direct (?:is|one|runs)\b/,
  ],
  ['direct burial', /\b(?:direct|immediate|simple|basic|plain) burial\b/],
  ['death certificate', /\b(?:death |certified )+(?:certificates?|cop(?:y|ies))\b|\bcertificates?\b|\bcertified cop/],
  ['alternative container', /\b(?:alternative|cardboard|cremation) (?:container|box)\b/],
  ['cremation casket', /\bcremation caskets?\b/],
  ['rental casket', /\b(?:rental|rent(?:ed|ing)?|loaner) (?:a |the )?(?:casket|coffin)s?\b/],
  ['casket handling fee', /\bhandling (?:fee|charge)\b/],
  [
    'basic services fee',
    /\b(?:basic|professional|non declinable|nondeclinable) (?:services?|staff|fee)\b|\bservices? of (?:the )?(?:director|staff|funeral)/,
  ],
  ['package', /\b(?:\w+ )?(?:package|bundle)\b|\b(?!burial|payment|the|a|our|this|that)[a-z]+ plan\b/],
  ['opening and closing', /\bopening(?: and |\/| )closing\b|\bopen(?:ing)? (?:and close |of )?the grave\b/],
  ['identification viewing', /\bidentification (?:viewing|visit)\b/],
  ['viewing', /\b(?:viewings?|visitations?|wake|calling hours|see (?:her|him|them) first)\b/],
  ['graveside service', /\bgraveside\b|\bcommittal\b/],
  ['memorial service', /\bmemorial service\b|\bcelebration of life\b/],
  [
    'funeral service',
    /\b(?:full|traditional|complete|chapel|church|funeral|whole)(?: \w+)? (?:service|funeral|burial)\b/,
  ],
  ['embalming', /\bembalm\w*\b/],
  ['other preparation', /\b(?:dressing|cosmetics|cosmetology|casketing|hairdress\w*|hair and makeup|bathing)\b/],
  ['refrigeration', /\b(?:refrigeration|cooler|cold storage|sheltering|shelter of remains)\b/],
  ['air tray', /\b(?:air ?trays?|shipping container|transfer case)\b/],
  [
    'removal',
    /\b(?:removals?|transfer of|pick ?up|transportation|transport|mileage|per mile|a mile|forwarding|receiving|ship(?:ping|out)?)\b/,
  ],
  ['hearse', /\b(?:hearse|funeral coach|coach)\b/],
  ['limousine', /\b(?:limousine|limo)s?\b/],
  ['flower van', /\bflower (?:van|car)\b/],
  ['vault', /\b(?:vaults?|grave liners?|liners?|outer (?:burial )?containers?)\b/],
  ['urn', /\burns?\b/],
  ['casket', /\b(?:caskets?|coffins?)\b/],
  ['obituary', /\b(?:obituar(?:y|ies)|obits?|notice in the paper|newspaper)\b/],
  ['printed folders', /\b(?:folders|programs|prayer cards|guest ?book|register book|memorial cards|stationery)\b/],
  ['flowers', /\b(?:flowers|spray|wreath)\b/],
  ['clergy', /\b(?:clergy|minister|priest|pastor|honorarium)\b/],
  ['crematory fee', /\b(?:crematory|crematorium)\b/],
  ['witness cremation', /\bwitness(?:ed|ing)?\b/],
  ['scattering', /\bscatter\w*\b/],
  ['keepsake', /\b(?:keepsakes?|jewelry|pendants?|thumbprint|locket)\b/],
  ['memorial video', /\b(?:video|slideshow|slide show|livestream\w*|webcast|streaming)\b/],
  ['mileage', /\bmileage\b|\b(?:per|a) (?:loaded )?mile\b/],
  ['use of chapel and staff', /\b(?:use of (?:the |our )?(?:chapel|facilit\w+|staff|room)|chapel)\b/],
  ['headstone', /\b(?:headstones?|markers?|monuments?|engraving|inscription)\b/],
  ['plot', /\b(?:plots?|grave space|cemetery space|niche|crypt)\b/],
  ['permit', /\b(?:permit|approval)\b/],
  ['cremation', /\bcremat(?:ion|ions|e|ed)\b/],
  ['burial', /\bburials?\b/],
  ['total', /\b(?:total|altogether|grand total|bottom line|the whole thing|statement|balance)\b/],
  ['weekend charge', /\b(?:weekend|after hours|holiday|overtime|saturday|sunday)s? (?:charge|fee|rate|service)\b/],
];

/** Item that a text names last, before a character where one is given. Returns null for a text that names none. */
export const findItem = (text: string): string | null => {
  let found: { name: string; at: number; end: number } | null = null;
  for (const [name, pattern] of ITEMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    // A more particular name, listed first, takes the words that a plainer one would name again.
    if (found && match.index < found.end && end > found.at) continue;
    if (!found || match.index > found.at) found = { name: name === 'package' ? match[0] : name, at: match.index, end };
  }
  return found?.name ?? null;
};

/** Item that a text names first. */
export const findFirstItem = (text: string): string | null => {
  let found: { name: string; at: number } | null = null;
  for (const [name, pattern] of ITEMS) {
    const match = pattern.exec(text);
    if (match && (!found || match.index < found.at))
      found = { name: name === 'package' ? match[0] : name, at: match.index };
  }
  return found?.name ?? null;
};

/** All items that a text names. */
export const namedItems = (text: string): string[] =>
  ITEMS.flatMap(([name, pattern]) => {
    const match = pattern.exec(text);
    return match ? [name === 'package' ? match[0] : name] : [];
  });
