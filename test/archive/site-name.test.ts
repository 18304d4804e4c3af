import { expect, test } from 'vitest';
import { readSiteName } from '../../pipeline/archive/site-name.ts';

const NOTHING = { control: false, opened: null, closed: null, controlUntil: null, unread: [] };

test.each([
  ['供销社(停运200110)', { closed: '2020-01-10' }],
  ['党校(20190222停运)', { closed: '2019-02-22' }],
  ['关上（180930停用）', { closed: '2018-09-30' }],
  ['包百大楼(停用200107)', { closed: '2020-01-07' }],
  ['职工医院（20181115停运）', { closed: '2018-11-15' }],
  ['耿井村(停运20201117)', { closed: '2020-11-17' }],
  ['大理道(启用160601)', { opened: '2016-06-01' }],
  ['漳州党校(20190503启用)', { opened: '2019-05-03' }],
  ['市体育局（181219启用）', { opened: '2018-12-19' }],
  ['济民医院(对照点190815启用)', { control: true, opened: '2019-08-15' }],
  ['定陵(对照点)', { control: true }],
  ['缙云山（对照点）', { control: true }],
  ['白马寺 (对照点)', { control: true }],
  // The day before it became an evaluation site.
  ['安庆大学(191227更为评价点)', { controlUntil: '2019-12-26' }],
])('%s says when it opened, closed or changed, and whether it is a control site', (name, said) => {
  expect(readSiteName(name)).toEqual({ ...NOTHING, ...said });
});

test.each([
  ['草堂寺（已停运）'],
  ['涧河(已停用)'],
  ['水乡路(直管站)'],
  ['监测站（原粮食局）'],
  ['延安路89号'],
  ['大兴526台'],
])('%s says no day', (name) => {
  expect(readSiteName(name)).toEqual(NOTHING);
});

test('a control site that changes on the first of a month was one to the last day of the month before', () => {
  expect(readSiteName('甲(200301更为评价点)').controlUntil).toBe('2020-02-29');
});

test('a day that does not exist, and a day without a known word, are told and not guessed', () => {
  expect(readSiteName('甲(停运201340)')).toEqual({ ...NOTHING, unread: ['停运201340'] });
  expect(readSiteName('甲(200110搬迁)(启用200111)')).toEqual({
    ...NOTHING,
    opened: '2020-01-11',
    unread: ['200110搬迁'],
  });
});
