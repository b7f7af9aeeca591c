/** Who is sent, and who is not. */
export default {
  'plan.setAside': '{n} put off or handed over left out',
};
