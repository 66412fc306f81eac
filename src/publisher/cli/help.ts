const general = `lede turns articles into an edition of static files.

  lede publish <sources…>   publish files and folders of articles
  lede check <sources…>     read them and say what is wrong; writes nothing
  lede serve [folder]       look at a published edition in a browser
  lede help <command>       more about one command
  lede --version

Examples
  lede publish stories
  lede publish stories notes.md --out /var/www/news
  lede check stories --json
  lede serve dist --port 8080

Exit codes
  0 something usable   2 nothing usable   64 wrong usage
  75 another publisher is at work on the same folder   1 anything else
`;

const publish = `lede publish <sources…> [--out dist] [--now time] [--strict] [--force]

Publishes files and folders of articles (article JSON, Markdown, plain text). lede.json in the first folder gives the
edition its name, language, sections and front. Articles with mistakes are refused, each with its reason, and the
others go out. What has not changed is not written again.

  --out folder   where the edition goes; dist unless given. What a run remembers is kept beside it, in .lede
  --now time     the time of publishing, such as 2025-12-17T06:00:00Z; now unless given. Embargoes go by it
  --strict       publish nothing when anything is refused
  --force        publish into a folder that holds other files; these are left alone

Examples
  lede publish stories
  lede publish stories --out /var/www/news --strict
`;

const check = `lede check <sources…> [--json] [--now time] [--strict]

Reads articles as publish would, says what is wrong and where, and writes nothing.

  --json         print {"articles":[…],"rejected":[{"ref","at","reason"}],"warnings":[{"ref","at","code","message"}]};
                 articles are story documents as they would be published, without their pictures
  --now time     as for publish
  --strict       exit 2 when anything is refused

Examples
  lede check stories
  lede check stories/moon.json --json
`;

const serve = `lede serve [folder] [--port 4173] [--base path]

Serves a published edition on this machine as a good static host would. Stop it with Ctrl+C.

  folder         the published folder; dist unless given
  --port number  4173 unless given; the next free one when that is taken
  --base path    the path the edition lives under, such as /news/; what it was published for unless given

Examples
  lede serve
  lede serve /var/www/news --port 8080
`;

const topics: Readonly<Record<string, string>> = { publish, check, serve };

/** The help text of a command, the general one without a name, or undefined for an unknown command. */
export function helpText(command?: string): string | undefined {
  if (command === undefined) return general;
  return Object.hasOwn(topics, command) ? topics[command] : undefined;
}
