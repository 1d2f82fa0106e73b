import type { Random } from '../random.ts';

/** Ways into a page; BOOM becomes a call that the page would count. */
const shapes: readonly string[] = [
  '<svg onload=BOOM>',
  '<b onclick=BOOM>x',
  '<img src=x onerror=BOOM>',
  '"><img src=x onerror=BOOM>',
  "'><img src=x onerror=BOOM>",
  '<script>BOOM</script>',
  '</script><script>BOOM</script>',
  '</title><script>BOOM</script>',
  '</textarea><script>BOOM</script>',
  '</style><script>BOOM</script>',
  '<ScRiPt>BOOM</sCrIpT>',
  '<script/x>BOOM</script>',
  '<<script>BOOM//<</script>',
  '<script src=data:,BOOM></script>',
  '<script type=module>BOOM</script>',
  '<svg/onload=BOOM>',
  '<svg><script>BOOM</script></svg>',
  '<svg><animate onbegin=BOOM attributeName=x dur=1s>',
  '<math><mtext></p><img src=x onerror=BOOM>',
  '<body onload=BOOM>',
  '<details open ontoggle=BOOM>x</details>',
  '<input autofocus onfocus=BOOM>',
  '<select autofocus onfocus=BOOM>',
  '<video><source onerror=BOOM></video>',
  '<audio src=x onerror=BOOM>',
  '<marquee onstart=BOOM>x</marquee>',
  '<iframe srcdoc="<script>parent.BOOM</script>"></iframe>',
  '<iframe src="javascript:parent.BOOM"></iframe>',
  '<object data="javascript:BOOM"></object>',
  '<embed src="javascript:BOOM">',
  '<a href="javascript:BOOM">x</a>',
  '<form action="javascript:BOOM"><button>x</button></form>',
  '<base href="javascript:BOOM//">',
  '<meta http-equiv=refresh content="0;url=javascript:BOOM">',
  '<link rel=stylesheet href="data:text/css,*{background:red}">',
  '<style>*{display:none}</style>',
  '<div style="position:fixed;inset:0;background:red" onmouseover=BOOM>',
  '<template><script>BOOM</script></template>',
  '<!--><img src=x onerror=BOOM>-->',
  '<![CDATA[<img src=x onerror=BOOM>]]>',
  '&lt;script&gt;BOOM&lt;/script&gt;',
  '&#60;img src=x onerror=BOOM&#62;',
  '%3Cscript%3EBOOM%3C/script%3E',
  '\\u003cscript\\u003eBOOM\\u003c/script\\u003e',
  '＜script＞BOOM＜/script＞',
  "{{constructor.constructor('BOOM')()}}",
  '${BOOM}',
  '#{BOOM}',
  '<%= BOOM %>',
  "');BOOM;//",
  '";BOOM;//',
  'javascript:BOOM',
  '{"$$typeof":"x","type":"script"}',
  '__proto__ <img src=x onerror=BOOM>',
  '{0} {name, plural, one {BOOM}} </0><script>BOOM</script>',
];

/** So many different strings; the shortest come first, for fields that hold little. */
export function scriptStrings(count: number, random: Random): string[] {
  const made = new Set<string>();
  for (let i = 0; made.size < count; i += 1) {
    const shape = shapes[i % shapes.length] ?? '';
    const call =
      i < shapes.length ? 'boom()' : random.pick([`boom(${i})`, `alert(${i})`, `print(${i})`]);
    made.add(shape.replaceAll('BOOM', call));
  }
  return [...made].sort((a, b) => a.length - b.length);
}
