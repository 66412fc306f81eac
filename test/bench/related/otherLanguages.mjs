/** Told in German, Japanese, Chinese and Arabic. See stories.mjs. */
export const otherLanguages = [
  {
    event: 'mauerfall-de',
    day: '1989-11-10',
    language: 'de',
    versions: [
      [
        'Tausende strömen über die Bornholmer Brücke',
        'Nach der Pressekonferenz von Günter Schabowski öffneten Grenzer in der Nacht die Übergänge nach West-Berlin.',
      ],
      [
        'Schabowski löst Ansturm auf Grenzübergänge aus',
        'Ein Satz vor der Presse genügte: Noch in der Nacht gaben die Grenzer an der Bornholmer Straße nach.',
      ],
      [
        'Jubel auf der Mauer am Brandenburger Tor',
        'Menschen aus beiden Teilen Berlins feierten die Öffnung der Grenzübergänge nach Schabowskis Worten.',
      ],
    ],
  },
  {
    event: 'hindenburg-de',
    day: '1937-05-07',
    language: 'de',
    versions: [
      [
        'Luftschiff Hindenburg in Lakehurst verbrannt',
        'Beim Landen in Lakehurst ging das Luftschiff Hindenburg in Flammen auf; 36 Menschen starben.',
      ],
      [
        'Zeppelin fängt über Lakehurst Feuer',
        'In kaum einer Minute verbrannte die Hindenburg vor den Augen der Zuschauer am Landemast.',
      ],
      [
        '36 Tote bei Brand der Hindenburg',
        'Das mit Wasserstoff gefüllte Luftschiff war aus Frankfurt gekommen und sollte in Lakehurst festmachen.',
      ],
    ],
  },
  {
    event: 'shinkansen-ja',
    day: '1964-10-01',
    language: 'ja',
    versions: [
      ['東海道新幹線が開業', '東京と新大阪を4時間で結ぶ東海道新幹線が1日、開業した。'],
      ['夢の超特急、東京駅を出発', '東海道新幹線の一番列車「ひかり」が東京駅を午前6時に出発した。'],
      [
        '「ひかり」時速210キロ、東京―新大阪を4時間',
        '国鉄の新幹線が営業運転を始め、一番列車ひかりに乗客が歓声をあげた。',
      ],
    ],
  },
  {
    event: 'olympics-ja',
    day: '1964-10-11',
    language: 'ja',
    versions: [
      [
        '東京オリンピック開会式',
        '国立競技場で10日、東京オリンピックの開会式が行われ、94の国と地域の選手が入場した。',
      ],
      [
        '坂井選手が聖火台に点火',
        '東京オリンピックの開会式で、広島県出身の坂井義則さんが国立競技場の聖火台に火をともした。',
      ],
      [
        '快晴の国立競技場に五輪の雲',
        '自衛隊機が開会式の空に五つの輪を描き、聖火の点火に観客が沸いた。',
      ],
    ],
  },
  {
    event: 'tangshan-zh',
    day: '1976-07-29',
    language: 'zh',
    versions: [
      ['唐山发生强烈地震', '河北唐山28日凌晨发生7.8级强烈地震，房屋大量倒塌。'],
      ['唐山地震震动京津', '唐山凌晨的强烈地震波及北京和天津，许多居民露宿街头。'],
      ['解放军赶赴唐山救灾', '大批部队赶往地震灾区唐山，从倒塌的房屋中抢救居民。'],
    ],
  },
  {
    event: 'shenzhou-zh',
    day: '2003-10-16',
    language: 'zh',
    versions: [
      ['杨利伟乘神舟五号返回', '航天员杨利伟乘坐神舟五号飞船绕地球十四圈后在内蒙古安全着陆。'],
      ['中国首次载人航天飞行成功', '神舟五号飞船返回舱着陆，航天员杨利伟自主出舱。'],
      ['神舟五号着陆内蒙古草原', '我国第一位航天员杨利伟绕地球飞行二十一小时后平安返回。'],
    ],
  },
  {
    event: 'high-dam-ar',
    day: '1970-07-22',
    language: 'ar',
    versions: [
      [
        'اكتمال بناء السد العالي في أسوان',
        'أعلنت مصر اكتمال السد العالي في أسوان بعد أحد عشر عاما من العمل.',
      ],
      [
        'السد العالي: نهاية أعمال البناء على النيل',
        'انتهت في أسوان أعمال بناء السد الذي يحجز مياه النيل في بحيرة ناصر.',
      ],
      [
        'بحيرة ناصر تمتلئ خلف سد أسوان',
        'مع اكتمال السد العالي ترتفع مياه النيل في البحيرة التي تمتد إلى السودان.',
      ],
    ],
  },
  {
    event: 'mahfouz-ar',
    day: '1988-10-14',
    language: 'ar',
    versions: [
      [
        'نجيب محفوظ يفوز بجائزة نوبل للآداب',
        'منحت الأكاديمية السويدية جائزة نوبل للآداب للروائي المصري نجيب محفوظ.',
      ],
      ['نوبل للآداب للروائي المصري محفوظ', 'أصبح صاحب الثلاثية أول كاتب عربي يفوز بجائزة نوبل.'],
      [
        'القاهرة تحتفل بنوبل نجيب محفوظ',
        'احتفل قراء الثلاثية في القاهرة بفوز محفوظ بجائزة الأكاديمية السويدية.',
      ],
    ],
  },
];
