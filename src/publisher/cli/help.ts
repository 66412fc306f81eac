const general = `lede turns articles into an edition of static files.

  lede publish <sources…>   publish files, folders and feeds of articles
  lede preview <sources…>   see them as an edition that follows every change, drafts too
  lede check <sources…>     read them and say what is wrong; writes nothing
  lede init <folder>        write a small example to begin with
  lede serve [folder]       look at a published edition in a browser
  lede help <command>       more about one command
  lede --version

Examples
  lede init news
  lede preview news
  lede publish stories
  lede publish stories notes.md --out /var/www/news
  lede publish stories https://example.org/feed.xml
  lede check stories --json
  lede serve dist --port 8080

Exit codes
  0 something usable   2 nothing usable   64 wrong usage
  75 another publisher is at work on the same folder   129, 130, 143 stopped   1 anything else
`;

const publish = `lede publish <sources…> [--out dist] [--now time] [--strict] [--force] [--compress] [--report]
                        [--allow-host host] [--offline] [--no-pictures]

Publishes articles in every format that a newsroom is likely to have, told apart by their content. lede.json in the
first folder gives the edition its name, language, sections and front; one without a name, or with a url that cannot
be used, is refused, and nothing goes out. Articles with mistakes are refused, each with its reason, and the others go
out. What has not changed is not written again.

  sources        files; folders with all below them, but what .ledeignore names (written like a .gitignore);
                 patterns such as 'news/**/*.json' (* ? ** {a,b}); addresses of feeds, http or https; - for
                 standard input. A story that fell off its feed stays; a feed that fails keeps those it had
  --out folder   where the edition goes; dist unless given. What a run remembers is kept beside it, in .lede
  --now time     the time of publishing, such as 2025-12-17T06:00:00Z; now unless given. Embargoes go by it
  --strict       publish nothing when anything is refused, or a field of lede.json is wrong
  --force        publish into a folder that holds other files; these are left alone
  --compress     store brotli and gzip copies beside each text file (x.html.br, x.html.gz), for hosts that serve them
  --report       show what came of each source, and how stories relate, on a page too: .lede/<folder>/report.html,
                 beside the published folder; report.json is always written there
  --allow-host   a host (or host:port) of your own network that feeds and pictures may come from; may be repeated.
                 Nothing else that is not on the public internet is ever connected to, and feeds of other hosts lead
                 there neither by their pictures nor by a redirect
  --offline      ask no host; feeds and their pictures are as they were last time
  --no-pictures  publish without pictures

Examples
  lede publish stories
  lede publish stories https://example.org/feed.xml --allow-host cms.local:8080
  lede publish stories --out /var/www/news --strict
`;

const preview = `lede preview <sources…> [--port 4173] [--allow-host host] [--offline] [--no-pictures]

Publishes into a folder of its own, serves that on this machine alone, and does so again whenever a source changes: the
browser shows the new page by itself, and what is to be mended when a file is bad. Drafts and stories under embargo are
shown too, each marked as such. Feeds are asked every five minutes, and when you press Enter. Ctrl+C ends it.

  sources        as for publish
  --port number  4173 unless given; the next free one when that is taken
  --allow-host, --offline, --no-pictures   as for publish

Examples
  lede preview stories
  lede preview story.txt --port 8080
`;

const init = `lede init <folder>

Writes a small working example into a new or empty folder: lede.json, three stories in three formats, a picture, a page
of one's own, .ledeignore, and a README that says what to do next. Nothing is ever overwritten.

Examples
  lede init news
`;

const check = `lede check <sources…> [--json] [--now time] [--strict] [--allow-host host] [--offline] [--no-pictures]

Reads articles as publish would, says what is wrong and where, and writes nothing. Each line begins with the file, then
:line:column where the text shows the place, which editors and terminals open. Addresses are those of a new folder:
publish keeps the ones that stories had there before. For a pre-commit hook or CI: lede check stories --strict

  --json         print {"articles":[…],"rejected":[{"ref","at","reason"}],"warnings":[{"ref","at","code","message"}]};
                 articles are story documents as they would be published, without their pictures
  --now time     as for publish
  --strict       exit 2 when anything is refused, or a field of lede.json is wrong
  --allow-host, --offline, --no-pictures   as for publish; pictures are never fetched here

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

const topics: Readonly<Record<string, string>> = { publish, preview, check, init, serve };

/** The help text of a command, the general one without a name, or undefined for an unknown command. */
export function helpText(command?: string): string | undefined {
  if (command === undefined) return general;
  return Object.hasOwn(topics, command) ? topics[command] : undefined;
}
