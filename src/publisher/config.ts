/** `lede.json`, read and checked. */
export interface Config {
  name: string;
  tagline?: string;
  /** Without trailing slash. */
  url?: string;
  language: string;
  /** IANA time zone. */
  timeZone: string;
  /** Path of the icon picture as written, relative to lede.json. */
  icon?: string;
  sections: string[];
  lead?: string;
  front: string[];
  /** Markdown files as written, relative to lede.json. */
  pages: string[];
}
