import { appearanceKey, settings } from '../features/appearance/appearance.ts';

/**
 * The one inline script of every page, at most 1 kB: puts the reader's appearance on <html> before the first paint,
 * then starts the app when the first picture is there, when the reader does something, or when nothing is left to load.
 * Plain links work all the while, and for good when the app cannot be had. The same bytes stand on every page, so that one hash in the security policy covers it.
 */
export function firstScript(entry: string): string {
  return `(function(d,w){try{var a=JSON.parse(localStorage.getItem(${JSON.stringify(appearanceKey)})||"{}");${JSON.stringify(settings)}.forEach(function(k){if(typeof a[k]=="string"&&/^[a-z0-9]+$/.test(a[k]))d.documentElement.dataset[k]=a[k]})}catch(e){}
var go=function(){go=function(){};import(${JSON.stringify(entry)}).catch(function(){})},start=function(){go()};
["pointerdown","keydown","touchstart"].forEach(function(e){w.addEventListener(e,start,{passive:true,once:true})});
w.addEventListener("load",start);
d.addEventListener("DOMContentLoaded",function(){var p=d.querySelector("img[fetchpriority=high]");if(!p||p.complete)return start();p.addEventListener("load",start);p.addEventListener("error",start)})})(document,window)`;
}
