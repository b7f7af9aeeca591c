package io.watchfloor.pipeline.study;

import io.watchfloor.contract.Report;

/**
 * A made-up report and its truth.
 *
 * @param report as it comes in
 * @param type what it really speaks of
 * @param event the event it speaks of
 * @param twin the event of the same type 200 m away at the same time; null when there is none
 * @param background whether nobody else speaks of its event
 */
record StudyReport(Report report, String type, int event, Integer twin, boolean background) {}
