import type { Language } from '../../types.ts';

const WORDS = {
  contents: ['Contents', '目录'],
  find: ['Find a chapter or section', '查找章节'],
  findings: ['Faults', '问题'],
  errors: ['errors', '个错误'],
  warnings: ['warnings', '个提示'],
  none: ['Nothing to mend.', '没有需要修改之处。'],
  changes: ['changed', '处有变化'],
  previous: ['Previous change', '上一处变化'],
  next: ['Next change', '下一处变化'],
  breaks: ['Final page breaks come from printing.', '最终分页以打印为准。'],
  shown: ['shown {} s after saving', '保存后{}秒显示'],
  lost: ['The preview has ended, or does not answer.', '预览已结束，或没有应答。'],
  stale: ['as it last was good', '为上次无误时的内容'],
  empty: ['There is no page yet.', '还没有可显示的页面。'],
  close: ['Close', '关闭'],
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
  value: ['Before rounding', '修约前'],
  basis: ['Basis', '状态'],
  cities: ['n of', '数量'],
  method: ['Method', '方法'],
  inputs: ['Made from', '依据'],
  more: ['and {} more', '等，另有{}项'],
  sources: ['Sources', '来源'],
  notes: ['Notes', '说明'],
  reason: ['Missing because', '缺失原因'],
  claim: ['Claim', '论断'],
  kind: ['Asserts', '判断'],
  place: ['Written in', '位置'],
  unknown: ['There is no such fact now.', '目前没有这个数值。'],
  ingest: ['reading tables', '读取数据'],
  check: ['checking', '检查'],
  assess: ['assessing', '评价计算'],
  figures: ['drawing figures', '绘图'],
  narrate: ['filling templates', '生成文本'],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof WORDS;

/** The desk's own words, in the language of the report it shows. */
export const word = (key: Word, language: Language): string => WORDS[key][language === 'zh' ? 1 : 0];

export const isWord = (key: string): key is Word => key in WORDS;
