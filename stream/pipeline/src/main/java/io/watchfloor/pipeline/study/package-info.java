/**
 * Measures how well reports are merged, on made-up events whose truth is known, and fits the weights of {@link
 * io.watchfloor.pipeline.rule.SameEvent}. No part of the running pipeline; see the README.
 */
package io.watchfloor.pipeline.study;
