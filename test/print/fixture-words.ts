import type { Language } from '../../pipeline/types.ts';

export type Words = Readonly<{
  series: string;
  title: string;
  subtitle: string;
  imprint: string;
  colophon: string;
  contents: string;
  listOfFigures: string;
  listOfTables: string;
  figure: string;
  table: string;
  chapters: readonly string[];
  sections: readonly [string, string, string, string];
  annexes: readonly [string, string];
  lead: string;
  text: readonly string[];
  items: readonly string[];
  boxTitle: string;
  note: string;
  facts: readonly (readonly [string, string, string])[];
  figureTitle: string;
  tableTitle: string;
  source: string;
  alt: string;
  missing: string;
  columns: readonly string[];
  city: string;
  rank: string;
  see: (figure: string, page: string) => string;
}>;

export const CITIES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Beijing',
    'Tianjin',
    'Shijiazhuang',
    'Tangshan',
    'Handan',
    'Taiyuan',
    'Linfen',
    'Hohhot',
    'Shenyang',
    'Dalian',
    'Changchun',
    'Harbin',
    'Shanghai',
    'Nanjing',
    'Xuzhou',
    'Hangzhou',
    'Zhoushan',
    'Hefei',
    'Fuzhou',
    'Xiamen',
    'Nanchang',
    'Jinan',
    'Heze',
    'Zhengzhou',
    'Anyang',
    'Wuhan',
    'Changsha',
    'Guangzhou',
    'Shenzhen',
    'Nanning',
    'Haikou',
    'Chongqing',
    'Chengdu',
    'Guiyang',
    'Kunming',
    'Xishuangbanna',
    'Lhasa',
    'Xi’an',
    'Lanzhou',
    'Xining',
    'Yinchuan',
    'Urumqi',
    'Hotan',
    'Bayingolin',
  ],
  zh: [
    '北京',
    '天津',
    '石家庄',
    '唐山',
    '邯郸',
    '太原',
    '临汾',
    '呼和浩特',
    '沈阳',
    '大连',
    '长春',
    '哈尔滨',
    '上海',
    '南京',
    '徐州',
    '杭州',
    '舟山',
    '合肥',
    '福州',
    '厦门',
    '南昌',
    '济南',
    '菏泽',
    '郑州',
    '安阳',
    '武汉',
    '长沙',
    '广州',
    '深圳',
    '南宁',
    '海口',
    '重庆',
    '成都',
    '贵阳',
    '昆明',
    '西双版纳',
    '拉萨',
    '西安',
    '兰州',
    '西宁',
    '银川',
    '乌鲁木齐',
    '和田',
    '巴音郭楞',
  ],
};

