import { faceMark, faceName } from '../ui/readingFace.ts';
import { storageKey } from '../ui/storageKey.ts';

/**
 * The one inline script of every page, at most 1 kB: before the first paint it puts the reader's appearance on <html>
 * and asks for the reading face where this device has it (asked for only by the first text that is set in it, the face
 * comes too late for the page more often than not); then it starts the app when the first picture is there,
 * when the reader does something, or when nothing is left to load, and never before what is here has been painted, if
 * anybody looks. Plain links work all the while, and for good when the app cannot be had: a link that is followed before
 * has the line to itself, and the app starts only if the reader is still here some seconds later. A script that came
 * damaged or empty, and that the browser would keep for a year, is fetched anew for the next page. The same bytes stand on
 * every page, so that one hash in the security policy covers it.
 * @param scripts addresses in the order they are run, each as a task of its own: `.js` files of one folder that export
 *   something, since one that came empty does not
 * @param base of the edition
 */
export function firstScript(scripts: readonly string[], base: string): string {
  const folder = scripts[0]?.replace(/[^/]*$/, '') ?? '';
  const names = scripts.map((script) => script.slice(folder.length, -'.js'.length));
  return `((d,s,h,a,l,n,k)=>{try{s=localStorage;h=d.documentElement.dataset;a=JSON.parse(s[${JSON.stringify(storageKey('appearance', base))}]||"{}");for(k in a)/^\\w+$/.test(a[k])&&(h[k]=a[k]);JSON.parse(s[${JSON.stringify(storageKey('face', base))}]||"[]").forEach(f=>{d.fonts.add(a=new FontFace(${JSON.stringify(faceName)},f[0],f[1]));f[1].style||a.load().catch(e=>e);h.${faceMark}=""})}catch{}
var go=()=>n||(n=${JSON.stringify(names)}.map(f=>${JSON.stringify(folder)}+f+".js")).forEach(u=>import(u).then(m=>Object.keys(m)[0].a).catch(()=>{n.forEach(f=>fetch(f,{cache:"reload"}).catch(on));n=[]})),on=()=>l||(d.hidden?setTimeout:requestAnimationFrame)(()=>setTimeout(go));
["pointerdown","keydown","click"].forEach(n=>addEventListener(n,({target:t})=>t.closest?.("a")?n=="click"&&setTimeout(()=>on(l=0),9e3,l=1):on(),{once:1}));
addEventListener("load",on);
addEventListener("DOMContentLoaded",p=>(p=d.querySelector("img[fetchpriority]"))&&!p.complete?p.onload=p.onerror=on:on())})(document)`;
}
