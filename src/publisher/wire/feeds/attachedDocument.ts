const file = /\.(?:pdf|epub|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip)(?:$|[?#])/i;

/** Media types of what people open; a player's chapters and subtitles have types of the same families. */
const types =
  /^(?:document|application\/(?:pdf|epub\+zip|msword|rtf|zip|x-zip-compressed|vnd\.(?:ms-(?:word|excel|powerpoint)|openxmlformats-officedocument|oasis\.opendocument|apple\.)[\w.+-]*)|text\/(?:plain|csv|rtf|tab-separated-values))(?:$|;)/;

/**
 * Whether an attached file is something to open elsewhere, neither picture nor sound nor film.
 * @param type media type or medium (Media RSS), in small letters; may be empty
 */
export function isDocument(type: string, url: string): boolean {
  if (/^(?:image|audio|video)(?:$|\/)/.test(type)) return false;
  return types.test(type) || file.test(url);
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
