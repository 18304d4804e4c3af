import type { Bilingual } from '../../types.ts';

/** Records that the timeline names, with the short names they go by. */
export const MILESTONES: Readonly<Record<string, Bilingual>> = {
  'cn-2013-action-plan': { en: 'Action Plan', zh: '大气十条' },
  'bth-2013-detailed-rules': { en: 'Rules for the capital region', zh: '京津冀及周边细则' },
  'cn-2014-responsibility-letters': { en: 'Letters with 31 provinces', zh: '目标责任书' },
  'cn-2014-epl': { en: 'Environmental Protection Law', zh: '环境保护法修订' },
  'cn-2015-inspection-plan': { en: 'Central inspections', zh: '中央环保督察' },
  'cn-2015-air-law': { en: 'Air Law rewritten', zh: '大气法修订' },
  'cn-2015-ule-decision': { en: 'Ultra-low emission power', zh: '煤电超低排放' },
  'cn-2016-13fyp-environment': { en: '13th Five-Year Plan', zh: '“十三五”规划' },
  'cn-2016-ept-law': { en: 'Environmental tax law', zh: '环境保护税法' },
  'bth-2017-winter': { en: 'Winter campaign, 2+26 cities', zh: '“2+26”秋冬季攻坚' },
  'cn-2017-13fyp-vocs': { en: 'VOC plan', zh: 'VOCs防治方案' },
  'cn-2017-clean-heating-plan': { en: 'Clean heating plan', zh: '清洁取暖规划' },
  'cn-2018-blue-sky-plan': { en: 'Blue Sky plan', zh: '蓝天保卫战' },
  'bth-2018-leading-group': { en: 'Leading group, capital region', zh: '京津冀及周边领导小组' },
  'cn-2018-gb3095-amendment': { en: 'New reference state', zh: '监测状态变更' },
};
