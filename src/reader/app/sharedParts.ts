import { createContext, createElement, useContext, type ReactNode } from 'react';

type Keep = (name: string, part: ReactNode) => ReactNode;

const KeepContext = /* @__PURE__ */ createContext<Keep | undefined>(undefined);

/** Stands around a renderer's pages: the parts that they have alike are rendered for the first of them only. */
export const SharedPartsProvider = KeepContext.Provider;

/** Part of a page that is the same, byte for byte, on every page of a renderer on which it has this name. */
export function SharedPart({ name, children }: { name: string; children: ReactNode }): ReactNode {
  const keep = useContext(KeepContext);
  return keep === undefined ? children : keep(name, children);
}

/** No text of a source can be taken for one: its `<` is escaped. */
const marked = /<lede-part data-at="(\d+)">(.*?)<\/lede-part>/gs;

/**
 * The parts of one renderer: React spends half of its time on masthead and colophon, which say the same on every page.
 * A part's place in the tree stays, so the ids that React counts by place do too.
 */
export function keepSharedParts(): { keep: Keep; fill: (markup: string) => string } {
  const places = new Map<string, number>();
  const texts = new Map<string, string>();
  return {
    keep(name, part) {
      const at = places.get(name) ?? places.size;
      places.set(name, at);
      const mark = { 'data-at': at };
      return createElement('lede-part', mark, texts.has(String(at)) ? undefined : part);
    },
    fill: (markup) =>
      markup.replace(marked, (_, at: string, text: string) => {
        const known = texts.get(at);
        if (known === undefined) texts.set(at, text);
        return known ?? text;
      }),
  };
}