const PM = 'PM<sub>2.5</sub>';

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    series: 'China Air',
    title: 'Air pollution prevention and control progress in Chinese cities',
    subtitle: 'Annual report on 338 cities',
    imprint: 'A specimen for the printing tests',
    colophon:
      'All numbers in this specimen are made up. It shows how a report is set: type, tables, plates, notes and lists.',
    contents: 'Contents',
    listOfFigures: 'Figures',
    listOfTables: 'Tables',
    figure: 'Figure',
    table: 'Table',
    chapters: ['The nation', 'Cities', 'Key regions and their surroundings', 'Policy and its results', 'Outlook'],
    sections: [
      'What the monitors say',
      'Winter and summer',
      'Where the decline was largest',
      'What the numbers cannot say',
    ],
    annexes: ['All cities', 'Targets and results'],
    lead: `The annual mean of ${PM} fell in four cities out of five, most where it had been highest; ozone rose nearly everywhere, and the two have to be read together.`,
    text: [
      `In 2018 the mean concentration of ${PM} over 338 cities was <data value="39.2" data-fact="published.CN-338">39</data> µg/m³, a tenth below the year before. The decline was uneven: it came early in the year and in the north, while the autumn brought stagnant weather and with it two episodes that took back part of the gain.`,
      `Weather explains some of it. A winter with more wind than usual carries pollution away faster, and a comparison of two single years says as much about wind as about chimneys. This report therefore gives the change over five years beside the change over one, and says where the two disagree.`,
      `Ozone is a different matter. It forms in sunlight from nitrogen oxides and volatile organic compounds, and it rises when one of them falls faster than the other. The ninetieth percentile of the daily maximum eight-hour mean rose in most cities of the plain.`,
      `Sulphur dioxide has become a minor pollutant in all but a few cities. The switch from loose coal to gas and electricity, the rebuilding of power stations and the closing of small boilers show in the numbers without any need of statistics.`,
      `A city is counted as attaining the standard when all six pollutants do. That is a demanding test: a city with clean winters fails it for its summers. The share of days with good or moderate air is the other measure in use, and a kinder one.`,
    ],
    items: [
      'Coal: small boilers closed, loose coal replaced in more than three million households.',
      'Industry: ultra-low emissions in power, special limits in steel and cement.',
      'Transport: diesel of the sixth stage, freight from road to rail, shore power in ports.',
    ],
    boxTitle: 'What changed on 1 September 2018',
    note: 'From that day concentrations of particles refer to the actual state of the air, those of gases to 298 K; values before and after are not compared without correction.',
    facts: [
      ['39', 'µg/m³', `annual mean of ${PM} in 338 cities`],
      ['121', 'cities', 'attained all six limits'],
      ['79.3', '%', 'of days with good or moderate air'],
    ],
    figureTitle: `${PM} fell in most cities; the largest fall was in those that had most`,
    tableTitle: 'Annual means of six pollutants and the change from the year before',
    source: 'Source: China National Environmental Monitoring Centre, specimen data; compiled for this test.',
    alt: 'Specimen chart with made-up values',
    missing: 'too few days measured',
    columns: [PM, 'PM<sub>10</sub>', 'SO<sub>2</sub>', 'NO<sub>2</sub>', 'CO', 'O<sub>3</sub>', 'Change, %'],
    city: 'City',
    rank: 'Rank',
    see: (figure, page) =>
      `The trend is drawn in ${figure} on p. ${page}. It rests on the published annual means of the cities in the network, which grew in three steps.`,
  },
  zh: {
    series: '中国空气',
    title: '中国城市大气污染防治进展',
    subtitle: '全国338个城市年度报告',
    imprint: '印刷测试样张',
    colophon: '样张中的数字均为虚构，仅用于检验版式：正文、表格、图版、注释与目录。',
    contents: '目录',
    listOfFigures: '图目录',
    listOfTables: '表目录',
    figure: '图',
    table: '表',
    chapters: ['全国总体状况', '城市空气质量', '重点区域及其周边地区', '政策措施与成效', '展望'],
    sections: ['监测结果说明了什么', '冬季与夏季', '哪些城市改善最明显', '数据的局限'],
    annexes: ['全部城市数据', '目标与完成情况'],
    lead: `五分之四的城市${PM}年均浓度下降，原先污染最重的城市降幅最大；与此同时，臭氧浓度几乎普遍上升，两者须放在一起解读。`,
    text: [
      `2018年，全国338个地级及以上城市${PM}平均浓度为<data value="39.2" data-fact="published.CN-338">39</data>µg/m³，比上年下降约一成。下降并不均匀：改善主要发生在年初和北方地区，而秋季静稳天气频繁，先后出现两次区域性重污染过程，抵消了部分成果。`,
      `气象条件是原因之一。冬季风力偏大，污染物扩散较快；仅比较相邻两年，说明风的成分并不少于说明治理的成分。因此，本报告在列出一年变化的同时给出五年变化，并指出两者不一致之处。“改善”一词只在两者方向相同时使用。`,
      `臭氧则是另一回事。臭氧由氮氧化物和挥发性有机物在阳光下反应生成，当两者下降速度不一致时反而可能升高。平原地区多数城市臭氧日最大8小时平均第90百分位数浓度上升。`,
      `除少数城市外，二氧化硫已不再是主要污染物。散煤替代、电厂超低排放改造和燃煤小锅炉淘汰的效果，在数据中清晰可见。`,
      `六项污染物全部达标，城市方可计为达标。这是一项严格的检验：冬季空气清洁的城市，可能因夏季臭氧超标而不达标。优良天数比例是另一项常用指标，要求相对宽松。`,
    ],
    items: [
      '燃煤：淘汰小锅炉，三百多万户居民完成散煤替代。',
      '工业：火电超低排放改造，钢铁、水泥执行特别排放限值。',
      '交通：供应国六柴油，推进“公转铁”，港口建设岸电设施。',
    ],
    boxTitle: '2018年9月1日的变化',
    note: '自该日起，颗粒物浓度以监测时的大气实际状态计，气态污染物以298 K参比状态计；前后数值未经订正不作比较。',
    facts: [
      ['39', 'µg/m³', `338个城市${PM}年均浓度`],
      ['121', '个', '六项污染物全部达标的城市'],
      ['79.3', '%', '平均优良天数比例'],
    ],
    figureTitle: `多数城市${PM}浓度下降，原先浓度高的城市降幅最大`,
    tableTitle: '六项污染物年均浓度及同比变化',
    source: '资料来源：中国环境监测总站，样张数据，仅供测试。',
    alt: '样张图表，数值为虚构',
    missing: '有效天数不足',
    columns: [PM, 'PM<sub>10</sub>', 'SO<sub>2</sub>', 'NO<sub>2</sub>', 'CO', 'O<sub>3</sub>', '变化（%）'],
    city: '城市',
    rank: '名次',
    see: (figure, page) => `变化趋势见${figure}（第${page}页）。数据取自监测网内城市公布的年均浓度，监测网分三步建成。`,
  },
};
