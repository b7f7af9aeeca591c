/**
 * What the pipeline decides, as pure functions: no state, no clock, no chance. {@link
 * io.watchfloor.pipeline.rule.MergeRule} is the one that is meant to be replaced.
 */
package io.watchfloor.pipeline.rule;
