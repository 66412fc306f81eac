/** Our prefixes for the namespaces that are read, by their address in small letters without scheme and end mark. */
const known: readonly (readonly [prefix: string, address: RegExp])[] = [
  ['', /^(?:purl\.org\/rss\/1\.0|purl\.org\/net\/rss1\.1|(?:my|channel)\.netscape\.com\/.*)$/],
  ['', /^(?:backend\.userland\.com\/rss\d*|blogs\.law\.harvard\.edu\/tech\/rss)$/],
  ['atom', /^(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)$/],
  ['app', /^(?:www\.w3\.org\/2007\/app|purl\.org\/atom\/app)$/],
  ['at', /^purl\.org\/atompub\/tombstones\/1\.0$/],
  ['xhtml', /^www\.w3\.org\/1999\/xhtml$/],
  ['rdf', /^www\.w3\.org\/1999\/02\/22-rdf-syntax-ns$/],
  ['content', /^purl\.org\/rss\/1\.0\/modules\/content$/],
  ['dc', /^purl\.org\/dc\/elements\/1\.\d$/],
  ['dcterms', /^purl\.org\/dc\/terms$/],
  [
    'media',
    /^(?:search\.yahoo\.com\/mrss|video\.search\.yahoo\.com\/mrss|www\.rssboard\.org\/media-rss)$/,
  ],
  ['itunes', /^www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/],
  [
    'cc',
    /creativecommonsrssmodule(?:\.html)?$|^web\.resource\.org\/cc$|^creativecommons\.org\/ns$/,
  ],
  ['feedburner', /^rssnamespace\.org\/feedburner\/ext\/1\.0$/],
  ['prism', /^prismstandard\.org\/namespaces\//],
  ['excerpt', /^wordpress\.org\/export\/[\d.]+\/excerpt$/],
  ['wp', /^wordpress\.org\/export\/[\d.]+$/],
  ['nitf', /^(?:www\.)?iptc\.org\/std\/nitf(?:\/|$)/],
  ['nar', /^(?:www\.)?iptc\.org\/std\/nar\//],
];
const prefixes = new Set([...known.map(([prefix]) => prefix), 'xml']);
/** Prefixes that feeds use without saying what they stand for. */
const aliases: Readonly<Record<string, string>> = {
  creativecommons: 'cc',
  html: 'xhtml',
  a10: 'atom',
};

/**
 * Our prefix for a namespace; undefined when it is none of those that are read. Writers mistake the case, the scheme
 * and the last mark of these addresses.
 */
export function prefixOf(address: string): string | undefined {
  const key = address
    .trim()
    .slice(0, 300)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');
  return known.find(([, pattern]) => pattern.test(key))?.[0];
}

/** Our prefix for one that the document never declares. */
export function undeclaredPrefix(prefix: string): string {
  const key = prefix.toLowerCase();
  const alias = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
  return alias ?? (prefixes.has(key) ? key : prefix);
}

/** Prefixes that are declared on an element, and those around it. */
export interface Namespaces {
  own: ReadonlyMap<string, string>;
  around: Namespaces | undefined;
}

/** The prefixes that hold inside an element with these attributes. */
export function declaredOn(
  attributes: readonly (readonly [string, string])[],
  around: Namespaces | undefined,
): Namespaces | undefined {
  const declared = attributes.filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (declared.length === 0) return around;
  return { own: new Map(declared.map(([name, value]) => [name.slice(6), value.trim()])), around };
}

/** The name under our own prefix. @param bare prefix for names that are in no namespace */
export function canonicalName(
  written: string,
  namespaces: Namespaces | undefined,
  bare: string,
): { name: string; local: string } {
  const colon = written.indexOf(':');
  const prefix = colon === -1 ? '' : written.slice(0, colon);
  const local = written.slice(colon + 1);
  if (prefix === 'xml') return { name: written, local };
  const address = addressFor(prefix, namespaces);
  if (address === undefined || address === '') {
    return { name: join(prefix === '' ? bare : undeclaredPrefix(prefix), local), local };
  }
  const ours = prefixOf(address);
  return { name: ours === undefined ? `{${address}}${local}` : join(ours, local), local };
}

function addressFor(prefix: string, namespaces: Namespaces | undefined): string | undefined {
  for (let at = namespaces; at !== undefined; at = at.around) {
    const address = at.own.get(prefix);
    if (address !== undefined) return address;
  }
  return undefined;
}

function join(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}
