/** On land and sea, told in English. See stories.mjs. */
export const landAndSea = [
  {
    event: 'apollo-11',
    day: '1969-07-21',
    versions: [
      [
        'Man walks on the Moon',
        'Neil Armstrong climbed down a ladder on Sunday night and became the first human being to stand on the lunar surface.',
      ],
      [
        'Armstrong and Aldrin plant flag in lunar dust',
        'Two American astronauts spent more than two hours outside the Eagle, collecting rocks in the Sea of Tranquillity.',
      ],
      [
        'Eagle lands: Apollo 11 crew reach Sea of Tranquillity',
        'With seconds of fuel to spare, Neil Armstrong steered Apollo 11’s landing craft past a field of boulders.',
      ],
      [
        'A giant leap watched by 600 million',
        'Families around the world sat up late to see Neil Armstrong step from Apollo 11’s ladder onto the Moon.',
      ],
    ],
  },
  {
    event: 'apollo-13',
    day: '1970-04-14',
    versions: [
      [
        'Oxygen tank bursts aboard Apollo 13',
        'An explosion crippled Apollo 13 two days into its flight and forced Jim Lovell’s crew to give up their landing.',
      ],
      [
        'Lovell crew shelter in lunar module after explosion',
        'Three astronauts are using the lander Aquarius as a lifeboat after an oxygen tank ruptured on their way to the Moon.',
      ],
      [
        'Moon landing called off as Apollo 13 loses power',
        'Flight controllers in Houston are racing to save power and oxygen on the damaged ship commanded by Jim Lovell.',
      ],
    ],
  },
  {
    event: 'krakatoa',
    day: '1883-08-28',
    versions: [
      [
        'Krakatoa blows itself apart',
        'The volcano in the Sunda Strait was torn to pieces on Monday by explosions heard nearly 3,000 miles away.',
      ],
      [
        'Giant waves sweep Java and Sumatra coasts',
        'Waves as high as 30 metres drowned whole towns along the Sunda Strait after the eruption of Krakatoa.',
      ],
      [
        'Sunda Strait volcano heard across Indian Ocean',
        'People on Rodrigues took the sound of the Krakatoa eruption for the guns of a ship in distress.',
      ],
    ],
  },
  {
    event: 'tambora',
    day: '1815-04-12',
    versions: [
      [
        'Tambora eruption buries villages on Sumbawa',
        'The mountain on the island of Sumbawa lost a third of its height in the largest eruption on record.',
      ],
      [
        'Ash from Sumbawa volcano darkens Java',
        'Three days of darkness followed the explosion of Mount Tambora, and ash fell hundreds of miles away in Java.',
      ],
      [
        'Kingdom lost as Mount Tambora explodes',
        'Nothing is left of the small kingdom of Tambora on Sumbawa after the eruption, survivors say.',
      ],
    ],
  },
  {
    event: 'curie-radium',
    day: '1898-12-26',
    versions: [
      [
        'Curies report a new element, radium',
        'Marie and Pierre Curie told the Academy in Paris that pitchblende holds a second unknown element, which they name radium.',
      ],
      [
        'Pitchblende yields strongly radiating substance',
        'A residue of pitchblende radiates many hundred times more than uranium, Marie Curie and her husband find.',
      ],
      [
        'Radium: Paris couple name second element this year',
        'After polonium in July, the Curies have announced radium, found with the chemist Gustave Bémont.',
      ],
    ],
  },
  {
    event: 'curie-nobel',
    day: '1911-12-11',
    versions: [
      [
        'Marie Curie receives second Nobel Prize',
        'Marie Curie accepted the chemistry prize in Stockholm, the first person to be honoured twice.',
      ],
      [
        'Stockholm honours Curie for chemistry',
        'The Swedish king handed the Nobel Prize in chemistry to Marie Curie, who already held one for physics.',
      ],
      [
        'Twice a laureate: chemistry prize for Madame Curie',
        'No one had won two Nobel prizes before Marie Curie rose to take hers in Stockholm on Sunday.',
      ],
    ],
  },
  {
    event: 'titanic',
    day: '1912-04-16',
    versions: [
      [
        'Titanic sinks after striking iceberg',
        'The White Star liner Titanic went down in the North Atlantic with the loss of some 1,500 lives.',
      ],
      [
        'Carpathia picks up 700 from Titanic’s boats',
        'The Cunard steamer Carpathia is bringing to New York the survivors of the liner that hit an iceberg on Sunday night.',
      ],
      [
        'Great liner lost on first voyage; 1,500 dead',
        'Too few lifeboats were carried by the White Star ship that foundered after meeting an iceberg off Newfoundland.',
      ],
      [
        'Iceberg tore open hull of the unsinkable ship',
        'Captain Smith’s Titanic was steaming fast through a field of ice when her side was opened.',
      ],
    ],
  },
  {
    event: 'britannic',
    day: '1916-11-22',
    versions: [
      [
        'Hospital ship Britannic sunk off Kea',
        'The White Star liner Britannic, serving as a hospital ship, struck a mine in the Aegean and sank in under an hour.',
      ],
      [
        'Titanic’s sister lost to mine in the Aegean',
        'All but 30 of more than a thousand aboard the Britannic were saved after she hit a mine near the Greek island of Kea.',
      ],
      [
        'Nurse who lived through Titanic survives Britannic',
        'Violet Jessop leapt from a lifeboat as the hospital ship Britannic went down off Kea.',
      ],
    ],
  },
  {
    event: 'san-francisco-1906',
    day: '1906-04-19',
    versions: [
      [
        'Earthquake and fire destroy San Francisco',
        'A great earthquake struck San Francisco at dawn on Wednesday, and fires that followed are consuming the city.',
      ],
      [
        'San Francisco in flames; water mains broken',
        'Firemen are blowing up buildings with dynamite because the quake broke San Francisco’s water pipes.',
      ],
      [
        'Thousands camp in Golden Gate Park as city burns',
        'With Chinatown and Nob Hill on fire, survivors of the San Francisco quake sleep in the open.',
      ],
    ],
  },
  {
    event: 'san-francisco-1989',
    day: '1989-10-18',
    versions: [
      [
        'Loma Prieta quake halts World Series',
        'An earthquake shook Candlestick Park minutes before a World Series game between San Francisco and Oakland.',
      ],
      [
        'Nimitz Freeway collapse kills dozens in Oakland',
        'The upper deck of the Nimitz Freeway fell on cars below during the Loma Prieta earthquake.',
      ],
      [
        'Bay Bridge section falls in 6.9 quake',
        'Part of the Bay Bridge gave way and the Nimitz Freeway collapsed as the Loma Prieta fault moved.',
      ],
    ],
  },
];
