/** From the planets to a tunnel, told in English. See stories.mjs. */
export const heightsAndDepths = [
  {
    event: 'berlin-wall-built',
    day: '1961-08-14',
    versions: [
      [
        'East Germany seals border in Berlin',
        'Troops unrolled barbed wire across Berlin in the night, closing the way to the West.',
      ],
      [
        'Barbed wire divides Berlin overnight',
        'Berliners woke on Sunday to find streets torn up and the sector border closed by East German troops.',
      ],
      [
        'Families cut off as sector border is closed',
        'Trains between the two halves of Berlin stopped when East German police strung barbed wire along the sector border.',
      ],
    ],
  },
  {
    event: 'berlin-wall-falls',
    day: '1989-11-10',
    versions: [
      [
        'Berlin Wall opened after 28 years',
        'Crowds climbed the Berlin Wall on Thursday night after an East German official said that travel was free at once.',
      ],
      [
        'Schabowski slip opens the Wall',
        'A spokesman’s answer at a press conference sent thousands to the crossings, and guards at Bornholmer Strasse let them through.',
      ],
      [
        'Guards lift barrier at Bornholmer Strasse',
        'Unable to hold back the crowd that had heard Schabowski, the guards opened the Wall before midnight.',
      ],
      [
        'Berliners dance on the Wall',
        'Strangers embraced and hammered at the concrete after the crossings of the Berlin Wall were opened.',
      ],
    ],
  },
  {
    event: 'everest-1953',
    day: '1953-06-02',
    versions: [
      [
        'Everest climbed: Hillary and Tenzing reach summit',
        'Edmund Hillary and Tenzing Norgay stood on top of the world’s highest mountain on 29 May.',
      ],
      [
        'News of Everest ascent reaches London for coronation',
        'A coded message told London on the Queen’s coronation morning that the British expedition had climbed Everest.',
      ],
      [
        'Beekeeper and Sherpa first on roof of the world',
        'A New Zealand beekeeper, Edmund Hillary, and the Sherpa Tenzing Norgay spent fifteen minutes on the summit.',
      ],
    ],
  },
  {
    event: 'everest-mallory',
    day: '1999-05-03',
    versions: [
      [
        'Mallory’s body found on Everest',
        'Climbers have found the body of George Mallory, who vanished near the summit of Everest in 1924.',
      ],
      [
        'After 75 years, Everest gives up George Mallory',
        'A search party led by Eric Simonson found Mallory’s remains at 8,155 metres, but not his camera.',
      ],
      [
        'Search for Mallory’s camera goes on',
        'The find of George Mallory on the north face does not say whether he and Irvine reached the top.',
      ],
    ],
  },
  {
    event: 'pluto-found',
    day: '1930-03-14',
    versions: [
      [
        'Ninth planet found at Lowell Observatory',
        'Clyde Tombaugh, a farm boy from Kansas, found a new planet on plates taken in Flagstaff, Arizona.',
      ],
      [
        'Kansas amateur spots planet beyond Neptune',
        'Lowell Observatory in Flagstaff says that Clyde Tombaugh’s plates show a planet beyond Neptune.',
      ],
      [
        'Girl of eleven names new planet Pluto',
        'Venetia Burney of Oxford suggested Pluto for the planet that Clyde Tombaugh found at the Lowell Observatory.',
      ],
    ],
  },
  {
    event: 'pluto-demoted',
    day: '2006-08-25',
    versions: [
      [
        'Pluto no longer a planet, astronomers vote',
        'The International Astronomical Union agreed in Prague on a definition that leaves eight planets and Pluto a dwarf.',
      ],
      [
        'Astronomers in Prague demote Pluto to dwarf planet',
        'A show of yellow cards at the astronomical union’s assembly in Prague took Pluto off the list of planets.',
      ],
      [
        'Eight planets left after Prague vote',
        'Pluto has not cleared its orbit and so is a dwarf planet, the International Astronomical Union resolved.',
      ],
    ],
  },
  {
    event: 'web-proposed',
    day: '1993-05-01',
    versions: [
      [
        'CERN gives the World Wide Web away',
        'CERN has put the software of the World Wide Web into the public domain, free for anyone to use.',
      ],
      [
        'Web software free for all, Geneva laboratory says',
        'Tim Berners-Lee’s World Wide Web will cost nobody a fee, the physics laboratory CERN declared.',
      ],
      [
        'No royalties on Berners-Lee’s web',
        'A two-page statement by CERN’s directors gives up all rights to the World Wide Web code.',
      ],
    ],
  },
  {
    event: 'higgs',
    day: '2012-07-05',
    versions: [
      [
        'CERN finds particle that looks like the Higgs boson',
        'Two experiments at CERN’s Large Hadron Collider see a new particle at about 125 GeV.',
      ],
      [
        'Peter Higgs in tears as boson is announced',
        'Physicists at CERN cheered when the ATLAS and CMS teams showed the long-sought boson.',
      ],
      [
        'Long hunt for Higgs boson nears its end',
        'ATLAS and CMS both report five-sigma signs of a boson with a mass of 125 GeV.',
      ],
    ],
  },
  {
    event: 'penicillin',
    day: '1929-06-01',
    versions: [
      [
        'Mould kills bacteria in London dish',
        'Alexander Fleming reports that a Penicillium mould dissolves staphylococci and names its juice penicillin.',
      ],
      [
        'Fleming’s mould juice stops staphylococci',
        'A spoiled culture plate at St Mary’s Hospital led Alexander Fleming to a substance he calls penicillin.',
      ],
      [
        'Penicillin: St Mary’s doctor describes a germ killer',
        'The mould that settled on Fleming’s plate makes something harmless to men and deadly to some bacteria.',
      ],
    ],
  },
  {
    event: 'dna',
    day: '1953-04-25',
    versions: [
      [
        'Double helix proposed for DNA',
        'James Watson and Francis Crick of Cambridge suggest that DNA is a pair of intertwined chains.',
      ],
      [
        'Watson and Crick model shows how genes may copy',
        'The Cambridge pair’s double helix of paired bases hints at how the hereditary material copies itself.',
      ],
      [
        'X-ray photographs support helix in DNA',
        'Pictures by Rosalind Franklin and Raymond Gosling at King’s College agree with the double helix of Watson and Crick.',
      ],
    ],
  },
  {
    event: 'bleriot',
    day: '1909-07-26',
    versions: [
      [
        'Blériot flies across the Channel',
        'Louis Blériot landed beside Dover Castle on Sunday after a flight of 37 minutes from Calais.',
      ],
      [
        'Frenchman wins £1,000 for Channel flight',
        'The Daily Mail’s prize goes to Louis Blériot, whose monoplane came down heavily near Dover.',
      ],
      [
        'Monoplane from Calais lands at Dover',
        'Without a compass, Blériot crossed the Channel in his monoplane and broke his propeller on landing.',
      ],
    ],
  },
  {
    event: 'channel-tunnel',
    day: '1990-12-02',
    versions: [
      [
        'Tunnellers shake hands under the Channel',
        'Graham Fagg and Philippe Cozette broke through the last wall of chalk between Britain and France.',
      ],
      [
        'Britain and France joined as tunnel teams meet',
        'The service tunnel below the Channel was opened when workers from Folkestone and Calais met 40 metres under the sea bed.',
      ],
      [
        'Channel tunnel breakthrough after three years of digging',
        'Cozette of France and Fagg of Britain exchanged flags through a hole in the chalk.',
      ],
    ],
  },
];
