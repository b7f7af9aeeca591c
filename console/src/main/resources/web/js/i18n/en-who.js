/** Who could go, and why not. */
export default {
  'candidates.outside': 'The incident is far outside the district, more than 20 km from each of its roads: nobody of the district is suggested',
  'candidates.unlocated': 'It is not known yet where the incident is: free and able people, the most able first, without travel times',
  'candidates.behind': 'as things were {age} before',
  'plan.outside': 'The incident is far outside the district, more than 20 km from each of its roads: nobody of the district is suggested',
  'why.open': 'Why not …?',
  'why.hint': 'Name, number or organization',
  'why.can': '{name} could go, as number {n} by the time it takes',
  'why.cannot': '{name} is not suggested',
};
