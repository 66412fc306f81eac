import { appearanceKey, settings } from '../features/appearance/appearance.ts';
import { faceKey, faceName } from '../ui/readingFace.ts';

/**
 * The one inline script of every page, at most 1 kB: before the first paint it puts the reader's appearance on <html>
 * and makes known the reading face where this device has it; then it starts the app when the first picture is there,
 * when the reader does something, or when nothing is left to load. Plain links work all the while, and for good when
 * the app cannot be had. The same bytes stand on every page, so that one hash in the security policy covers it.
 * @param scripts addresses in the order they are run, each as a task of its own
 */
export function firstScript(scripts: readonly string[]): string {
  return `(function(d,w,s){try{s=localStorage;var a=JSON.parse(s.getItem(${JSON.stringify(appearanceKey)})||"{}");${JSON.stringify(settings)}.forEach(function(k){if(typeof a[k]=="string"&&/^[a-z0-9]+$/.test(a[k]))d.documentElement.dataset[k]=a[k]});JSON.parse(s.getItem(${JSON.stringify(faceKey)})||"[]").forEach(function(f){d.fonts.add(new FontFace(${JSON.stringify(faceName)},f[0],f[1]))})}catch(e){}
var go=function(){go=function(){};${JSON.stringify(scripts)}.forEach(function(u){import(u).catch(function(){})})},start=function(){go()};
["pointerdown","keydown","touchstart"].forEach(function(e){w.addEventListener(e,start,{passive:true,once:true})});
w.addEventListener("load",start);
d.addEventListener("DOMContentLoaded",function(){var p=d.querySelector("img[fetchpriority=high]");if(!p||p.complete)return start();p.addEventListener("load",start);p.addEventListener("error",start)})})(document,window)`;
}
