/** 中文：派谁，不派谁 */
export default {
  'plan.setAside': '{n} 起暂缓或已转派，未列入',
};
