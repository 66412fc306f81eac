const file = /\.(?:pdf|epub|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip)(?:$|[?#])/i;

/**
 * Whether an attached file is something to open elsewhere, neither picture nor sound nor film.
 * @param type media type or medium (Media RSS), in small letters; may be empty
 */
export function isDocument(type: string, url: string): boolean {
  if (/^(?:image|audio|video)(?:$|\/)/.test(type)) return false;
  // What Flash needed is of no use any more; octets may be anything.
  const isNamed =
    type === 'document' || /^(?:application|text)\/(?!x-shockwave-flash|octet-stream)/.test(type);
  return isNamed || file.test(url);
}

/** The name of a file, for a card that has no title. */
export function fileNameOf(url: string): string {
  const name = /([^/?#]+)(?:[?#].*)?$/.exec(url.slice(0, 2000))?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
