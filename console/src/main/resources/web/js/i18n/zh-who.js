/** 中文：谁能去，为什么不是某人 */
export default {
  'candidates.outside': '事件远在辖区之外，距辖区道路超过 20 公里：不推荐本辖区人员',
  'candidates.unlocated': '事件尚未定位：列出空闲且具备技能的人员，能力强者在前，无行程时间',
  'candidates.behind': '依据 {age} 前的态势',
  'plan.outside': '事件远在辖区之外，距辖区道路超过 20 公里：不推荐本辖区人员',
  'why.open': '为什么不是…？',
  'why.hint': '姓名、编号或单位',
  'why.can': '{name} 可派，按到达先后排第 {n} 位',
  'why.cannot': '未推荐 {name}',
};
