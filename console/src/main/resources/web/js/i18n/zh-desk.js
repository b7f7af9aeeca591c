/** 中文：值守席位——洪峰、筛选、指令、声音、列表、圈选、交接、大屏 */
export default {
  'flood.text': '洪峰：10 分钟内新到 {n} 件（上限 {limit}），已按类型和辖区归组，无一隐藏。',
  'flood.textSingly': '洪峰：10 分钟内新到 {n} 件（上限 {limit}），现逐件显示。',
  'flood.singly': '逐件显示',
  'flood.grouped': '归组显示',
  'flood.group': '{n} 起事件，均已签收',
  'flood.groupOpen': '{n} 起事件，{m} 起待签收',
  'flood.noArea': '辖区不明',
  'flood.open': '展开',
  'flood.close': '收起',

  'views.label': '已存筛选',
  'views.save': '存为筛选',
  'views.name': '筛选名称',
  'views.drop': '删除筛选 {name}',
};
