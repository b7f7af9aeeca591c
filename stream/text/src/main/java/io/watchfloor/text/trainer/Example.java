package io.watchfloor.text.trainer;

/**
 * One labelled text.
 *
 * @param label position in the task's labels
 */
record Example(String text, int label) {}
