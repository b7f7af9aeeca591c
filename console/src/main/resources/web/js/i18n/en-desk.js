/** English: the officer's desk: floods, filters, commands, sounds, tables, areas, handover, wall */
export default {
  'flood.text': 'Flood: {n} new in 10 minutes (limit {limit}). The list is grouped by type and area; nothing is hidden.',
  'flood.textSingly': 'Flood: {n} new in 10 minutes (limit {limit}). The list shows them one by one.',
  'flood.singly': 'One by one',
  'flood.grouped': 'Grouped',
  'flood.group': '{n} incidents, all acknowledged',
  'flood.groupOpen': '{n} incidents, {m} unacknowledged',
  'flood.noArea': 'Area unknown',
  'flood.open': 'Open',
  'flood.close': 'Close',

  'views.label': 'Saved filters',
  'views.save': 'Save filter',
  'views.name': 'Name of the filter',
  'views.drop': 'Remove filter {name}',
};
